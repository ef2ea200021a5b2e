import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { FastifyInstance } from 'fastify'
import type { JobDesk } from './jobs.ts'
import type pg from 'pg'

export interface Metrics {
  registry: Registry
  acts: Counter<'act' | 'outcome'>
}

/** Prometheus metrics of one process. */
export function openMetrics(pool: pg.Pool, jobs: JobDesk): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const acts = new Counter({
    name: 'yiwang_acts_total',
    help: 'Acts by name and outcome',
    labelNames: ['act', 'outcome'],
    registers: [registry],
  })
  const connections = new Gauge({
    name: 'yiwang_database_connections',
    help: 'Pool connections',
    labelNames: ['state'],
    registers: [registry],
  })
  const waiting = new Gauge({
    name: 'yiwang_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    collect: async () => {
      connections.set({ state: 'total' }, pool.totalCount)
      connections.set({ state: 'idle' }, pool.idleCount)
      connections.set({ state: 'waiting' }, pool.waitingCount)
      for (const queue of await jobs.waiting()) {
        waiting.set({ queue: queue.queue, state: 'waiting' }, queue.waiting)
        waiting.set({ queue: queue.queue, state: 'failed' }, queue.failed)
      }
    },
  })
  return { registry, acts }
}

/** Times every request by its route. */
export function timeRequests(api: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'yiwang_http_seconds',
    help: 'Time to answer by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  api.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
}
