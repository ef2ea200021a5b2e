/** Is the implementation whole and sound? (自动检查校验, guide 五（二）1（1）.) Everything at once, by element. */
import { findPersonalNumbers, isServicePhone } from '@yiwang/standards'
import type { Elements, Finding } from '../contract.ts'
import { checkExamination } from './check-examination.ts'
import { checkMaterials } from './check-materials.ts'
import { checkLimits } from './check-limits.ts'
import { checkServices } from './check-services.ts'

export type Draft = Partial<Elements>
export type Note = (element: string, code: string, text: string) => void

/** What stands in the way of submission (`error`) and what a reviewer should look at (`warning`). */
export function checkElements(draft: Draft): Finding[] {
  const findings: Finding[] = []
  const error: Note = (element, code, text) => findings.push({ element, code, severity: 'error', text })
  const warning: Note = (element, code, text) => findings.push({ element, code, severity: 'warning', text })
  checkPresent(draft, error)
  checkLaw(draft, error)
  checkLimits(draft, error, warning)
  checkMaterials(draft, error, warning)
  checkServices(draft, error, warning)
  checkExamination(draft, error)
  checkResult(draft, error)
  checkPhones(draft, error)
  return findings
}

const needed: readonly (keyof Elements)[] = [
  'baseCode', 'implementingCode', 'name', 'itemType', 'legalBasis', 'exerciseLevels', 'bodyCode', 'bodyNature', 'conditions', 'materials',
  'jointBodies', 'intermediaries', 'steps', 'result', 'fees', 'audiences', 'caseKind', 'handlingForms', 'appointment', 'onlinePayment',
  'logistics', 'runningSystem', 'places', 'officeHours', 'consultationPhone', 'questionsAndAnswers', 'complaintPhone', 'reviewStandard',
  'summary', 'themes', 'applicationType', 'keywords', 'visits', 'realNameLevel', 'questions', 'situations', 'procedures', 'refusalGrounds',
  'handlingModel',
] // prettier-ignore

const mayNotBeEmpty: readonly (keyof Elements)[] = [
  'legalBasis', 'exerciseLevels', 'conditions', 'steps', 'audiences', 'handlingForms', 'places', 'officeHours', 'themes',
] // prettier-ignore

function checkPresent(draft: Draft, error: Note): void {
  for (const field of needed) if (draft[field] === undefined) error(field, 'missing', '必填')
  for (const field of mayNotBeEmpty) {
    const value = draft[field]
    if (Array.isArray(value) && value.length === 0) error(field, 'empty', '至少填一项')
  }
}

function checkLaw({ exerciseLevels = [], authorityDivision, jointBodies = [], bodyCode, steps = [] }: Draft, error: Note): void {
  if (exerciseLevels.length > 1 && !authorityDivision) error('authorityDivision', 'sharedByLevels', '多级共有事项须填写权限划分')
  if (jointBodies.some(({ code }) => code !== undefined && code === bodyCode)) error('jointBodies', 'ownBody', '联办机构不含主办机构自身')
  if (steps.length > 0 && !steps.some(({ kind }) => kind === 'application')) error('steps', 'noApplication', '办理流程须从申请开始')
}

function checkResult({ result }: Draft, error: Note): void {
  if (!result) return
  if (result.kind === 'licence' && !result.licenceType) error('result', 'licenceTypeMissing', '结果为证照的，须指明证照类型')
  if (result.supersedes && !result.licenceType) error('result', 'nothingToSupersede', '延续、变更、补发的，须指明是哪一类证照')
  if (!result.sample) error('result', 'sampleMissing', '须提供结果样本')
  const said = `${result.sample?.name ?? ''} ${result.sample?.text ?? ''}`
  if (findPersonalNumbers(said).length > 0) error('result', 'sampleTellsPerson', '样本含完整的证件号码，须隐去')
}

function checkPhones({ consultationPhone, complaintPhone }: Draft, error: Note): void {
  if (consultationPhone !== undefined && !isServicePhone(consultationPhone)) error('consultationPhone', 'notAPhone', '电话号码有误')
  if (complaintPhone !== undefined && !isServicePhone(complaintPhone)) error('complaintPhone', 'notAPhone', '电话号码有误')
}
