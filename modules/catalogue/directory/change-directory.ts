import type { Act } from '@yiwang/kernel'
import type { ChangeKind, Proposal, ProposalInput } from '../contract.ts'
import { directoryProblem as problem } from '../problems.ts'
import { reachesDivision } from '../rules/who-may-change.ts'
import { findEntry, getEntriesForUpdate } from './directory-store.ts'
import { contentFaults, divisionFaults } from './enter-directory.ts'
import { insertProposal } from './proposal-store.ts'

/** How many entries a change takes and gives (新增, 变更, 暂停, 恢复, 取消, 拆分, 合并). */
const shape: Record<ChangeKind, { replaces: [number, number]; entries: [number, number] }> = {
  add: { replaces: [0, 0], entries: [1, 1] },
  change: { replaces: [1, 1], entries: [1, 1] },
  suspend: { replaces: [1, 1], entries: [0, 0] },
  resume: { replaces: [1, 1], entries: [0, 0] },
  cancel: { replaces: [1, 1], entries: [0, 0] },
  split: { replaces: [1, 1], entries: [2, 20] },
  merge: { replaces: [2, 20], entries: [1, 1] },
}

/** Proposes a change of the directory (目录清单动态维护). It counts only once another keeper has approved it. */
export async function changeDirectory(act: Act, input: ProposalInput): Promise<Proposal> {
  if (!reachesDivision(act.by, 'catalogue.keepDirectory', input.division)) throw problem.beyondReach()
  requireShape(input)
  if (input.kind === 'add' && input.mainItem !== undefined) await requireMainItem(act, input.mainItem)
  if (input.replaces.length > 0) await requireReplaceable(act, input)
  return insertProposal(act, input)
}

function requireShape({ kind, replaces, entries, division, mainItem }: ProposalInput): void {
  const { replaces: [leastOld, mostOld], entries: [leastNew, mostNew] } = shape[kind] // prettier-ignore
  const fits = replaces.length >= leastOld && replaces.length <= mostOld && entries.length >= leastNew && entries.length <= mostNew
  if (!fits) throw problem.proposalWrong({ reason: kind === 'merge' ? '合并至少选两个事项' : '所选事项或新事项的数目不对' })
  if (mainItem !== undefined && kind !== 'add') throw problem.proposalWrong({ reason: '只有新增的事项可以指定主项' })
  const faults = [...divisionFaults(division), ...entries.flatMap(contentFaults)]
  if (faults.length > 0) throw problem.contentWrong({ elements: faults.map(({ element, reason }) => `${element}${reason}`), faults })
}

async function requireMainItem(act: Act, mainItem: string): Promise<void> {
  const entry = await findEntry(act.tx, mainItem)
  if (!entry || entry.mainItem !== undefined || entry.state !== 'active') throw problem.mainItemUnknown({ mainItem })
}

/** Of this directory and still there; the type of an item is part of its code and cannot change under it. */
async function requireReplaceable(act: Act, { kind, division, replaces, entries }: ProposalInput): Promise<void> {
  for (const entry of await getEntriesForUpdate(act.tx, replaces)) {
    if (entry.division !== division) throw problem.beyondReach()
    if (entry.state === 'cancelled') throw problem.notActive({ name: entry.name })
    if (kind === 'suspend' && entry.state !== 'active') throw problem.notActive({ name: entry.name })
    if (kind === 'resume' && entry.state !== 'suspended') throw problem.proposalWrong({ reason: '事项不在暂停状态' })
    if (kind === 'change' && entries[0]?.itemType !== entry.itemType) throw problem.proposalWrong({ reason: '事项类型不能变更' })
  }
}
