export { indexText, type IndexedText } from './index-text.ts'
export { queryText, type QueryText, type Unit } from './query-text.ts'
export { excerpt, highlight, type Segment } from './highlight.ts'
export { fold } from './fold.ts'
