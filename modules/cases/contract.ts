/** Shapes of the life of a case, by who sends or sees them. Browser-safe. */
export { CaseState, Decision, OnlineMode, Channel, MaterialSource, CaseKey, CaseFileKey } from './shapes/words.ts'
export {
  CaseMaterial,
  Applicant,
  DeliveryWish,
  CaseStep,
  SpecialProcedure,
  DeliveryFailure,
  CorrectionRequest,
  CasePaper,
  FlowTask,
} from './shapes/parts.ts'
export { Deadline, CaseClock, Stage, Allowed, NextStep } from './shapes/clock.ts'
export { CaseLine, CasePage, TaskLine, TaskPage, WorkOverview, WorkQuery, ApplicantQuery } from './shapes/lists.ts'
export { CaseArchive, DeskFacts, ServiceCase, CaseMoved, CheckedIdentity } from './shapes/case.ts'
export { PublicProgress, CodeProgress } from './shapes/progress.ts'
export {
  GivenMaterial,
  DraftKey,
  StartDraftInput,
  DraftInput,
  Draft,
  ResubmitInput,
  SupplyDeferredInput,
  WithdrawInput,
} from './shapes/application.ts'
export {
  Agent,
  WalkInInput,
  KnownMaterialsInput,
  KnownMaterials,
  LookUpInput,
  RequestCorrectionInput,
  AcceptInput,
  OpinionInput,
  HandleAtOnceInput,
  RefuseInput,
} from './shapes/counter.ts'
export {
  CompleteTaskInput,
  NoteExaminationInput,
  StartSpecialInput,
  EndSpecialInput,
  RequestExtensionInput,
  GrantInput,
  ReasonInput,
  DecideInput,
  ChooseDeliveryInput,
  DeliverInput,
  NoteMismatchInput,
  RescindInput,
} from './shapes/handling.ts'
