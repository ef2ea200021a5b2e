export { paperWithDigest } from './check-paper.ts'
export { documents } from './module.ts'
export { listPapers } from './document-queries.ts'
export {
  assignPapers,
  changeEffect,
  findFiles,
  findPaperByAuditCode,
  getFile,
  getPaper,
  type FileRow,
  type PaperRow,
} from './document-store.ts'
export type { PaperSealer } from './events.ts'
export { issuePaper, type IssuedPaper, type PaperWish } from './issue-paper.ts'
export { keepFile, type FileFacts } from './keep-file.ts'
export { paperFile } from './make-paper.ts'
export { paperTitle, type PaperKind } from './paper-kinds.ts'
export { withFileProblems } from './problems.ts'
export { sendFile } from './send-file.ts'
export { keepUpload, receiveUpload } from './upload.ts'
