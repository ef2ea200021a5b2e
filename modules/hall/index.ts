export { hall } from './module.ts'
export type { AppointmentFacts } from './events.ts'
export { book } from './book.ts'
export { offerItem } from './offer-item.ts'
