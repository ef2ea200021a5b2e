export { aClerk, aUser } from './actors.ts'
export { openHall, type Answer, type Hall, type HallOptions, type RequestOptions, type Visitor } from './hall.ts'
export { cloneDatabase } from './template.ts'
export { somebodyWaits } from './waiting.ts'
