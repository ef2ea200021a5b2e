import type { Act } from '@yiwang/kernel'
import { registerBody } from '@yiwang/organisation'
import type { BodyInput } from '@yiwang/organisation/contract'
import { inventedUscc } from '@yiwang/standards/testing'
import { placesOfZhejiang, type Place } from './places.ts'

export type Level = 'province' | 'city' | 'county'

interface Agency {
  key: string
  /** Its name after the place, by level. */
  names: Partial<Record<Level, string>>
  word: string
  kind?: BodyInput['kind']
  duties?: BodyInput['duties']
}

/** The departments of a government as the demo has them. */
export const agencies: readonly Agency[] = [
  {
    key: 'administration',
    word: '政管',
    names: { province: '政务服务管理局', city: '政务服务管理办公室', county: '政务服务管理办公室' },
    duties: ['administration'],
  },
  {
    key: 'establishment',
    word: '编',
    names: { province: '机构编制委员会办公室', city: '机构编制委员会办公室', county: '机构编制委员会办公室' },
    kind: 'party',
    duties: ['establishment'],
  },
  { key: 'justice', word: '司', names: { province: '司法厅', city: '司法局', county: '司法局' }, duties: ['legal'] },
  {
    key: 'supervision',
    word: '督',
    names: { province: '人民政府督查室', city: '人民政府督查室', county: '人民政府督查室' },
    duties: ['supervision'],
  },
  { key: 'market', word: '市监', names: { province: '市场监督管理局', city: '市场监督管理局', county: '市场监督管理局' } },
  { key: 'police', word: '公', names: { province: '公安厅', city: '公安局', county: '公安分局' } },
  {
    key: 'labour',
    word: '人社',
    names: { province: '人力资源和社会保障厅', city: '人力资源和社会保障局', county: '人力资源和社会保障局' },
  },
  { key: 'civil', word: '民', names: { province: '民政厅', city: '民政局', county: '民政局' } },
  { key: 'health', word: '卫健', names: { province: '卫生健康委员会', city: '卫生健康委员会', county: '卫生健康局' } },
  { key: 'housing', word: '建', names: { province: '住房和城乡建设厅', city: '城乡建设委员会', county: '住房和城乡建设局' } },
  { key: 'education', word: '教', names: { province: '教育厅', city: '教育局', county: '教育局' } },
  { key: 'transport', word: '交', names: { province: '交通运输厅', city: '交通运输局', county: '交通运输局' } },
  { key: 'medical', word: '医保', names: { province: '医疗保障局', city: '医疗保障局', county: '医疗保障局' } },
  { key: 'disabled', word: '残联', names: { province: '残疾人联合会', city: '残疾人联合会', county: '残疾人联合会' }, kind: 'authorised' },
  { key: 'tobacco', word: '烟', names: { province: '烟草专卖局', city: '烟草专卖局', county: '烟草专卖局' } },
  { key: 'culture', word: '文旅', names: { province: '文化和旅游厅', city: '文化广电旅游局', county: '文化和广电旅游体育局' } },
  { key: 'agriculture', word: '农', names: { province: '农业农村厅', city: '农业农村局', county: '农业农村局' } },
  { key: 'development', word: '发改', names: { province: '发展和改革委员会', city: '发展和改革委员会', county: '发展和改革局' } },
  { key: 'water', word: '水', names: { province: '水利厅', city: '林业水利局', county: '水利局' } },
  { key: 'land', word: '规资', names: { province: '自然资源厅', city: '规划和自然资源局', county: '规划和自然资源分局' } },
  { key: 'housingFund', word: '公积金', names: { city: '住房公积金管理中心' }, kind: 'authorised' },
]

const wholeGovernments = ['330000', '330100', '330102', '330106']

function levelOf(code: string): Level {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
}

/** The number of an invented organisation, unique by place and agency; bodies beginning with YW are not issued. */
export function bodyCodeOf(agency: string, place: string): string {
  const nth = agencies.findIndex((one) => one.key === agency) * 10_000 + Number(place.slice(2))
  return inventedUscc({ division: place, kind: '11', nth: nth % 1_000_000 })
}

/** 上城市监, 杭公 …: how a body's papers begin their numbers. */
export function wordOf(agency: Agency, place: Place): string {
  return `${place.name.replace(/[省市区县]$/, '')}${agency.word}`
}

function prefixOf(place: Place): string {
  return levelOf(place.code) === 'county' && place.code.startsWith('3301') ? `杭州市${place.name}` : place.name
}

/** Every department of the province, of Hangzhou and of two of its districts; elsewhere the office that runs the service hall. */
export function demoBodies(): BodyInput[] {
  return placesOfZhejiang().flatMap((place) => {
    const level = levelOf(place.code)
    const here = wholeGovernments.includes(place.code) ? agencies : agencies.filter((agency) => agency.key === 'administration')
    return here.flatMap((agency) => (agency.names[level] === undefined ? [] : [bodyOf(agency, place, agency.names[level])]))
  })
}

function bodyOf(agency: Agency, place: Place, name: string): BodyInput {
  return {
    code: bodyCodeOf(agency.key, place.code),
    name: `${prefixOf(place)}${name}`,
    shortName: wordOf(agency, place),
    kind: agency.kind ?? 'department',
    division: place.code,
    phone: '12345',
    ...(agency.duties ? { duties: agency.duties } : {}),
  }
}

export async function seedBodies(act: Act): Promise<void> {
  for (const body of demoBodies()) await registerBody(act, body)
}
