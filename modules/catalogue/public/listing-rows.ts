/** How a search row becomes a line of a list. */
import { excerpt, highlight } from '@yiwang/search'
import { findItemType } from '@yiwang/standards'
import type { ItemLine, OnlineMode, TimeLimit } from '../contract.ts'

export interface ListingRow {
  implementationCode: string
  name: string
  summary: string
  bodyCode: string
  bodyName: string
  division: string
  divisionName: string
  itemType: string
  audiences: string[]
  themes: string[]
  caseKind: string
  mode: string
  committedLimit: unknown
  charged: boolean
  visits: number
  rank: number
  prose: string
}

export function lineOf(row: ListingRow, question?: string): ItemLine {
  const { implementationCode, name, summary, bodyCode, bodyName, division, divisionName, itemType, themes, charged, visits } = row
  const { mode, committedLimit, rank, prose, caseKind, audiences } = row
  return {
    ...{ implementationCode, name, summary, bodyCode, bodyName, division, divisionName, itemType, themes, charged, visits },
    audiences: audiences as ItemLine['audiences'],
    caseKind: caseKind as ItemLine['caseKind'],
    itemTypeName: findItemType(row.itemType)?.name ?? row.itemType,
    ...(mode === 'counter' ? {} : { onlineMode: mode as OnlineMode }),
    ...(committedLimit ? { committedLimit: committedLimit as TimeLimit } : {}),
    uses: -rank,
    ...(question ? marks(name, prose, question) : {}),
  }
}

/** Matches are given as pieces of the text, never as markup: whatever was typed cannot become part of the page. */
function marks(name: string, prose: string, question: string): Pick<ItemLine, 'nameSegments' | 'foundIn'> {
  const nameSegments = highlight(name, question)
  if (nameSegments.some(({ match }) => match)) return { nameSegments }
  const foundIn = excerpt(prose, question)
  return foundIn.some(({ match }) => match) ? { nameSegments, foundIn } : { nameSegments }
}
