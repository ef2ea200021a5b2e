/** Over HTTP: a server in a process of its own with sign-in, permission, validation and audit; this process is its clients. */
import { fork } from 'node:child_process'
import pg from 'pg'
import { Pool } from 'undici'
import { compete } from '../harness/contestant.ts'
import { acceptance, anApplication, decision, taskOpinion } from '../harness/application.ts'
import { tasks, type Office, type Person } from '../harness/office.ts'
import { openTaskOf } from './acts.ts'

interface Moved {
  caseNumber: string
}

await compete(async ([url = '', office = '', connections = '8']) => {
  const server = fork(new URL('../harness/server.ts', import.meta.url), [url, connections], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((heard) => server.once('message', (message) => heard(Number(message))))
  const api = new Pool(`http://127.0.0.1:${port}`, { connections: Number(connections), pipelining: 1 })
  const desk = new pg.Pool({ connectionString: url, max: Number(connections) })
  return {
    one: () => oneCase(api, desk, JSON.parse(office) as Office),
    close: async () => {
      await api.close()
      await desk.end()
      server.disconnect()
    },
  }
})

/** Which task is open is asked of the database, not of the desk: the page of the whole case is not part of the work compared. */
async function oneCase(api: Pool, desk: pg.Pool, { clerk, decider, committedItem }: Office): Promise<void> {
  const { caseNumber } = await post(api, clerk, '/cases', anApplication(committedItem))
  await post(api, clerk, `/cases/${caseNumber}/acceptance`, acceptance)
  for (let task = 0; task < tasks; task += 1)
    await post(api, clerk, `/cases/${caseNumber}/tasks/${await openTaskOf(desk, caseNumber)}/completion`, taskOpinion)
  await post(api, decider, `/cases/${caseNumber}/decision`, decision)
}

async function post(api: Pool, { token }: Person, path: string, body: object): Promise<Moved> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await api.request({ method: 'POST', path: `/api/v1${path}`, headers, body: JSON.stringify(body) })
  const said = await answer.body.text()
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${said}`)
  return JSON.parse(said) as Moved
}
