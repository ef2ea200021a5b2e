import type { Tx } from '@yiwang/kernel'
import type { Elements, Finding } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'
import { checkExamination } from '../rules/check-examination.ts'
import { flowOf } from './flow-store.ts'
import { formOf } from './form-store.ts'

/** What an item names must be there and agreed before the item is published, and somebody must examine. */
export async function requireDeployed(tx: Tx, elements: Partial<Elements>): Promise<void> {
  const { form, flow } = elements
  const findings: Finding[] = []
  const error = (element: string, code: string, text: string) => findings.push({ element, code, severity: 'error', text })
  checkExamination(elements, error)
  if (form) await formOf(tx, form.key, form.version)
  if (flow) {
    const { definition } = await flowOf(tx, flow.key, flow.version)
    if (!definition.nodes.some(({ type }) => type === 'userTask')) error('flow', 'nobodyExamines', '内部流程没有由人办理的环节')
  }
  if (findings.length > 0) throw problem.incomplete({ findings })
}
