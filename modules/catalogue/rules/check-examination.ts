import type { Draft, Note } from './check-elements.ts'

/**
 * Where the body examines (内部审批, the guide 五（二）1（2）④): along a flow of its own here, or in a business system of its own. Without either a
 * committed case could be decided with nobody having looked at it; an instant one is examined and decided on the spot.
 */
export function checkExamination({ caseKind, flow, examinedIn }: Draft, error: Note): void {
  const ownSystem = examinedIn === 'ownSystem'
  if (ownSystem && flow) error('examinedIn', 'flowBesides', '在自有业务系统审查的，不另设内部流程')
  if (caseKind === 'committed' && !flow && !ownSystem) error('flow', 'missing', '承诺件须选定内部流程，或注明在自有业务系统审查')
}
