import type { DeliveryFailure } from './contract.ts'

/** The ends of a parcel that did not reach the applicant (递送未成功), as the way of the case says them. */
export const failureOutcomes = { refused: '未揽收', returned: '退回', lost: '遗失', cancelled: '取消' } as const

export const isFailure = (state: string): state is DeliveryFailure['why'] => state in failureOutcomes
