/** The directory of the demo: national licence items and the collected guides, as rows of the first filling. */
import { itemTypes, makeBaseCode } from '@yiwang/standards'
import type { EntryRow, LegalBasis, Level } from '../contract.ts'
import { bodiesFor } from './bodies.ts'
import { guides, type SourceGuide } from './guide-source.ts'
import source from './data/licence-items.json' with { type: 'json' }

type SourceItem = [seq: number, department: string, name: string, levels: string, authority: string, basis: string, checked: string]
const items = source as unknown as readonly SourceItem[]

const province = '330000'
const levelWords: Record<string, Level> = {
  国家级: 'nation',
  省级: 'province',
  市级: 'city',
  县级: 'county',
  乡级: 'township',
  村级: 'village',
}

/** 《某法》（某版）第几条, several by semicolons. The articles are matched by machine: all of them are to be checked (待核). */
export function basisOf(text: string): LegalBasis[] {
  return text
    .split(/[；;](?![^（]*）)/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const bracketed = /^《(?<title>.+?)》(?<clause>.*)$/.exec(part.trim())
      const bare = /^(?<title>(?:[^（]|（[^）]*）)+?)(?<clause>第.+)?$/.exec(part.trim())
      const { title = part.trim(), clause } = (bracketed ?? bare)?.groups ?? {}
      return { title, ...(clause ? { clause } : {}), checked: false }
    })
}

const licenceRow = ([seq, department, name, levels, , basis]: SourceItem): EntryRow => ({
  baseCode: makeBaseCode({ type: 'XK', mainItem: seq }),
  division: province,
  name,
  itemType: 'XK',
  legalBasis: basisOf(basis),
  levels: levels.split('、').flatMap((word) => levelWords[word] ?? []),
  department,
})

const firstGuide = 600

/** The type code of a guide: its name in the table of types, or what comes nearest. */
export function typeOf(guide: SourceGuide): string {
  if (/医疗保险|异地就医/.test(guide.name)) return 'YL'
  if (/养老保险/.test(guide.name) && guide.itemType === '公共服务') return 'SB'
  if (/公积金/.test(guide.name)) return 'ZF'
  return itemTypes.find(({ name }) => name === guide.itemType)?.code ?? 'GG'
}

export const baseCodeOf = (guide: SourceGuide): string =>
  makeBaseCode({ type: typeOf(guide), mainItem: firstGuide + guides.indexOf(guide) + 1 })

const levelOf = (division: string): Level => (division.endsWith('0000') ? 'province' : division.endsWith('00') ? 'city' : 'county')

/** An item is exercised where the guide says and wherever the demo carries it out. */
function guideLevels(guide: SourceGuide): Level[] {
  const said = levelWords[guide.level]
  return [...new Set([...(said ? [said] : []), ...bodiesFor(guide).map(({ division }) => levelOf(division))])]
}

const guideRow = (guide: SourceGuide): EntryRow => ({
  baseCode: baseCodeOf(guide),
  division: province,
  name: guide.name.replace(/（上海.*?实例）/, ''),
  itemType: typeOf(guide),
  legalBasis: guide.basis.flatMap(basisOf),
  levels: guideLevels(guide),
  department: guide.department,
})

/** Rows for `enterDirectory`, all of them sound. */
export function demoDirectory(): EntryRow[] {
  return [...items.map(licenceRow), ...guides.map(guideRow)]
}
