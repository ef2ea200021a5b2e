import { sql } from 'kysely'
import type { Act } from '@yiwang/kernel'
import { indexText } from '@yiwang/search'
import { corporateThemes, nameOfCode, personThemes } from '@yiwang/standards'
import type { Implementation } from '../contract.ts'
import { traitsOf } from './traits.ts'

/** The prose of a guide in which words are looked for: what is asked, needed and handed out. */
export function proseOf(item: Implementation): string {
  const materials = item.materials.map(({ name }) => name)
  const themes = item.themes.map((code) => nameOfCode(personThemes, code) ?? nameOfCode(corporateThemes, code) ?? '')
  const basis = item.legalBasis.map(({ title }) => title)
  const answers = item.questionsAndAnswers.map(({ question }) => question)
  const parts = [item.summary, ...item.conditions, ...materials, item.result.name, item.bodyName, ...themes, ...answers, ...basis]
  return parts.filter(Boolean).join('；').slice(0, 4000)
}

/** Puts the item into the public lists, or what they say of it right. Its use so far stays counted. */
export async function putListing(act: Act, item: Implementation): Promise<void> {
  const name = indexText([item.name, ...item.keywords].join(' '))
  const prose = proseOf(item)
  const words = sql<string>`setweight(to_tsvector('simple', ${name.words}), 'A') || setweight(to_tsvector('simple', ${indexText(prose).words}), 'C')`
  const row = {
    revision_id: item.revisionId,
    base_code: item.baseCode,
    name: item.name,
    summary: item.summary,
    body_code: item.bodyCode,
    body_name: item.bodyName,
    division: item.division,
    division_name: item.divisionName,
    item_type: item.itemType,
    audiences: item.audiences,
    themes: item.themes,
    case_kind: item.caseKind,
    mode: item.onlineMode ?? 'counter',
    charged: item.fees.charged,
    visits: item.visits,
    committed_limit: item.committedLimit ? JSON.stringify(item.committedLimit) : null,
    prose,
    traits: traitsOf(item),
    name_words: sql<string>`to_tsvector('simple', ${name.words})`,
    search_words: words,
    search_pinyin: name.pinyin,
  }
  await act.tx
    .insertInto('catalogue.listing')
    .values({ implementation_code: item.implementationCode, ...row })
    .onConflict((conflict) => conflict.column('implementation_code').doUpdateSet(row))
    .execute()
}

export async function dropListing(act: Act, implementationCode: string): Promise<void> {
  await act.tx.deleteFrom('catalogue.listing').where('implementation_code', '=', implementationCode).execute()
}
