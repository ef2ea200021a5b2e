import { Malformed, faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { valuesOf } from './iso-7064.ts'

/** A unified social credit code (统一社会信用代码, GB 32100-2015) taken apart. */
export type Uscc = {
  code: string
  /** 登记管理部门: 1 机构编制, 5 民政, 9 市场监管 … */
  department: string
  /** 机构类别 within the department. */
  category: string
  /** 登记机关行政区划 */
  division: string
  /** 主体标识码: the nine-character organisation code inside. */
  organisationCode: string
}

export type UsccFault = 'length' | 'characters' | 'division' | 'check'

/** No I, O, S, V, Z: too like 1, 0, 5, U, 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

function checkCharacter(body: string): string {
  const values = valuesOf(body, ALPHABET)
  if (values?.length !== 17) throw new Malformed('credit code', 'body')
  const sum = values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Reads a code as typed or scanned; lower case is accepted, since real data holds it. */
export function parseUscc(text: string): Checked<Uscc, UsccFault> {
  const code = normaliseNumber(text)
  if (code.length !== 18) return faulty('length')
  if (!valuesOf(code, ALPHABET)) return faulty('characters')
  const division = code.slice(2, 8)
  if (!/^\d{6}$/.test(division)) return faulty('division')
  if (checkCharacter(code.slice(0, 17)) !== code.charAt(17)) return faulty('check')
  return sound({ code, department: code.charAt(0), category: code.charAt(1), division, organisationCode: code.slice(8, 17) })
}

export function isUscc(text: string): boolean {
  return parseUscc(text).ok
}

export function normaliseUscc(text: string): string {
  return must('credit code', parseUscc(text)).code
}

/** The whole code from its first seventeen characters. */
export function makeUscc(body: string): string {
  return normaliseUscc(body + checkCharacter(body))
}
