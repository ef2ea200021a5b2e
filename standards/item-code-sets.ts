import { codeSet } from './code-set.ts'

/** 行使层级, appendix 1, element 6; also the service level of guide 二（五）. */
export const exerciseLevels = codeSet({ title: '行使层级', source: 'national field set, verified', verified: true }, [
  ['1', '国家级'],
  ['2', '省级'],
  ['3', '市级'],
  ['4', '县级'],
  ['5', '镇（乡、街道）级'],
  ['6', '村（社区）级'],
])

/** 权力来源. */
export const powerSources = codeSet({ title: '权力来源', source: 'national field set, verified', verified: true }, [
  ['1', '法定本级行使'],
  ['2', '上级下放'],
  ['3', '上级授权'],
  ['4', '同级授权'],
  ['5', '上级委托'],
  ['6', '同级委托'],
])

/** 实施主体性质, appendix 1, element 10; the one-digit body kind of the implementation code. */
export const bodyNatures = codeSet({ title: '实施主体性质', source: 'names verified (appendix 1), codes unverified', verified: false }, [
  ['1', '法定机关'],
  ['2', '授权组织'],
  ['3', '受委托组织'],
])

/** 事项状态. */
export const itemStates = codeSet({ title: '事项状态', source: 'national field set, verified', verified: true }, [
  ['1', '在用'],
  ['2', '挂起（暂停）'],
  ['3', '取消'],
])

/** 办件类型, appendix 1, element 24. */
export const caseKinds = codeSet({ title: '办件类型', source: 'names verified (appendix 1)', verified: true }, [
  ['1', '即办件'],
  ['2', '承诺件'],
])

/** 办理模式 of an item handled by more than one body or level. */
export const handlingModels = codeSet({ title: '办理模式', source: 'national field set, verified', verified: true }, [
  ['1', '自办件'],
  ['2', '初审件'],
  ['3', '联办件'],
  ['4', '转报件'],
])

/** 服务对象, appendix 1, element 23: natural persons and the kinds of legal person. */
export const serviceObjects = codeSet({ title: '服务对象', source: 'names in use, codes unverified', verified: false }, [
  ['1', '自然人'],
  ['2', '企业法人'],
  ['3', '事业法人'],
  ['4', '社会组织法人'],
  ['5', '非法人企业'],
  ['6', '行政机关'],
  ['9', '其他组织'],
])

/** 办理形式, appendix 1, element 27. */
export const handlingForms = codeSet({ title: '办理形式', source: 'names verified', verified: true }, [
  ['1', '窗口办理'],
  ['2', '网上办理'],
  ['3', '快递申请'],
])

/** 时限单位, appendix 1, element 11. */
export const limitUnits = codeSet({ title: '时限单位', source: 'names verified, codes unverified', verified: false }, [
  ['1', '工作日'],
  ['2', '自然日'],
])

/** 网上办理深度. */
export const onlineDepths = codeSet(
  { title: '网上办理深度', source: 'levels verified (Guangdong), descriptions unverified', verified: false },
  [
    ['1', 'Ⅰ级（信息发布）'],
    ['2', 'Ⅱ级（下载表格）'],
    ['3', 'Ⅲ级（网上申请预审）'],
    ['4', 'Ⅳ级（全程网办）'],
  ],
)

/** 通办范围, appendix 1, element 26. */
export const crossRegionRanges = codeSet({ title: '通办范围', source: 'names verified (appendix 1), codes ours', verified: true }, [
  ['1', '全国'],
  ['2', '跨省'],
  ['3', '跨市'],
  ['4', '跨县'],
])

/** 服务形式, guide 二（六）. */
export const serviceForms = codeSet({ title: '服务形式', source: 'names verified (guide), codes ours', verified: true }, [
  ['1', '线上办理'],
  ['2', '线下办理'],
  ['3', '线上线下一体化办理'],
])

/** 办理结果类型. */
export const resultKinds = codeSet({ title: '结果类型', source: 'Guangdong portal, verified', verified: true }, [
  ['10', '证照'],
  ['20', '批文'],
  ['30', '其他'],
])

/** 办理流程的阶段. */
export const flowPhases = codeSet({ title: '流程阶段', source: 'Guangdong portal, verified', verified: true }, [
  ['applitAndAccept', '申请与受理'],
  ['reviewAndDecision', '审查与决定'],
  ['ConfermentAndService', '颁证与送达'],
])

/** 办理流程的环节. */
export const flowSteps = codeSet({ title: '流程环节', source: 'Guangdong portal, verified', verified: true }, [
  ['addressee', '收件'],
  ['acceptance', '受理'],
  ['investigate', '审查'],
  ['decide', '决定'],
  ['accreditation', '制证'],
  ['delivery', '送达'],
])
