import { findPersonalNumbers } from '@yiwang/standards'
import type { Clause, Material } from '../contract.ts'
import type { Draft, Note } from './check-elements.ts'

/** 兜底性条款: what asks for “whatever else is needed”. */
export const catchAll =
  /其他(有关|相关|必要|需要|应当|规定)?(的)?(申请)?(材料|资料|证明|文件)|法律、?法规、?(规章)?(等)?规定的其他|等(有关|相关)材料$/

/** Element 13: every material with its basis, sample and source (guide 四（二）2（1）①). */
export function checkMaterials(draft: Draft, error: Note, warning: Note): void {
  const { materials = [] } = draft
  const codes = materials.map(({ code }) => code)
  for (const code of new Set(codes.filter((code, place) => codes.indexOf(code) !== place)))
    error(`materials.${code}`, 'codeTwice', '材料代码重复')
  for (const material of materials) checkOne(material, error, warning)
  checkSituations(draft, error)
}

function checkOne(material: Material, error: Note, warning: Note): void {
  const at = `materials.${material.code}`
  if (material.basis.length === 0) error(at, 'basisMissing', `“${material.name}”须有法律法规、规章或规范性文件依据`)
  if (!material.sample) error(at, 'sampleMissing', `“${material.name}”须提供样本`)
  if (material.source === 'government' && !material.issuer) error(at, 'issuerMissing', `“${material.name}”由政府部门核发的，须注明核发部门`)
  if (material.source === 'intermediary' && !material.intermediary)
    error(at, 'intermediaryMissing', `“${material.name}”由中介或法定机构出具的，须提供机构查询及联系方式`)
  if (catchAll.test(material.name)) {
    if (material.catchAllReason) warning(at, 'catchAll', `“${material.name}”为兜底性条款，理由：${material.catchAllReason}`)
    else error(at, 'catchAll', `“${material.name}”为兜底性条款，放行须填理由`)
  }
  if (material.medium !== 'electronic' && material.originals + material.copies === 0 && material.source !== 'other')
    warning(at, 'noCopies', `“${material.name}”没有填写份数`)
  if (findPersonalNumbers(material.sample?.text ?? '').length > 0)
    error(at, 'sampleTellsPerson', `“${material.name}”的样本含完整的证件号码，须隐去`)
}

function checkSituations({ questions = [], situations = [], materials = [], fees }: Draft, error: Note): void {
  const known = new Map(questions.map(({ key, options }) => [key, new Set(options.map(({ value }) => value))]))
  const checkClauses = (element: string, clauses: readonly Clause[]) => {
    for (const clause of clauses) {
      const values = known.get(clause.question)
      if (!values) error(element, 'questionUnknown', `没有问题“${clause.question}”`)
      else if (clause.in.some((value) => !values.has(value))) error(element, 'optionUnknown', `“${clause.question}”没有这个选项`)
    }
  }
  for (const { key, when } of situations) checkClauses(`situations.${key}`, when)
  for (const { key, when, reliefs } of fees?.standards ?? []) {
    checkClauses(`fees.${key}`, [...when, ...reliefs.flatMap((relief) => relief.when)])
  }
  const keys = new Set(situations.map(({ key }) => key))
  for (const { code, situations: needs } of materials)
    if (needs.some((key) => !keys.has(key))) error(`materials.${code}`, 'situationUnknown', '引用了不存在的情形')
}
