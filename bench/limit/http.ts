/** Over HTTP: a server in a process of its own with sign-in, permission, validation and audit; this process is its clients. */
import pg from 'pg'
import { openClient, type ApiClient } from '../harness/api-client.ts'
import { acceptance, anApplication, decision, taskOpinion } from '../harness/application.ts'
import { compete } from '../harness/contestant.ts'
import { tasks, type Office } from '../harness/office.ts'
import { startServer } from '../harness/start-server.ts'
import { openTaskOf } from './acts.ts'

await compete(async ([url = '', planted = '', connections = '8']) => {
  const server = await startServer(url, Number(connections))
  const api = openClient(server.port, Number(connections))
  const desk = new pg.Pool({ connectionString: url, max: Number(connections) })
  const office = JSON.parse(planted) as Office
  return {
    one: () => oneCase(api, desk, office),
    close: async () => {
      await api.close()
      await desk.end()
      await server.stop()
    },
  }
})

/** Which task is open is asked of the database, not of the desk: the page of the whole case is not part of the work compared. */
async function oneCase(api: ApiClient, desk: pg.Pool, { clerk, decider, committedItem }: Office): Promise<void> {
  const { caseNumber } = await api.post<{ caseNumber: string }>(clerk, '/cases', anApplication(committedItem))
  await api.post(clerk, `/cases/${caseNumber}/acceptance`, acceptance)
  for (let task = 0; task < tasks; task += 1)
    await api.post(clerk, `/cases/${caseNumber}/tasks/${await openTaskOf(desk, caseNumber)}/completion`, taskOpinion)
  await api.post(decider, `/cases/${caseNumber}/decision`, decision)
}
