import { sql } from 'kysely'
import type { Tx } from '@yiwang/kernel'
import { elementShapes, type Elements, type PublicRevision } from '../contract.ts'
import { fieldName } from '../elements.ts'
import { canonical, differences, type Difference } from '../rules/compare.ts'
import { getImplementation } from './get-implementation.ts'
import { findItem } from './item-store.ts'
import { listPublished } from './published-store.ts'
import { itemProblem as problem } from '../problems.ts'

const fields = Object.keys(elementShapes)

/** The published revisions with what each changed against the one before; what is not yet in force is not told. */
export async function listPublicRevisions(tx: Tx, implementationCode: string, today: string): Promise<PublicRevision[]> {
  const item = await findItem(tx, implementationCode)
  if (!item?.currentRevision) throw problem.notFound({ implementationCode })
  const editions = (await listPublished(tx, implementationCode)).filter(({ effectiveOn }) => effectiveOn <= today)
  return editions.map(({ elements, ...edition }, place) => {
    const before = editions[place + 1]?.elements
    return { ...edition, changed: before ? differences(before, elements, fields).map(({ name }) => name) : [] }
  })
}

/** Two published versions of one item, element by element. @throws item.revisionNotFound */
export async function compareVersions(tx: Tx, implementationCode: string, one: number, other: number): Promise<Difference[]> {
  const editions = await listPublished(tx, implementationCode)
  const find = (version: number) => editions.find((edition) => edition.version === version)?.elements
  const [left, right] = [find(one), find(other)]
  if (!left || !right) throw problem.revisionNotFound({ implementationCode })
  return differences(left, right, fields)
}

export interface Comparison {
  field: string
  name: string
  values: { implementationCode: string; value?: unknown }[]
}

/** Several items side by side: the elements in which they are not all alike (横向部门、地区、层级比对). */
export async function compareItems(tx: Tx, codes: readonly string[]): Promise<Comparison[]> {
  const items = await Promise.all(codes.map((code) => getImplementation(tx, code)))
  return fields
    .map((field) => ({
      field,
      name: fieldName(field),
      values: items.map((item) => ({ implementationCode: item.implementationCode, value: item[field as keyof Elements] })),
    }))
    .filter(({ values }) => new Set(values.map(({ value }) => canonical(value))).size > 1)
}

export interface UnityFault {
  implementationCode: string
  fields: string[]
}

/** Items in force whose name, type, basis or code differ from the directory (统一规范): should be none but those behind it. */
export async function listUnityFaults(tx: Tx): Promise<UnityFault[]> {
  const { rows } = await sql<UnityFault>`
    select i.implementation_code as "implementationCode", array_remove(array[
      case when r.elements ->> 'name' <> e.name then 'name' end,
      case when r.elements ->> 'itemType' <> e.item_type then 'itemType' end,
      case when r.elements -> 'legalBasis' <> e.legal_basis then 'legalBasis' end,
      case when r.elements ->> 'baseCode' <> e.base_code then 'baseCode' end], null) as fields
    from catalogue.implementation i join catalogue.directory_entry e using (base_code)
      join catalogue.implementation_revision r on r.id = i.current_revision
    where i.state in ('inForce', 'suspended') and (r.elements ->> 'name' <> e.name or r.elements ->> 'itemType' <> e.item_type
      or r.elements -> 'legalBasis' <> e.legal_basis or r.elements ->> 'baseCode' <> e.base_code)
    order by 1 limit 1000`.execute(tx)
  return rows
}
