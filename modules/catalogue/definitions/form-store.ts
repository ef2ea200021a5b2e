import { present, type Act, type Tx } from '@yiwang/kernel'
import { formProblem as problem } from '../problems.ts'
import type { FormDefinition } from '../contract.ts'

export async function formOf(tx: Tx, key: string, version: number): Promise<FormDefinition> {
  const found = await findForm(tx, key, version)
  if (!found) throw problem.notFound({ key, version })
  return found
}

export async function findForm(tx: Tx, key: string, version: number): Promise<FormDefinition | undefined> {
  const row = await tx
    .selectFrom('catalogue.form')
    .select(['key', 'version', 'name', 'schema'])
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (present(row) as FormDefinition)
}

export async function newestForm(tx: Tx, key: string): Promise<FormDefinition | undefined> {
  const row = await tx
    .selectFrom('catalogue.form')
    .select(['key', 'version', 'name', 'schema'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (present(row) as FormDefinition)
}

export async function insertForm(act: Act, form: FormDefinition): Promise<void> {
  const { key, version, name, schema } = form
  await act.tx
    .insertInto('catalogue.form')
    .values({ key, version, name, schema: JSON.stringify(schema), published_by: act.by.id, published_at: act.now })
    .execute()
}
