import type { SealState } from './contract.ts'

/** 电子印章的申请、审批、制作、发放、停用、挂失、销毁 (the guide 七（一）4): which act is lawful in which state, and where it leads. */
const acts = {
  approve: { from: ['applied'], to: 'approved' },
  refuse: { from: ['applied'], to: 'refused' },
  make: { from: ['approved'], to: 'made' },
  issue: { from: ['made'], to: 'issued' },
  suspend: { from: ['issued'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'issued' },
  reportLoss: { from: ['made', 'issued', 'suspended'], to: 'lost' },
  destroy: { from: ['made', 'issued', 'suspended'], to: 'destroyed' },
} as const satisfies Record<string, { from: readonly SealState[]; to: SealState }>

export type SealAct = keyof typeof acts

export function can(act: SealAct, seal: { state: SealState }): boolean {
  const from: readonly SealState[] = acts[act].from
  return from.includes(seal.state)
}

export function stateAfter(act: SealAct): SealState {
  return acts[act].to
}
