import type { GivenMaterial } from '@yiwang/cases/contract'
import type { KeptFile } from '@yiwang/documents/contract'
import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { type CheckedRegister, checkedRegisterOf } from '@yiwang/catalogue/rules'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import type { Account } from './account.ts'
import { type FileChoice, fileChoices } from './file-choices.ts'
import { type FormErrors, errorsOf, textOf } from './form-errors.ts'
import { isEmpty, isFile, upload } from './upload.ts'
import { isVerified, onlyVerified } from './verified-only.ts'

/** What is asked for now, and what of it was given before. */
export type Asking = { materials: readonly Material[]; given: readonly GivenMaterial[]; onlineMode?: Implementation['onlineMode'] }

/** Ways to give a material at home: from the library or a register (免提交), a file kept before, a new one, or later where the item allows it. */
export type MaterialChoice = { value: string; label: string; hint: string }
export type MaterialRow = {
  code: string
  name: string
  need: string
  notes: string
  choices: MaterialChoice[]
  chosen: string
  files: FileChoice[]
  file: string
  /** A new file may be given; not where only what was verified before counts. */
  uploads: boolean
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
  { materials, given, onlineMode }: Asking,
  kind: CheckedRegister | undefined,
  t: Translate,
  language: Language,
): Promise<MaterialRow[]> {
  const [files, licences] = await Promise.all([
    api.get<{ items: KeptFile[] }>('/my/files', { query: { limit: 50 } }),
    api.get<{ items: Held[] }>('/my/licences', { query: { limit: 50 } }),
  ])
  const kept = isOk(files) ? files.body.items : []
  const held = isOk(licences) ? licences.body.items : []
  const givenBefore = new Map(given.map((one) => [one.code, one]))
  return materials.map((material) => {
    const closed = onlyVerified(material, onlineMode)
    const usable = closed ? kept.filter(isVerified) : kept
    const free = choicesOf(material, held, kind, t).filter(({ value }) => value !== 'deferred' || !closed)
    const withFile = free.length > 0 && (!closed || usable.length > 0)
    const choices = withFile ? [...free, { value: 'upload', label: t('give.aFile'), hint: '' }] : free
    const before = givenBefore.get(material.code)
    const proposed = free.find(({ value }) => value !== 'deferred')?.value ?? ''
    const stands = before && (!closed || before.source !== 'upload' || usable.some(({ id }) => id === before.fileId))
    return {
      code: material.code,
      name: material.name,
      need: t(`need.${material.need}`),
      notes: material.fillingNotes,
      choices,
      chosen: stands ? valueOf(before) : proposed,
      files: fileChoices(usable, language),
      file: before?.fileId ?? '',
      uploads: !closed,
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
  for (const material of asking.materials) {
    const { code, name, need } = material
    const earlier = before.get(code)
    const closed = onlyVerified(material, asking.onlineMode)
    const file = form.get(`upload.${code}`)
    const meant = chosenWay(code, form, earlier)
    const sent = !meant && !closed && isFile(file) ? await upload(api, file) : undefined
    if (sent && 'refused' in sent) fields[code] = errorsOf(sent.refused, t).general ?? t('problem.unknown')
    const given = sent && 'kept' in sent ? uploaded(code, sent.kept.id) : (meant ?? givenOf(code, form, earlier))
    if (given) materials.push(given)
    if (meant) continue
    if (closed && isFile(file)) fields[code] = t('give.notVerified')
    else if (isEmpty(file)) fields[code] = t('give.empty', { file: file.name })
    else if (!given && need !== 'optional') fields[code] ??= t('give.needed', { name })
  }
  return { materials, errors: { fields } }
}

const uploaded = (code: string, fileId: string): GivenMaterial => ({ code, source: 'upload', fileId })

/** A way other than the one the page came with was chosen on purpose: whatever file still stands beside it is not meant any more. */
function chosenWay(code: string, form: FormData, earlier: GivenMaterial | undefined): GivenMaterial | undefined {
  const shown = form.has(`was.${code}`) ? textOf(form, `was.${code}`) : earlier && valueOf(earlier)
  return shown === undefined || textOf(form, `way.${code}`) === shown ? undefined : wayOf(code, form)
}

/** A file chosen on purpose goes before the way that was proposed; one that only stood there from before goes after it. */
function givenOf(code: string, form: FormData, earlier: GivenMaterial | undefined): GivenMaterial | undefined {
  const file = textOf(form, `file.${code}`)
  const way = textOf(form, `way.${code}`)
  if (file && (way === '' || way === 'upload' || file !== earlier?.fileId)) return uploaded(code, file)
  return wayOf(code, form) ?? (way === 'upload' && earlier?.source !== 'upload' ? undefined : earlier)
}

function wayOf(code: string, form: FormData): GivenMaterial | undefined {
  const [way = '', key = ''] = textOf(form, `way.${code}`).split(/:(.*)/s)
  if (way === 'licence' && key) return { code, source: 'licence', licenceIdentifier: key }
  return way === 'register' || way === 'deferred' ? { code, source: way } : undefined
}
