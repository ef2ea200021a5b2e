import { codeSet } from './code-set.ts'

/** 材料必要性: 容缺后补 may be handed in later. */
export const materialNeeds = codeSet({ title: '材料必要性', source: 'national field set, verified', verified: true }, [
  ['1', '必要'],
  ['2', '非必要'],
  ['3', '容缺后补'],
])

/** 来源渠道, appendix 1, element 13: by the applicant or issued by the government. */
export const materialSources = codeSet({ title: '材料来源渠道', source: 'national field set, verified', verified: true }, [
  ['10', '申请人自备'],
  ['20', '政府部门核发'],
  ['99', '其他'],
])

/** 材料类型: original or copy. */
export const materialForms = codeSet({ title: '材料类型', source: 'national field set, verified', verified: true }, [
  ['1', '原件'],
  ['2', '复印件'],
  ['3', '原件或复印件'],
])

/** 材料分类. */
export const materialKinds = codeSet({ title: '材料分类', source: 'Guangdong portal, verified', verified: true }, [
  ['1', '证件证书证明'],
  ['2', '申请表格文书'],
  ['3', '其他'],
])

/** 材料形式: paper, electronic or either. */
export const materialMedia = codeSet({ title: '材料形式', source: 'Guangdong portal, verified', verified: true }, [
  ['1', '纸质'],
  ['2', '电子化'],
  ['3', '纸质/电子化'],
])
