import { getActiveBody } from '@yiwang/organisation'
import type { Act } from '@yiwang/kernel'
import { canonicalDivision, divisionLevel, isWithin, makeImplementationCode, parseDivision } from '@yiwang/standards'
import type { DirectoryEntry, DraftInput, Elements, Level, Revision } from '../contract.ts'
import { getActiveEntry } from '../directory/directory-store.ts'
import { itemProblem as problem } from '../problems.ts'
import { reaches } from '../rules/who-may-change.ts'
import { insertItem, siblingsOf } from './item-store.ts'
import { insertDraft } from './revision-store.ts'

/** Takes up an entry of the directory as an item of one's own body (编制实施清单, guide 五（二）1（1）②). */
export async function draftImplementation(act: Act, input: DraftInput): Promise<Revision> {
  const entry = await getActiveEntry(act.tx, input.baseCode)
  const body = await getActiveBody(act.tx, input.bodyCode)
  const division = input.division ?? body.division
  requireLevel(entry, body.division, division)
  const nature = input.elements?.bodyNature ?? (body.kind === 'authorised' ? 'authorised' : 'statutory')
  const option = input.handlingOption ?? 0
  const parts = { division, organisation: input.bodyCode, bodyKind: kindDigit[nature], handlingOption: option }
  const implementingCode = makeImplementationCode(parts)
  const implementationCode = entry.baseCode + implementingCode
  if (!reaches(act.by, 'catalogue.draft', { implementationCode, bodyCode: body.code, division }))
    throw problem.notYours({ body: body.name })
  await requireSplit(act, entry.baseCode, body.code, option)
  await insertItem(act, {
    implementationCode,
    baseCode: entry.baseCode,
    bodyCode: body.code,
    division,
    state: 'preparing',
    lastVersion: 0,
    directoryVersion: entry.version,
  })
  const given = { ...emptyElements, ...input.elements }
  const elements = { ...given, ...inherited(entry), implementingCode, bodyCode: body.code, bodyNature: nature }
  return insertDraft(act, { implementationCode, updateKind: 'add', elements })
}

const kindDigit = { statutory: '1', authorised: '2', entrusted: '3' } as const

/** What the directory fixes: the same in every place (统一规范). The levels may be narrowed, not widened. */
export function inherited(entry: DirectoryEntry): Pick<Elements, 'baseCode' | 'name' | 'itemType' | 'legalBasis' | 'exerciseLevels'> {
  const { baseCode, name, itemType, legalBasis, levels } = entry
  return { baseCode, name, itemType, legalBasis, exerciseLevels: levels }
}

/** Lists that may be empty are empty until somebody fills them. */
const emptyElements: Partial<Elements> = {
  jointBodies: [],
  intermediaries: [],
  materials: [],
  questions: [],
  situations: [],
  procedures: [],
  refusalGrounds: [],
  questionsAndAnswers: [],
  keywords: [],
  realNameLevel: 1,
  handlingModel: 'own',
}

/** A body takes up only what its level exercises, from a directory in use where it is (本级范围). */
function requireLevel(entry: DirectoryEntry, bodyDivision: string, division: string): void {
  if (!parseDivision(division).ok || !isWithin(division, bodyDivision)) throw problem.levelWrong({ name: entry.name })
  const level: Level = divisionLevel(canonicalDivision(division))
  const inUse = isWithin(bodyDivision, entry.division) || divisionLevel(entry.division) === 'nation'
  if (!inUse || !entry.levels.includes(level)) throw problem.levelWrong({ name: entry.name })
}

/** 办理项 (appendix 1, element 2): an item is whole (00) or split (01 …), never both. */
async function requireSplit(act: Act, baseCode: string, bodyCode: string, option: number): Promise<void> {
  const others = (await siblingsOf(act.tx, baseCode, bodyCode)).map((code) => code.slice(-2))
  const clash = option === 0 ? others.some((other) => other !== '00') : others.includes('00')
  if (clash) throw problem.alreadyTaken({ implementationCode: baseCode })
}
