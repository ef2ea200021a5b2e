import { newId, present, within, type Act, type Desk, type Page, beyond, keyOf, toPage } from '@yiwang/kernel'
import type { Proposal, ProposalInput } from '../contract.ts'
import { directoryProblem as problem } from '../problems.ts'

const columns = [
  'id',
  'kind',
  'division',
  'replaces',
  'entries',
  'main_item as mainItem',
  'reason',
  'state',
  'proposed_by as proposedBy',
  'proposed_at as proposedAt',
  'reviewed_by as reviewedBy',
  'reviewed_at as reviewedAt',
  'opinion',
  'made',
] as const

export async function insertProposal(act: Act, input: ProposalInput): Promise<Proposal> {
  const id = newId()
  await act.tx
    .insertInto('catalogue.directory_proposal')
    .values({
      id,
      kind: input.kind,
      division: input.division,
      replaces: input.replaces,
      entries: JSON.stringify(input.entries),
      main_item: input.mainItem ?? null,
      reason: input.reason,
      state: 'submitted',
      proposed_by: act.by.id,
      proposed_at: act.now,
    })
    .execute()
  return { id, ...input, state: 'submitted', proposedBy: act.by.id, proposedAt: act.now.toISOString(), made: [] }
}

/** Locked, and within what the reviewer reaches. @throws directory.proposalNotFound */
export async function getProposalForUpdate({ tx, by }: Act, id: string): Promise<Proposal> {
  const row = await tx
    .selectFrom('catalogue.directory_proposal')
    .select(columns)
    .where('id', '=', id)
    .where(within(by, 'catalogue.approveDirectory', { division: 'division' }))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.proposalNotFound({ id })
  return present(row) as unknown as Proposal
}

export async function closeProposal(act: Act, proposal: Proposal): Promise<void> {
  await act.tx
    .updateTable('catalogue.directory_proposal')
    .set({
      state: proposal.state,
      reviewed_by: act.by.id,
      reviewed_at: act.now,
      opinion: proposal.opinion ?? null,
      made: proposal.made,
    })
    .where('id', '=', proposal.id)
    .execute()
}

export interface ProposalQuery {
  state?: Proposal['state']
  after?: string
  limit?: number
}

/** Newest first; those who keep and those who review see them. */
export async function listProposals({ tx, by }: Desk, { state, after, limit = 20 }: ProposalQuery): Promise<Page<Proposal>> {
  let select = tx
    .selectFrom('catalogue.directory_proposal')
    .select(columns)
    .where((where) =>
      where.or(
        ['catalogue.approveDirectory', 'catalogue.keepDirectory'].map((permission) => within(by, permission, { division: 'division' })),
      ),
    )
  if (state) select = select.where('state', '=', state)
  if (after) select = select.where(beyond(['id'], keyOf(after, 1), 'desc'))
  const rows = await select
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => present(row) as unknown as Proposal,
  )
}
