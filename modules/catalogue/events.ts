/** What the catalogue tells others. */
export interface ItemNews {
  implementationCode: string
  baseCode: string
  name: string
  bodyCode: string
  division: string
}

declare module '@yiwang/kernel' {
  interface Events {
    'item.submitted': ItemNews & { revisionId: string }
    'item.approved': ItemNews & { revisionId: string; opinion: string }
    'item.returned': ItemNews & { revisionId: string; opinion: string }
    /** A revision has come into force: guides and caches are made anew. */
    'item.published': ItemNews & { revisionId: string; version: number }
    'item.suspended': ItemNews & { reason: string }
    'item.resumed': ItemNews
    'item.withdrawn': ItemNews & { reason: string }
    /** The directory has changed: implementations of these entries have to follow (待调整). */
    'directory.changed': { kind: string; baseCodes: string[]; reason: string }
    'flow.deployed': { key: string; version: number; bodyCode: string; division: string }
    'flow.approved': { key: string; version: number }
    'manual.published': { implementationCode: string; version: number }
  }
  interface Jobs {
    /** Brings into force what was published for a later day. */
    'catalogue.bringIntoForce': Record<string, never>
    /** Ranks items by their use of the last 30 days. */
    'catalogue.rankItems': Record<string, never>
  }
}
