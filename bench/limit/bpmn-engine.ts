/** bpmn-engine: started, then six times recovered from the saved state, a task done, the state saved; seven commits to the same PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { Engine, type BpmnEngineExecutionState } from 'bpmn-engine'
import pg from 'pg'
import { compete } from '../harness/contestant.ts'
import { plainFlow } from '../harness/flow.ts'

const source = plainFlow('bench', 6)

await compete(async ([url = '', connections = '8']) => {
  const pool = new pg.Pool({ connectionString: url, max: Number(connections) })
  await pool.query('create table if not exists running (id uuid primary key, state jsonb not null, ended boolean not null)')
  return { one: () => oneCase(pool), close: () => pool.end() }
})

async function oneCase(pool: pg.Pool): Promise<void> {
  const id = randomUUID()
  const engine = new Engine({ name: 'bench', source })
  await engine.execute({ listener: new EventEmitter() })
  await pool.query({
    name: 'new',
    text: 'insert into running (id, state, ended) values ($1, $2, false)',
    values: [id, JSON.stringify(await engine.getState())],
  })
  for (let task = 1; task <= 6; task += 1) await oneStep(pool, id, `task${task}`)
}

/** What a request does: nothing of the case is in memory before it. */
async function oneStep(pool: pg.Pool, id: string, task: string): Promise<void> {
  const { rows } = await pool.query<{ state: BpmnEngineExecutionState }>({
    name: 'find',
    text: 'select state from running where id = $1',
    values: [id],
  })
  const state = rows[0]?.state
  if (!state) throw new Error('no such case')
  const engine = new Engine({ name: 'bench' }).recover(state)
  const execution = await engine.resume({ listener: new EventEmitter() })
  execution.signal({ id: task })
  const after = await engine.getState()
  await pool.query({
    name: 'save',
    text: 'update running set state = $2, ended = $3 where id = $1',
    values: [id, JSON.stringify(after), String(after.state) === 'idle'],
  })
}
