import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callerOf, signedBy } from '../caller.ts'
import { Problem } from '../problems.ts'
import type { World } from '../world.ts'
import {
  BankCardCheck,
  LogEntry,
  Organisation,
  OrganisationCheck,
  OrganisationQuery,
  Person,
  PersonCheck,
  PersonQuery,
  SocialCardCheck,
  Verdict,
} from './contract.ts'
import { openLog, type RegisterLog } from './log.ts'
import type { Resident } from './persons.ts'
import { registers } from './registers.ts'

type Asked = { purpose: string; asker: string; caller: string }

/** The population register (人口库), the register of legal persons (法人库) and two card checks. */
export const registerRoutes: FastifyPluginAsyncTypebox<{ world: World }> = async (api, { world }) => {
  const log = openLog(world)
  api.get('/registers/log', { schema: { querystring: LogQuery, response: { 200: LogPage } } }, ({ query }) => {
    const entries = log.list(Number(query.after ?? '0'))
    return { entries, last: entries.at(-1)?.sequence ?? Number(query.after ?? '0') }
  })
  await api.register(async (signed: typeof api) => {
    signed.addHook('preValidation', signedBy(world, 'registers'))
    populationRoutes(signed, log)
    organisationRoutes(signed, log)
    cardRoutes(signed, log)
  })
}

const LogQuery = Type.Object({ after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })) }, { additionalProperties: false })
const LogPage = Type.Object({ entries: Type.Array(LogEntry), last: Type.Integer() })
type Api = Parameters<FastifyPluginAsyncTypebox>[0]

/** Unknown, dead and different all get the same answer, so that nobody can find out who exists. */
function livingPerson(idNumber: string, name: string): Resident | undefined {
  const found = registers().findPerson(idNumber)
  return found?.state === 'alive' && found.name === name ? found : undefined
}

function verdict(log: RegisterLog, register: LogEntry['register'], subject: string, asked: Asked, matches: boolean): { matches: boolean } {
  log.write({ ...pickAsked(asked), register, act: 'verify', subject, outcome: matches ? 'matches' : 'differs' })
  return { matches }
}

const pickAsked = ({ purpose, asker, caller }: Asked): Asked => ({ purpose, asker, caller })

function populationRoutes(api: Api, log: RegisterLog): void {
  api.post('/registers/population/verify', { schema: { body: PersonCheck, response: { 200: Verdict } } }, (request) => {
    const { body } = request
    const found = livingPerson(body.idNumber, body.name)
    const matches = found !== undefined && (body.phone === undefined || found.phone === body.phone)
    return verdict(log, 'population', body.idNumber, { ...body, caller: callerOf(request) }, matches)
  })
  api.post('/registers/population/query', { schema: { body: PersonQuery, response: { 200: Person } } }, (request) => {
    const { body } = request
    const found = registers().findPerson(body.idNumber)
    const outcome = found === undefined ? 'notFound' : 'found'
    log.write({
      ...pickAsked({ ...body, caller: callerOf(request) }),
      register: 'population',
      act: 'query',
      subject: body.idNumber,
      outcome,
    })
    if (found === undefined) throw new Problem('record.notFound')
    const { socialCardNumber: _social, bankCardNumber: _bank, ...person } = found
    return person
  })
}

function organisationRoutes(api: Api, log: RegisterLog): void {
  api.post('/registers/organisations/verify', { schema: { body: OrganisationCheck, response: { 200: Verdict } } }, (request) => {
    const { body } = request
    const basic = registers().findOrganisation(body.uscc)?.basic
    const matches =
      basic?.state === 'active' &&
      basic.name === body.name &&
      basic.legalRepresentativeName === body.legalRepresentativeName &&
      basic.legalRepresentativeIdNumber === body.legalRepresentativeIdNumber
    return verdict(log, 'organisations', body.uscc, { ...body, caller: callerOf(request) }, matches)
  })
  api.post('/registers/organisations/query', { schema: { body: OrganisationQuery, response: { 200: Organisation } } }, (request) => {
    const { body } = request
    const found = registers().findOrganisation(body.uscc)
    const outcome = found === undefined ? 'notFound' : 'found'
    log.write({
      ...pickAsked({ ...body, caller: callerOf(request) }),
      register: 'organisations',
      act: 'query',
      subject: body.uscc,
      outcome,
    })
    if (found === undefined) throw new Problem('record.notFound')
    return found
  })
}

/** Third factor of a real-name check: a card somebody else has issued to the same person. */
function cardRoutes(api: Api, log: RegisterLog): void {
  api.post('/checks/social-security-card', { schema: { body: SocialCardCheck, response: { 200: Verdict } } }, (request) => {
    const { body } = request
    const matches = livingPerson(body.idNumber, body.name)?.socialCardNumber === body.cardNumber
    return verdict(log, 'socialCards', body.idNumber, { ...body, caller: callerOf(request) }, matches)
  })
  api.post('/checks/bank-card', { schema: { body: BankCardCheck, response: { 200: Verdict } } }, (request) => {
    const { body } = request
    const found = livingPerson(body.idNumber, body.name)
    const matches = found?.bankCardNumber === body.cardNumber && found.phone === body.phone
    return verdict(log, 'bankCards', body.idNumber, { ...body, caller: callerOf(request) }, matches)
  })
}
