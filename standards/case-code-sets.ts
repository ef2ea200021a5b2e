import { codeSet } from './code-set.ts'

/** 办件状态 in the exchange with city systems. */
export const caseStates = codeSet({ title: '办件状态', source: 'one city system, verified there', verified: true }, [
  ['02', '收件'],
  ['05', '受理'],
  ['06', '补齐补正'],
  ['07', '不予受理'],
  ['10', '办结'],
  ['11', '挂起'],
  ['12', '在办'],
  ['13', '退件'],
])

/** 申请来源, appendix 3. */
export const applyOrigins = codeSet({ title: '申请来源', source: 'one city system, verified there', verified: true }, [
  ['0', '部门业务系统窗口收件'],
  ['1', 'pc端网上申报'],
  ['2', '移动端网上申报'],
  ['3', '上级交办'],
  ['4', '下级报送'],
  ['5', '同级转办'],
  ['8', '线下一窗收件'],
  ['9', '线上一窗收件'],
])

/** 办理结果, appendix 3, 六: what a decision can be. */
export const decisionResults = codeSet({ title: '办理结果', source: 'names verified (appendix 3), codes ours', verified: true }, [
  ['1', '准予许可'],
  ['2', '不予许可'],
  ['3', '转报'],
])

/** 办理地点类型. */
export const addressKinds = codeSet({ title: '办理地点类型', source: 'one city system, verified there', verified: true }, [
  ['1', '行政服务中心'],
  ['2', '部门服务窗口'],
  ['3', '单位办公室'],
  ['4', '案件发生地'],
  ['5', '代办点'],
  ['6', '便民服务中心'],
])

/** 证照状态. */
export const licenceStates = codeSet({ title: '证照状态', source: 'construction sector, national rules, verified', verified: true }, [
  ['01', '有效'],
  ['02', '暂扣'],
  ['03', '撤销'],
  ['04', '注销'],
  ['05', '失效'],
  ['06', '办理转出'],
  ['07', '吊销'],
  ['99', '其他'],
])

/** 好差评等级, GB/T 39735-2020: the stars, from five down to one. */
export const ratingLevels = codeSet({ title: '好差评等级', source: 'verified', verified: true }, [
  ['5', '非常满意'],
  ['4', '满意'],
  ['3', '基本满意'],
  ['2', '不满意'],
  ['1', '非常不满意'],
])
