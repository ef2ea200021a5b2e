import type { Act } from '@yiwang/kernel'
import { legalDay, makeBaseCode } from '@yiwang/standards'
import type { DirectoryEntry, EntryContent, Proposal, ReasonInput } from '../contract.ts'
import { followDirectory } from '../implementations/follow-directory.ts'
import { directoryProblem as problem } from '../problems.ts'
import { getEntriesForUpdate, insertEntry, nextMainItem, nextSubItem, noteVersion, updateEntry } from './directory-store.ts'
import { closeProposal, getProposalForUpdate } from './proposal-store.ts'

/** Approval (审核通过): only now codes are given and versions made, everywhere at once (统一更新). */
export async function approveDirectoryChange(act: Act, id: string, { reason }: ReasonInput): Promise<Proposal> {
  const proposal = await reviewable(act, id)
  const made = await carryOut(act, proposal)
  await followDirectory(act, proposal.kind, proposal.replaces, proposal.reason)
  const approved: Proposal = {
    ...proposal,
    state: 'approved',
    opinion: reason,
    made,
    reviewedBy: act.by.id,
    reviewedAt: act.now.toISOString(),
  }
  await closeProposal(act, approved)
  const baseCodes = [...new Set([...proposal.replaces, ...made])]
  await act.publish('directory.changed', { kind: proposal.kind, baseCodes, reason: proposal.reason })
  return approved
}

/** Return (审核不通过): nothing of it comes to be. */
export async function returnDirectoryChange(act: Act, id: string, { reason }: ReasonInput): Promise<Proposal> {
  const proposal = await reviewable(act, id)
  const returned: Proposal = { ...proposal, state: 'returned', opinion: reason, reviewedBy: act.by.id, reviewedAt: act.now.toISOString() }
  await closeProposal(act, returned)
  return returned
}

async function reviewable(act: Act, id: string): Promise<Proposal> {
  const proposal = await getProposalForUpdate(act, id)
  if (proposal.state !== 'submitted') throw problem.alreadyReviewed()
  if (proposal.proposedBy === act.by.id) throw problem.reviewedByProposer()
  return proposal
}

/** Carries the change out and tells the codes that came of it. */
async function carryOut(act: Act, proposal: Proposal): Promise<string[]> {
  const { kind, entries, replaces } = proposal
  const old = replaces.length > 0 ? await getEntriesForUpdate(act.tx, replaces) : []
  const [first] = entries
  switch (kind) {
    case 'add':
      return enterAll(act, proposal, [])
    case 'change':
      if (first) await nextVersions(act, proposal, old, (entry) => ({ ...entry, ...first }))
      return replaces
    case 'suspend':
      await nextVersions(act, proposal, old, (entry) => ({ ...entry, state: 'suspended' }))
      return replaces
    case 'resume':
      await nextVersions(act, proposal, old, (entry) => ({ ...entry, state: 'active' }))
      return replaces
    case 'cancel':
      await nextVersions(act, proposal, old, (entry) => ({ ...entry, state: 'cancelled' }))
      return []
    case 'split':
    case 'merge': {
      await nextVersions(act, proposal, old, (entry) => ({ ...entry, state: 'cancelled' }))
      return enterAll(act, proposal, replaces)
    }
  }
}

async function nextVersions(
  act: Act,
  proposal: Proposal,
  old: readonly DirectoryEntry[],
  change: (entry: DirectoryEntry) => DirectoryEntry,
): Promise<void> {
  for (const entry of old) {
    const next = { ...change(entry), version: entry.version + 1, effectiveOn: legalDay(act.now) }
    await updateEntry(act, next)
    await noteVersion(act, next, noteOf(act, proposal))
  }
}

async function enterAll(act: Act, proposal: Proposal, origins: string[]): Promise<string[]> {
  const made: string[] = []
  for (const content of proposal.entries) made.push(await enterOne(act, proposal, content, origins))
  return made
}

/** 统一赋码: the next free number of its type, or of its main item. */
async function enterOne(act: Act, proposal: Proposal, content: EntryContent, origins: string[]): Promise<string> {
  const { mainItem, division } = proposal
  const { itemType: type } = content
  const baseCode =
    mainItem === undefined
      ? makeBaseCode({ type, mainItem: await nextMainItem(act, type) })
      : makeBaseCode({ type: mainItem.slice(0, 2), mainItem: Number(mainItem.slice(2, 7)), subItem: await nextSubItem(act, mainItem) })
  if (baseCode.slice(0, 2) !== type) throw problem.proposalWrong({ reason: '子项的事项类型须与主项一致' })
  const common = { version: 1, state: 'active', division, origins, effectiveOn: legalDay(act.now) } as const
  const entry: DirectoryEntry = { baseCode, ...common, ...content, ...(mainItem === undefined ? {} : { mainItem }) }
  await insertEntry(act, entry)
  await noteVersion(act, entry, noteOf(act, proposal))
  return baseCode
}

const noteOf = (act: Act, { kind, reason, proposedBy }: Proposal) => ({ kind, reason, madeBy: proposedBy, reviewedBy: act.by.id })
