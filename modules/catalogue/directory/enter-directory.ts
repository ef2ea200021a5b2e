import type { Act } from '@yiwang/kernel'
import { divisionPrefix, findItemType, legalDay, parseBaseCode, parseDivision } from '@yiwang/standards'
import type { DirectoryEntry, EntryContent, EntryRow, ImportResult, RowFault } from '../contract.ts'
import { insertEntry, noteVersion } from './directory-store.ts'
import { knownCodes } from './directory-queries.ts'

type Fault = Omit<RowFault, 'row'>

/** First filling of the directory (统一清单库初始化): rows with faults are named by row and element and stay out. */
export async function enterDirectory(act: Act, rows: readonly EntryRow[]): Promise<ImportResult> {
  const taken = await knownCodes(
    act.tx,
    rows.flatMap(({ baseCode }) => [baseCode, `${baseCode.slice(0, 7)}000`]),
  )
  const faults: RowFault[] = []
  let entered = 0
  for (const [place, row] of inOrder(rows)) {
    const found = faultsOf(row, taken)
    faults.push(...found.map((fault) => ({ row: place + 1, ...fault })))
    if (found.length > 0) continue
    const entry = entryOf(row, legalDay(act.now))
    await insertEntry(act, entry)
    await noteVersion(act, entry, { kind: 'add', reason: '统一清单库初始化', madeBy: act.by.id })
    taken.add(entry.baseCode)
    entered += 1
  }
  return { entered, faults: faults.toSorted((one, other) => one.row - other.row) }
}

/** Main items first, so that sub-items find theirs. */
function inOrder(rows: readonly EntryRow[]): [number, EntryRow][] {
  return [...rows.entries()].toSorted(([, one], [, other]) => (one.baseCode < other.baseCode ? -1 : 1))
}

function entryOf(row: EntryRow, day: string): DirectoryEntry {
  const { baseCode, division, ...content } = row
  const code = parseBaseCode(baseCode)
  const mainItem = code.ok && code.value.kind === 'subItem' ? { mainItem: `${baseCode.slice(0, 7)}000` } : {}
  return { baseCode, version: 1, state: 'active', division, origins: [], ...mainItem, ...content, effectiveOn: day }
}

function faultsOf(row: EntryRow, taken: ReadonlySet<string>): Fault[] {
  return [...codeFaults(row, taken), ...contentFaults(row), ...divisionFaults(row.division)]
}

function codeFaults({ baseCode, itemType }: EntryRow, taken: ReadonlySet<string>): Fault[] {
  const fault = (reason: string): Fault[] => [{ element: '基本编码', reason, value: baseCode }]
  const parsed = parseBaseCode(baseCode)
  if (!parsed.ok) return fault(codeFaultWords[parsed.fault])
  if (parsed.value.kind === 'mainItemWithSubItems') return fault('有子项的主项以 000 结尾')
  if (taken.has(baseCode)) return fault('基本编码已被使用')
  if (parsed.value.type !== itemType) return fault('编码前两位与事项类型不一致')
  return parsed.value.kind === 'subItem' && !taken.has(`${baseCode.slice(0, 7)}000`) ? fault('子项所属的主项不存在') : []
}

const codeFaultWords = {
  length: '基本编码应为 10 位',
  type: '事项类型代码不存在',
  mainItem: '主项代码应为 5 位数字',
  subItem: '子项代码应为 3 位数字',
}

/** The four elements of the directory, all of them needed (guide 四（二）1). */
export function contentFaults({ name, itemType, legalBasis, levels }: EntryContent): Fault[] {
  return [
    ...(name.trim() === '' ? [{ element: '事项名称', reason: '不能为空' }] : []),
    ...(findItemType(itemType) ? [] : [{ element: '事项类型', reason: '没有这种事项类型', value: itemType }]),
    ...(legalBasis.length === 0 ? [{ element: '设定依据', reason: '至少填一条依据' }] : []),
    ...(levels.length === 0 ? [{ element: '行使层级', reason: '至少选一级' }] : []),
  ]
}

/** A directory is in common use in the nation, a province or a city (国家级, 省级, 市级). */
export function divisionFaults(division: string): Fault[] {
  const parsed = parseDivision(division)
  const common = parsed.ok && division.length === 6 && divisionPrefix(division).length <= 4
  return common ? [] : [{ element: '目录层级', reason: '目录清单分国家级、省级、市级', value: division }]
}
