import type { ServiceCase } from '@yiwang/cases/contract'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { type FormErrors, errorsOf, hasErrors, noErrors, textOf } from './form-errors.ts'
import { giveMaterials } from './give-materials.ts'
import { isFile } from './upload.ts'

/** 容缺后补: what was promised for later and is still owed; the decision waits for it. */
export type Owed = { item: string; until: string; materials: Material[] }

export const owedOf = ({ lawful, materials }: Pick<ServiceCase, 'lawful' | 'materials'>): ServiceCase['materials'] =>
  lawful.includes('supplyDeferred') ? materials.filter(({ source }) => source === 'deferred') : []

export const owedUntil = ({ committedDue }: Pick<ServiceCase, 'committedDue'>, t: Translate, language: Language): string =>
  committedDue ? t('deferred.until', { date: dateWords(committedDue, language) }) : t('deferred.beforeDecision')

export async function loadOwed(api: Api, number: string, t: Translate, language: Language): Promise<Owed | undefined> {
  const answer = await api.get<ServiceCase>(`/my/cases/${encodeURIComponent(number)}`)
  if (!isOk(answer)) return undefined
  const owed = new Set(owedOf(answer.body).map(({ code }) => code))
  const item = await api.get<Implementation>(`/items/${encodeURIComponent(answer.body.implementationCode)}`)
  if (owed.size === 0 || !isOk(item)) return undefined
  // It was put off once; it is not put off again.
  const materials = item.body.materials.filter(({ code }) => owed.has(code)).map((one): Material => ({ ...one, need: 'required' }))
  return { item: answer.body.itemName, until: owedUntil(answer.body, t, language), materials }
}

/** All of it or a part; what is left out stays owed. */
export async function supplyOwed(api: Api, number: string, owed: Owed, form: FormData, t: Translate): Promise<FormErrors> {
  const touched = (code: string) =>
    isFile(form.get(`upload.${code}`)) || textOf(form, `file.${code}`) !== '' || textOf(form, `way.${code}`) !== ''
  const materials = owed.materials.filter(({ code }) => touched(code))
  if (materials.length === 0) return { fields: Object.fromEntries(owed.materials.map(({ code }) => [code, t('deferred.needOne')])) }
  const given = await giveMaterials(api, { materials, given: [] }, form, t)
  if (hasErrors(given.errors)) return given.errors
  const answer = await api.post(`/my/cases/${encodeURIComponent(number)}/deferred-materials`, { body: { materials: given.materials } })
  return isOk(answer) ? noErrors : errorsOf(answer, t)
}
