/** Shapes of the directory, the implementations and what is made of them. Browser-safe. */
export { Answers, Clause, Material, MaterialSource, Question, Situation } from './shapes/material.ts'
export { FeeRate, FeeRelief, Fees, FeeStandard, type FeeDue, type FeeLine } from './shapes/fee.ts'
export {
  AllowedProcedure,
  Elements,
  elementShapes,
  FlowStep,
  Implementation,
  ItemState,
  OfficeHours,
  Place,
  Result,
} from './shapes/implementation.ts'
export {
  Attachment,
  Audience,
  BaseCode,
  BodyCode,
  CaseKind,
  Day,
  DivisionCode,
  ImplementationCode,
  Key,
  LegalBasis,
  Level,
  Moment,
  OnlineMode,
  TimeLimit,
} from './shapes/words.ts'
export {
  ChangeKind,
  DirectoryEntry,
  DirectoryState,
  EntryContent,
  EntryRow,
  EntryVersion,
  ImportResult,
  Proposal,
  ProposalInput,
  RowFault,
} from './shapes/directory.ts'
export {
  ApprovalInput,
  DraftDesk,
  DraftInput,
  ElementChange,
  Finding,
  ItemWork,
  PublicRevision,
  PublishInput,
  ReasonInput,
  Revision,
  RevisionState,
  UpdateKind,
} from './shapes/revision.ts'
export {
  DepartmentCount,
  Facet,
  FacetName,
  HotItem,
  ItemFilters,
  ItemLine,
  ItemsPage,
  ItemsQuery,
  Segment,
  ServiceForm,
  Suggestion,
  ThemeCount,
} from './shapes/listing.ts'
export { Flow, FlowInput, FlowState, FormDefinition, FormInput } from './shapes/definitions.ts'
export { ExaminationMethod, ManualContent, ManualPost, ManualRole, ReviewManual, ReviewPoints } from './shapes/manual.ts'
