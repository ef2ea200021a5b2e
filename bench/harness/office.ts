import { approve, approveFlow, changeDraft, deployFlow, publish, publishForm, submitForApproval } from '@yiwang/catalogue'
import type { Material } from '@yiwang/catalogue/contract'
import { aDraft, aMaterial, reviewOf, type ItemOver } from '@yiwang/catalogue/testing'
import { startSession } from '@yiwang/identity'
import { systemActor, type Act, type Actor, type House } from '@yiwang/kernel'
import { defineRole, grantRole, grantsOf, rolesOf } from '@yiwang/organisation'
import { aBody, aStaffMember, homeBody } from '@yiwang/organisation/testing'
import { cases } from '@yiwang/cases'
import { ownFlow } from './flow.ts'

/** Who handles the cases, and what they apply for. Made through the acts; told to other processes as JSON. */
export interface Office {
  clerk: Person
  decider: Person
  /** Four tasks between acceptance and decision. */
  committedItem: string
  /** An instant item without a flow: decided by whoever may. */
  simpleItem: string
}
export interface Person {
  actor: Actor
  token: string
}

/** The tasks of the committed item: with submission, acceptance and decision seven commits. */
export const tasks = 4

export function plantOffice(house: House): Promise<Office> {
  return house.perform({ act: 'bench.plant', by: systemActor('bench') }, async (act) => {
    await aBody(act, { name: '上城区样例局', shortName: '上城样例' })
    const form = await aForm(act)
    const materials = [aMaterial({ code: 'statement', name: '承诺书' }), aMaterial({ code: 'plan', name: '平面图' })]
    const flow = await aFlow(act)
    const common = { materials, form, flow, committedLimit: { value: 5, unit: 'workday' } } as const
    const committedItem = await anItem(act, { ...common, name: '测速许可' }, true)
    const simpleItem = await anItem(act, { ...common, name: '测速备案' }, false)
    await aRole(act)
    return {
      clerk: await aPerson(act, '王受理'),
      decider: await aPerson(act, '李决定'),
      committedItem,
      simpleItem,
    }
  })
}

/** Drawn up, approved by another, published. */
async function anItem(act: Act, over: ItemOver & { materials: Material[] }, withFlow: boolean): Promise<string> {
  const by = (name: string): Act => ({ ...act, by: systemActor(name) })
  const code = await aDraft(act, over)
  if (!withFlow) await changeDraft(by('test-drafter'), code, { flow: null, caseKind: 'instant', committedLimit: null })
  await submitForApproval(by('test-drafter'), code)
  await approve(by('bench-approver'), code, reviewOf(over.materials))
  await publish(by('bench-publisher'), code)
  return code
}

async function aForm(act: Act): Promise<{ key: string; version: number }> {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['place'],
    properties: {
      place: { type: 'string', title: '经营场所', minLength: 2, maxLength: 100 },
      area: { type: 'number', title: '面积（平方米）', minimum: 0 },
    },
  }
  const { key, version } = await publishForm(act, 'bench', { name: '申请表', schema })
  return { key, version }
}

async function aFlow(act: Act): Promise<{ key: string; version: number }> {
  const key = 'bench'
  const flow = await deployFlow(act, key, { bodyCode: homeBody, bpmn: ownFlow(key, tasks) })
  await approveFlow({ ...act, by: systemActor('bench-approver') }, key, flow.version, { reason: '同意' })
  return { key, version: flow.version }
}

async function aRole(act: Act): Promise<void> {
  const granted = Object.entries(cases.permissions ?? {}).flatMap(([code, { heldBy }]) => (heldBy ? [] : [code]))
  await defineRole(act, 'examiner', { name: '办理人员', permissions: granted })
}

async function aPerson(act: Act, name: string): Promise<Person> {
  const staff = await aStaffMember(act, { name })
  await grantRole(act, staff.id, { role: 'examiner' })
  const { bodyCode: body, division, posts, id } = staff
  const roles = (await rolesOf(act.tx, id)).map(({ code }) => code)
  const actor: Actor = {
    kind: 'staff',
    id,
    body,
    division,
    posts,
    roles,
    grants: await grantsOf(act.tx, id),
    channel: 'counter',
    name,
    staffNumber: staff.staffNumber,
  }
  return { actor, token: await startSession(act, 'staff', id, { channel: 'counter', device: 'bench' }) }
}
