import type { GivenMaterial } from '@yiwang/cases/contract'
import type { KeptFile } from '@yiwang/documents/contract'
import type { Material } from '@yiwang/catalogue/contract'
import { type CheckedRegister, checkedRegisterOf } from '@yiwang/catalogue/rules'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import type { Account } from './account.ts'
import { type FormErrors, errorsOf, textOf } from './form-errors.ts'
import { isEmpty, isFile, upload } from './upload.ts'

/** What is asked for now, and what of it was given before. */
export type Asking = { materials: readonly Material[]; given: readonly GivenMaterial[] }

/** Ways to give a material at home: from the library or a register (免提交), a file kept before, a new one, or later where the item allows it. */
export type MaterialChoice = { value: string; label: string; hint: string }
export type MaterialRow = {
  code: string
  name: string
  need: string
  notes: string
  choices: MaterialChoice[]
  chosen: string
  files: { value: string; label: string }[]
  file: string
  sampleHref?: string
  formHref?: string
}

type Held = { identifier: string; typeCode: string; typeName: string; number: string }

/**
 * Whether licences of one's own could stand for a material asked here and the level keeps them back (电子证照 need 实名等级 2): said where
 * they would be chosen, not after all was uploaded. Organisations have level 2 from the start.
 */
export function levelKeepsBack(materials: readonly Material[], account: Pick<Account, 'level'> | undefined): boolean {
  return account !== undefined && account.level < 2 && materials.some(({ licenceTypes }) => licenceTypes.length > 0)
}

/** @param kind of account that gives them: the register that checked it stands for what it knows */
export async function materialRows(
  api: Api,
  { materials, given }: Asking,
  kind: CheckedRegister | undefined,
  t: Translate,
): Promise<MaterialRow[]> {
  const [files, licences] = await Promise.all([
    api.get<{ items: KeptFile[] }>('/my/files', { query: { limit: 50 } }),
    api.get<{ items: Held[] }>('/my/licences', { query: { limit: 50 } }),
  ])
  const kept = isOk(files) ? files.body.items : []
  const held = isOk(licences) ? licences.body.items : []
  const givenBefore = new Map(given.map((one) => [one.code, one]))
  return materials.map((material) => {
    const choices = choicesOf(material, held, kind, t)
    const before = givenBefore.get(material.code)
    const free = choices.some(({ value }) => value !== 'deferred')
    return {
      code: material.code,
      name: material.name,
      need: t(`need.${material.need}`),
      notes: material.fillingNotes,
      choices,
      chosen: before ? valueOf(before) : free ? (choices[0]?.value ?? '') : '',
      files: kept.map(({ id, name }) => ({ value: id, label: name })),
      file: before?.fileId ?? '',
    }
  })
}

function choicesOf(material: Material, licences: readonly Held[], kind: CheckedRegister | undefined, t: Translate): MaterialChoice[] {
  const fromLibrary = licences
    .filter(({ typeCode }) => material.licenceTypes.includes(typeCode))
    .map((one) => ({ value: `licence:${one.identifier}`, label: t('give.licence', { name: one.typeName }), hint: one.number }))
  const register =
    kind !== undefined && checkedRegisterOf(material) === kind
      ? [{ value: 'register', label: t('give.register'), hint: t('give.registerHint') }]
      : []
  const later = material.need === 'deferrable' ? [{ value: 'deferred', label: t('give.deferred'), hint: t('give.deferredHint') }] : []
  return [...register, ...fromLibrary, ...later]
}

const valueOf = (given: GivenMaterial): string => (given.source === 'licence' ? `licence:${given.licenceIdentifier}` : given.source)

export async function giveMaterials(
  api: Api,
  asking: Asking,
  form: FormData,
  t: Translate,
): Promise<{ materials: GivenMaterial[]; errors: FormErrors }> {
  const before = new Map(asking.given.map((one) => [one.code, one]))
  const materials: GivenMaterial[] = []
  const fields: Record<string, string> = {}
  for (const { code, name, need } of asking.materials) {
    const file = form.get(`upload.${code}`)
    const sent = isFile(file) ? await upload(api, file) : undefined
    if (sent && 'refused' in sent) fields[code] = errorsOf(sent.refused, t).general ?? t('problem.unknown')
    const given = sent && 'kept' in sent ? uploaded(code, sent.kept.id) : (givenOf(code, form) ?? before.get(code))
    if (given) materials.push(given)
    if (isEmpty(file)) fields[code] = t('give.empty', { file: file.name })
    else if (!given && need !== 'optional') fields[code] ??= t('give.needed', { name })
  }
  return { materials, errors: { fields } }
}

const uploaded = (code: string, fileId: string): GivenMaterial => ({ code, source: 'upload', fileId })

/** A file chosen on purpose goes before the way that was proposed. */
function givenOf(code: string, form: FormData): GivenMaterial | undefined {
  const file = textOf(form, `file.${code}`)
  if (file) return uploaded(code, file)
  const [way = '', key = ''] = textOf(form, `way.${code}`).split(/:(.*)/s)
  if (way === 'licence' && key) return { code, source: 'licence', licenceIdentifier: key }
  return way === 'register' || way === 'deferred' ? { code, source: way } : undefined
}
