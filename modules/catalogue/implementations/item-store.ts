/** The row of an implementation: who carries the item out, in which state, in which revision. */
import { present, within, type Act, type Tx } from '@yiwang/kernel'
import type { ItemState } from '../contract.ts'
import { itemProblem as problem } from '../problems.ts'

export interface Item {
  implementationCode: string
  baseCode: string
  bodyCode: string
  division: string
  state: ItemState
  currentRevision?: string
  lastVersion: number
  directoryVersion: number
  stateReason?: string
}

export const itemColumns = [
  'implementation_code as implementationCode',
  'base_code as baseCode',
  'body_code as bodyCode',
  'division',
  'state',
  'current_revision as currentRevision',
  'last_version as lastVersion',
  'directory_version as directoryVersion',
  'state_reason as stateReason',
] as const

export const itemScope = { body: 'body_code', division: 'division', item: 'implementation_code' } as const

export async function findItem(tx: Tx, implementationCode: string): Promise<Item | undefined> {
  const row = await tx
    .selectFrom('catalogue.implementation')
    .select(itemColumns)
    .where('implementation_code', '=', implementationCode)
    .executeTakeFirst()
  return row && (present(row) as Item)
}

/** Locked, and within what one of the permissions reaches. @throws item.notFound */
export async function getItemForUpdate({ tx, by }: Act, implementationCode: string, ...permissions: readonly string[]): Promise<Item> {
  const row = await tx
    .selectFrom('catalogue.implementation')
    .select(itemColumns)
    .where('implementation_code', '=', implementationCode)
    .where((where) => where.or(permissions.map((permission) => within(by, permission, itemScope))))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ implementationCode })
  return present(row) as Item
}

/** @throws item.alreadyTaken when the body has taken the entry up already. */
export async function insertItem(act: Act, item: Item): Promise<void> {
  const result = await act.tx
    .insertInto('catalogue.implementation')
    .values({
      implementation_code: item.implementationCode,
      base_code: item.baseCode,
      body_code: item.bodyCode,
      division: item.division,
      state: item.state,
      directory_version: item.directoryVersion,
    })
    .onConflict((conflict) => conflict.column('implementation_code').doNothing())
    .executeTakeFirst()
  if (result.numInsertedOrUpdatedRows === 0n) throw problem.alreadyTaken({ implementationCode: item.implementationCode })
}

/** Whether the body has this entry already split into handling options, or unsplit: the two cannot stand beside each other. */
export async function siblingsOf(tx: Tx, baseCode: string, bodyCode: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('catalogue.implementation')
    .select('implementation_code as code')
    .where('base_code', '=', baseCode)
    .where('body_code', '=', bodyCode)
    .where('state', '<>', 'withdrawn')
    .execute()
  return rows.map(({ code }) => code)
}

/** Other bodies that carry out the same entry in the same division as the main body. */
export async function rivalsOf(tx: Tx, { baseCode, division, bodyCode }: Item): Promise<string[]> {
  const rows = await tx
    .selectFrom('catalogue.implementation')
    .select('body_code as bodyCode')
    .distinct()
    .where('base_code', '=', baseCode)
    .where('division', '=', division)
    .where('body_code', '<>', bodyCode)
    .where('state', 'in', ['inForce', 'suspended'])
    .execute()
  return rows.map((row) => row.bodyCode)
}

export async function updateItem(act: Act, implementationCode: string, change: Partial<Item>): Promise<void> {
  await act.tx
    .updateTable('catalogue.implementation')
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.bodyCode ? { body_code: change.bodyCode } : {}),
      ...(change.currentRevision ? { current_revision: change.currentRevision } : {}),
      ...(change.lastVersion === undefined ? {} : { last_version: change.lastVersion }),
      ...(change.directoryVersion === undefined ? {} : { directory_version: change.directoryVersion }),
      ...('stateReason' in change ? { state_reason: change.stateReason ?? null } : {}),
    })
    .where('implementation_code', '=', implementationCode)
    .execute()
}

/** All items of these entries in these states, locked in the order of their codes. */
export async function listItemsOf({ tx }: Act, baseCodes: readonly string[], states: readonly ItemState[]): Promise<Item[]> {
  const rows = await tx
    .selectFrom('catalogue.implementation')
    .select(itemColumns)
    .where('base_code', 'in', [...baseCodes])
    .where('state', 'in', [...states])
    .orderBy('implementation_code')
    .forUpdate()
    .execute()
  return rows.map((row) => present(row) as Item)
}
