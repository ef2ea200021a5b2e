/** A DBOS workflow of six steps: the start, each step and the end are rows of the same PostgreSQL, as with us. */
import { DBOS } from '@dbos-inc/dbos-sdk'
import { compete } from '../harness/contestant.ts'

const opinion = { opinion: '经审查，符合法定条件。', by: 'staff-1' }

async function step(): Promise<typeof opinion> {
  return opinion
}

const sixSteps = DBOS.registerWorkflow(
  async () => {
    for (let place = 1; place <= 6; place += 1) await DBOS.runStep(step, { name: `step${place}` })
  },
  { name: 'sixSteps' },
)

await compete(async ([url = '', connections = '8']) => {
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: url,
    systemDatabasePoolSize: Number(connections),
    logLevel: 'error',
    runAdminServer: false,
  })
  await DBOS.launch()
  return { one: () => sixSteps(), close: () => DBOS.shutdown() }
})
