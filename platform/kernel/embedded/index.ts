export { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts'
export { startThrowawayPostgres, sweepThrowaways } from './throwaway.ts'
