import type { Act } from '@yiwang/kernel'
import { demoBodies as departments, type DemoBody } from '@yiwang/catalogue/demo'
import { registerBody } from '@yiwang/organisation'
import type { BodyInput } from '@yiwang/organisation/contract'
import { inventedUscc } from '@yiwang/standards/testing'
import { placesOfZhejiang, type Place } from './places.ts'

interface Agency {
  key: 'administration' | 'establishment' | 'legal' | 'supervision'
  name: string
  word: string
  kind: BodyInput['kind']
  duty: NonNullable<BodyInput['duties']>[number]
}

/** Who keeps the platform, the directory and the watch in each government. */
const agencies: readonly Agency[] = [
  { key: 'administration', name: '政务服务管理办公室', word: '政管', kind: 'department', duty: 'administration' },
  { key: 'establishment', name: '机构编制委员会办公室', word: '编', kind: 'party', duty: 'establishment' },
  { key: 'legal', name: '司法局', word: '司', kind: 'department', duty: 'legal' },
  { key: 'supervision', name: '人民政府督查室', word: '督', kind: 'department', duty: 'supervision' },
]
const wholeGovernments = ['330000', '330100', '330102', '330106']

/** The number of an invented organisation, unique by place and office; organisations beginning with YW are not registered. */
export function agencyCode(key: Agency['key'], place: string): string {
  const nth = agencies.findIndex((one) => one.key === key) * 10_000 + Number(place.slice(2))
  return inventedUscc({ division: place, kind: '11', nth })
}

/** The code of a department that carries out demo items. */
export function departmentCode(body: DemoBody): string {
  const nth = 900_000 + departments.findIndex(({ line, division }) => line === body.line && division === body.division)
  return inventedUscc({ division: body.division, kind: '11', nth })
}

/** @throws Error for a body the demo does not have */
export function demoBody(line: string, division: string): string {
  const body = departments.find((one) => one.line === line && one.division === division)
  if (!body) throw new Error(`the demo has no ${line} in ${division}`)
  return departmentCode(body)
}

function agencyBody({ key, name, word, kind, duty }: Agency, place: Place): BodyInput {
  const prefix = place.code.startsWith('3301') && !place.code.endsWith('00') ? `杭州市${place.name}` : place.name
  const shortName = `${place.name.replace(/[省市区县]$/, '')}${word}`
  return {
    code: agencyCode(key, place.code),
    name: `${prefix}${name}`,
    shortName,
    kind,
    division: place.code,
    phone: '12345',
    duties: [duty],
  }
}

/** How a department's papers begin their numbers: 上城区市场监督管理局 without what all have in common. */
function shortName(body: DemoBody): string {
  return body.name.replace(/^杭州市?|浙江省|管理|服务|中心/g, '').slice(0, 12)
}

/** Every office of four governments, the office that runs the service hall everywhere else, and the departments whose items the demo has. */
export function demoBodies(): BodyInput[] {
  const offices = placesOfZhejiang().flatMap((place) =>
    agencies
      .filter(({ key }) => key === 'administration' || wholeGovernments.includes(place.code))
      .map((agency) => agencyBody(agency, place)),
  )
  const own = departments.map((body): BodyInput => {
    return {
      code: departmentCode(body),
      name: body.name,
      shortName: shortName(body),
      kind: body.kind,
      division: body.division,
      phone: '12345',
    }
  })
  return [...offices, ...own]
}

export async function seedBodies(act: Act): Promise<void> {
  for (const body of demoBodies()) await registerBody(act, body)
}
