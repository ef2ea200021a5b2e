import type { Material } from '../contract.ts'

/** Whether somebody else made it, so that a scan counts only once the original was seen; what the applicant made he answers for himself. */
export function hasOriginal({ kind, source }: Pick<Material, 'kind' | 'source'>): boolean {
  return kind === 'certificate' || source !== 'applicant'
}

/** Registers that have said who the applicant is when his account was checked (实名核验); others cannot be asked yet. */
const checkedRegisters = ['person', 'organisation'] as const
export type CheckedRegister = (typeof checkedRegisters)[number]

/** The kind of applicant for whom a base register stands for the material (数据共享, nothing to hand in). */
export function checkedRegisterOf({ register }: Pick<Material, 'register'>): CheckedRegister | undefined {
  return checkedRegisters.find((one) => one === register)
}

/** Whether it can be there verified without anybody coming: made by the applicant, in the licence library, or known to a register. */
export function verifiableOnline(material: Material): boolean {
  return !hasOriginal(material) || material.licenceTypes.length > 0 || checkedRegisterOf(material) !== undefined
}
