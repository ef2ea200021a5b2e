import { readFile } from 'node:fs/promises'

/** Flows to try out and to start from; each passes the check at deployment. */
export const sampleFlows = [
  { key: 'simple-approval', name: '一般审批', about: '审查、决定；决定可退回审查' },
  { key: 'parallel-consult', name: '并行征求意见', about: '书面审查与征求协办部门意见同时进行，逾期未复视为同意' },
  { key: 'site-visit', name: '实地核查', about: '现场核查、限期整改、复查，逾期提醒' },
  { key: 'countersign', name: '会签决定', about: '多人会签，过半数同意后决定，否则重新审查' },
] as const

export type SampleKey = (typeof sampleFlows)[number]['key']

export function readSample(key: SampleKey): Promise<string> {
  return readFile(new URL(`${key}.bpmn`, import.meta.url), 'utf8')
}
