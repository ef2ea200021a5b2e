/** A kind of special procedure (特别程序, appendix 3, 五): A lengthens the limit (延长审批), every other one is B and stops the clock. */
export type SpecialProcedure = {
  kind: 'A' | 'B'
  name: string
  /** Named in 行政许可法 45: its time is not counted by law, and the time needed must be told in writing. */
  byLaw: boolean
}

const stopping = (name: string, byLaw = false): SpecialProcedure => ({ kind: 'B', name, byLaw })

/** The kinds that the guide names, verified in its text; those of 行政许可法 45 marked. */
export const specialProcedures: readonly SpecialProcedure[] = [
  { kind: 'A', name: '延长审批', byLaw: false },
  stopping('书面审查'),
  stopping('实地核查'),
  stopping('招标', true),
  stopping('拍卖', true),
  stopping('检验', true),
  stopping('检测', true),
  stopping('检疫', true),
  stopping('鉴定', true),
  stopping('考试'),
  stopping('考核'),
  stopping('专家评审', true),
  stopping('技术审查'),
  stopping('听证', true),
  stopping('听取利害关系人意见'),
  stopping('集体审查'),
]

/** The kind of a named procedure. Bodies may add names of their own; appendix 3 makes all of those B. */
export function specialProcedureKind(name: string): 'A' | 'B' {
  return specialProcedures.find((procedure) => procedure.name === name)?.kind ?? 'B'
}
