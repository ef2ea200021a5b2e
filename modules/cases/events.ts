import type { Decision } from './contract.ts'

/** What every event of a case tells. */
export interface CaseFacts {
  caseNumber: string
  implementationCode: string
  revisionId: string
  itemName: string
  bodyCode: string
  division: string
  accountId: string | null
  channel: string
}

declare module '@yiwang/kernel' {
  interface Events {
    'case.submitted': CaseFacts
    'case.correctionRequested': CaseFacts & { dueOn: string; missing: string[] }
    'case.resubmitted': CaseFacts
    'case.preAccepted': CaseFacts & { originals: string[] }
    'case.accepted': CaseFacts & { committedDue?: string; deemed: boolean }
    'case.refused': CaseFacts & { reason: string }
    'case.stepDone': CaseFacts & { step: string; actorId: string }
    'case.specialStarted': CaseFacts & { kind: 'A' | 'B'; name: string; plannedDays?: number }
    'case.specialEnded': CaseFacts & { kind: 'A' | 'B'; name: string }
    'case.suspended': CaseFacts & { reason: string }
    'case.resumed': CaseFacts
    'case.extensionRequested': CaseFacts & { workdays: number }
    'case.extended': CaseFacts & { workdays: number; reason: string }
    'case.abortRequested': CaseFacts & { reason: string }
    'case.aborted': CaseFacts & { reason: string }
    'case.withdrawn': CaseFacts
    'case.lapsed': CaseFacts
    'case.deferredSupplied': CaseFacts & { left: string[] }
    'case.decided': CaseFacts & { decision: Decision }
    'case.completed': CaseFacts & { decision: Decision }
    'case.delivered': CaseFacts & { method: string }
    'case.deliveryFailed': CaseFacts & { waybill: string; why: 'refused' | 'returned' | 'lost' | 'cancelled' }
    /** Another way after the courier failed. */
    'case.deliveryChosen': CaseFacts & { method: 'counter' | 'courier' }
    'case.originalsMismatched': CaseFacts & { names: string[] }
    'case.rescinded': CaseFacts & { reason: string }
    'case.archived': CaseFacts
    'case.linked': CaseFacts
  }
  interface Jobs {
    'cases.deemAccept': Record<string, never>
    'cases.lapse': Record<string, never>
    'cases.forgetDrafts': Record<string, never>
    'cases.fireTimers': Record<string, never>
    'cases.archive': Record<string, never>
  }
}
