/** A review manual for a demo item: points for each material, posts for each step, grounds and discretion. Pure. */
import type { ExaminationMethod, Implementation, ManualContent, ManualPost, TimeLimit } from '../contract.ts'

const days = (value: number): TimeLimit => ({ value, unit: 'workday' })
const longer = new Set(['实地核查', '专家评审', '听证', '听取利害关系人意见', '集体审查'])

const methodNamed: Readonly<Record<string, ExaminationMethod>> = {
  实地核查: 'siteVisit',
  检测: 'inspection',
  专家评审: 'expertReview',
  听证: 'hearing',
  听取利害关系人意见: 'interestedParties',
}

export function manualFor(item: Implementation): ManualContent {
  const instant = item.caseKind === 'instant'
  const needsDecider = item.procedures.some(({ name }) => longer.has(name))
  const by = instant && !needsDecider ? 'accepter' : 'decider'
  return {
    staff: {
      legal: ['依法取得行政执法资格，与申请人没有利害关系。'],
      skills: ['熟悉本事项的法律依据和审查要点，经业务培训并考核合格。'],
      special: item.materials.some(({ source }) => source === 'government') ? ['能核对证照原件与电子证照。'] : [],
    },
    posts: postsOf(item, by),
    application: {
      number: '收件后由系统编制办件编号，写入收件凭证。',
      materials: `按申请人的情形核对材料，共 ${item.materials.length} 种；能共享取得的不再收取。`,
      reception: '当场核对份数和规格，扫描存档后退还原件。',
      receipt: '当场出具收件凭证，网上申请的同时推送。',
    },
    acceptance: {
      check: '核对申请人身份、服务对象和材料是否齐全、符合法定形式。',
      correction: '需要补正的，当场或在五日内一次告知全部内容。',
      decision: '符合的出具受理通知书，不予受理的说明理由并告知救济途径。',
      methods: '按本细则所列审查方式转办。',
      transfer: '受理当日转审查岗位。',
    },
    examination: examinationOf(item),
    decision: {
      by,
      points: ['审查意见是否完整、依据是否准确', '拟不予许可的，是否已听取申请人陈述申辩', '是否在承诺时限内'],
    },
    production: {
      content: `${item.result.name}，内容与决定一致。`,
      duty: '送件人制作并核对，负责人用印。',
      making: '由系统按模板生成，加盖电子印章后入库。',
      ways: item.result.delivery.map((way) => ({ counter: '窗口领取', courier: '物流寄送', electronic: '电子证照' })[way]).join('、'),
      limit: days(2),
      undeliverable: '无法送达的，电话联系两次，仍无法送达的留存并记录。',
      papers: '决定书、送达回证',
      archiving: { content: '申请材料、审查意见、决定和送达记录', demand: '一件一卷，电子归档', limit: days(30) },
    },
    publicity: {
      way: '政务服务网公开决定',
      duty: '决定人核对，系统发布',
      content: '事项名称、决定结果、决定日期；涉及隐私和商业秘密的不公开',
      limit: days(7),
      papers: '公开记录',
    },
    consultation: {
      duty: '受理人答复，疑难转审查人',
      ways: '窗口、电话、网上、信函',
      procedure: '能当场答复的当场答复；需要核实的登记后答复。',
      reply: days(2),
      hours: '与办理时间相同',
    },
  }
}

/** Acceptance takes no time of the promise; what is left of it is shared by examination and decision. */
function postsOf(item: Implementation, by: ManualContent['decision']['by']): ManualPost[] {
  const promised = item.committedLimit?.value ?? 0
  const decide = Math.min(2, Math.max(0, promised - 1))
  const post = (step: string, name: string, role: ManualPost['role'], duty: string, limit: number): ManualPost => ({
    step,
    post: name,
    role,
    duty,
    limit: { value: limit, unit: item.committedLimit?.unit ?? 'workday' },
    staff: [],
  })
  return [
    post('application', '收件岗', 'receiver', '核对并接收申请材料', 0),
    post('acceptance', '受理岗', 'accepter', '作出受理决定', 0),
    ...(by === 'accepter' ? [] : [post('examination', '审查岗', 'examiner', '审查材料，提出意见', promised - decide)]),
    by === 'accepter'
      ? post('decision', '受理岗', 'accepter', '当场审查并作出决定', promised)
      : post('decision', '决定岗', 'decider', '作出决定', decide),
    ...(by === 'accepter' ? [post('examination', '受理岗', 'accepter', '当场书面审查', 0)] : []),
    post('completion', '送件岗', 'deliverer', '制作并送达结果', 0),
  ]
}

function examinationOf(item: Implementation): ManualContent['examination'] {
  const named = item.procedures.flatMap(({ name }) => methodNamed[name] ?? [])
  const methods = [...new Set<ExaminationMethod>(['written', ...named])]
  const demands: Partial<Record<ExaminationMethod, string>> = {
    written: '逐份核对材料的真实性、完整性和有效期。',
    siteVisit: '两名以上工作人员到现场核查，制作核查记录并由申请人签字。',
    inspection: '由有资质的机构出具检测报告，结论明确。',
    expertReview: '从专家库抽取专家，形成书面评审意见。',
    hearing: '涉及重大公共利益或他人重大利益的，告知听证权利。',
    interestedParties: '书面征求第三方意见，十五个工作日内未提出的视为无意见。',
  }
  return {
    methods: methods.map((method) => ({ method, demand: demands[method] ?? '按有关规定进行。' })),
    points: item.materials.map(({ code, name, source, acceptanceStandard }) => ({
      material: code,
      points: [
        acceptanceStandard,
        ...whoVouches(name, source),
        ...(/照片/.test(name) ? ['近期正面免冠，与本人相貌一致'] : ['与申请表所填内容相互印证']),
      ],
    })),
    discretion: named.includes('siteVisit')
      ? [
          {
            factor: '现场核查中的一般缺陷',
            grades: [
              { when: '三项以下，可当场改正', outcome: '改正后通过' },
              { when: '三项以上，或须重新布局', outcome: '限期整改后复查一次' },
              { when: '存在重大缺陷', outcome: '不予许可' },
            ],
          },
        ]
      : [],
    grounds: [
      { code: 'conditionsNotMet', text: '不符合法定条件。' },
      { code: 'falseMaterials', text: '隐瞒有关情况或者提供虚假材料。' },
      ...item.refusalGrounds,
    ],
  }
}

/** Whom a material is checked with: who issued it, or who signed it; a photograph is signed by nobody. */
function whoVouches(name: string, source: Implementation['materials'][number]['source']): string[] {
  if (source === 'government') return [`${name}与证照库或核发部门的信息一致`]
  return /照片/.test(name) ? [] : [`${name}由申请人签名或盖章`]
}
