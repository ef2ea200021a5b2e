/** Plants directory and implementations through the acts, each by another as the law wants it. */
import { systemActor, type Act, type House } from '@yiwang/kernel'
import type { ApprovalInput, Material } from '../contract.ts'
import {
  approve,
  approveFlow,
  changeDraft,
  deployFlow,
  draftImplementation,
  enterDirectory,
  getImplementation,
  publish,
  publishForm,
  publishManual,
  submitForApproval,
} from '../index.ts'
import { demoDirectory } from './directory.ts'
import { demoForms } from './forms.ts'
import { demoImplementations, type BodyOf, type DemoImplementation } from './implementations.ts'
import { manualFor } from './manual-for.ts'

export interface Seeded {
  entries: number
  /** Of all items in the order of `demoImplementations`. */
  items: { guide: string; implementationCode: string; bodyCode: string; division: string; complete: boolean }[]
}

/** The bodies that `bodyOf` names must be registered. Run it once, on a catalogue without these items. */
export async function seedCatalogue(house: Pick<House, 'perform'>, { bodyOf }: { bodyOf: BodyOf }): Promise<Seeded> {
  const as = <T>(who: string, run: (act: Act) => Promise<T>) => house.perform({ act: 'catalogue.seed', by: systemActor(who) }, run)
  const { entered, faults } = await as('demo-keeper', (act) => enterDirectory(act, demoDirectory()))
  if (faults.length > 0) throw new Error(`the demo directory is not sound: ${JSON.stringify(faults.slice(0, 3))}`)
  const forms = await as('demo-body', async (act) => {
    const versions = new Map<string, number>()
    for (const { key, name, schema } of demoForms) versions.set(key, (await publishForm(act, key, { name, schema })).version)
    return versions
  })
  const flows = new Map<string, number>()
  const items: Seeded['items'] = []
  for (const one of demoImplementations(bodyOf)) {
    if (one.flow && !flows.has(one.flow.key)) flows.set(one.flow.key, await plantFlow(as, one))
    items.push(await plantItem(as, one, forms, flows))
  }
  return { entries: entered, items }
}

type As = <T>(who: string, run: (act: Act) => Promise<T>) => Promise<T>

async function plantFlow(as: As, { flow, bodyCode }: DemoImplementation): Promise<number> {
  const { key = '', bpmn = '' } = flow ?? {}
  const { version } = await as('demo-body', (act) => deployFlow(act, key, { bodyCode, bpmn }))
  await as('demo-administration', (act) => approveFlow(act, key, version, { reason: '符合流程规范，同意。' }))
  return version
}

async function plantItem(as: As, one: DemoImplementation, forms: ReadonlyMap<string, number>, flows: ReadonlyMap<string, number>) {
  const { guide, baseCode, bodyCode, division, elements, formKey, flow, complete } = one
  const code = await as('demo-body', async (act) => {
    const draft = await draftImplementation(act, { baseCode, bodyCode, elements })
    const form = { key: formKey, version: forms.get(formKey) ?? 1 }
    const inner = flow ? { flow: { key: flow.key, version: flows.get(flow.key) ?? 1 } } : {}
    await changeDraft(act, draft.implementationCode, { form, ...inner })
    await submitForApproval(act, draft.implementationCode)
    return draft.implementationCode
  })
  await as('demo-keeper', async (act) => {
    await approve(act, code, approvalOf(elements.materials))
    await publish(act, code)
  })
  await as('demo-body', async (act) => publishManual(act, code, manualFor(await getImplementation(act.tx, code))))
  return { guide, implementationCode: code, bodyCode, division, complete }
}

function approvalOf(materials: readonly Material[]): ApprovalInput {
  const good = { reasonable: true, necessary: true, timely: true, complete: true }
  return { opinion: '合法有效，同意。', materials: Object.fromEntries(materials.map(({ code }) => [code, good])) }
}
