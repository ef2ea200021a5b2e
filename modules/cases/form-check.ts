import { checkForm, checkLocked, prefill, tidyForm, type Form, type FormError, type Known } from '@yiwang/forms'
import type { Profile } from '@yiwang/identity/contract'
import { problem } from './problems.ts'

/** What fills a form by itself (用户空间信息): what the account holder's space knows. */
export function knownOf(profile: Omit<Profile, 'level' | 'agreement'>): Known {
  const number = profile.kind === 'person' ? 'idNumber' : 'uscc'
  return {
    'space.name': profile.name,
    'space.number': profile.number,
    [`space.${number}`]: profile.number,
    'space.mobile': profile.phone,
    ...(profile.email === undefined ? {} : { 'space.email': profile.email }),
    ...(profile.address === undefined ? {} : { 'space.address': profile.address }),
    ...(profile.legalRepresentativeName === undefined ? {} : { 'space.legalRepresentative': profile.legalRepresentativeName }),
    [profile.kind === 'person' ? 'population.name' : 'organisation.name']: profile.name,
    [profile.kind === 'person' ? 'population.idNumber' : 'organisation.uscc']: profile.number,
  }
}

/** The form as it is to be kept. @throws case.formInvalid naming every field that is wrong (R5A-133). */
export function requireForm(form: Form, data: Record<string, unknown>, known?: Known): Record<string, unknown> {
  const settled = known ? withLocked(form, data, known) : data
  const faults = [...checkForm(form, settled), ...(known ? checkLocked(form, settled, known) : [])]
  if (faults.length > 0) throw problem.formInvalid({ errors: faults.map(asField) })
  return tidyForm(form, settled)
}

/** A field that is locked anyway need not be sent; one that is sent must be right. */
function withLocked(form: Form, data: Record<string, unknown>, known: Known): Record<string, unknown> {
  const { data: filled } = prefill(form, known, data)
  const names = Object.entries(form.properties).flatMap(([name, field]) => (field['x-locked'] && !Object.hasOwn(data, name) ? [name] : []))
  return { ...data, ...Object.fromEntries(names.flatMap((name) => (filled[name] === undefined ? [] : [[name, filled[name]]]))) }
}

const asField = ({ path, message, code }: FormError) => ({ pointer: `/form${path}`, message, code })
