import { accountTemplates } from './account-templates.ts'
import { appointmentTemplates } from './appointment-templates.ts'

/**
 * Every text the platform tells people, as data. `{name}` are placeholders; both languages have the same ones.
 * kind `account`: about the account itself, always sent. `affair`: about one's own case; SMS and e-mail as preferred.
 * `information`: about nothing of one's own; only with consent. `secret`: neither shown in the personal space nor kept after it was sent.
 */
export type TemplateKind = 'account' | 'affair' | 'information'

export interface Template {
  kind: TemplateKind
  secret?: true
  'zh-CN': { title: string; text: string }
  en: { title: string; text: string }
}

export const templates = {
  ...accountTemplates,
  ...appointmentTemplates,
  caseSubmitted: {
    kind: 'affair',
    'zh-CN': { title: '申请已提交', text: '您申请的“{item}”已于 {time} 提交，申请编号 {caseNumber}。我们会及时告知进度。' },
    en: {
      title: 'Application handed in',
      text: 'Your application “{item}” was handed in at {time}. Its number is {caseNumber}. We will keep you informed.',
    },
  },
  caseCorrectionRequested: {
    kind: 'affair',
    'zh-CN': {
      title: '请补正材料',
      text: '您申请的“{item}”（{caseNumber}）于 {time} 转入补正，需要补充：{missing}。请于 {until} 前在网上补正，无需到现场。',
    },
    en: {
      title: 'Please complete your application',
      text: 'Your application “{item}” ({caseNumber}) was checked at {time} and needs the following: {missing}. Please add it online before {until}; you need not come.',
    },
  },
  casePreAccepted: {
    kind: 'affair',
    'zh-CN': { title: '预审通过', text: '您申请的“{item}”（{caseNumber}）预审通过（{time}）。请携带原件：{originals}，到{place}办理。' },
    en: {
      title: 'Pre-review passed',
      text: 'Your application “{item}” ({caseNumber}) passed the pre-review at {time}. Please bring these originals: {originals}, to {place}.',
    },
  },
  caseAccepted: {
    kind: 'affair',
    'zh-CN': { title: '已受理', text: '您申请的“{item}”（{caseNumber}）已受理（{time}），将于 {dueOn} 前办结。' },
    en: { title: 'Accepted', text: 'Your application “{item}” ({caseNumber}) was accepted at {time}. It will be completed by {dueOn}.' },
  },
  caseRefused: {
    kind: 'affair',
    'zh-CN': {
      title: '不予受理',
      text: '您申请的“{item}”（{caseNumber}）不予受理，理由：{reason}。如有异议，可依法申请行政复议或者提起行政诉讼。',
    },
    en: {
      title: 'Not accepted',
      text: 'Your application “{item}” ({caseNumber}) is not accepted. Reason: {reason}. You may apply for administrative reconsideration or go to court.',
    },
  },
  caseStepDone: {
    kind: 'affair',
    'zh-CN': { title: '办理进度', text: '您申请的“{item}”（{caseNumber}）已于 {time} 完成“{step}”环节。' },
    en: { title: 'Progress', text: 'Your application “{item}” ({caseNumber}): the step “{step}” was done at {time}.' },
  },
  caseSuspended: {
    kind: 'affair',
    'zh-CN': { title: '已挂起', text: '您申请的“{item}”（{caseNumber}）自 {time} 起暂停计时，原因：{reason}。' },
    en: { title: 'Suspended', text: 'For your application “{item}” ({caseNumber}) the time limit stopped at {time}. Reason: {reason}.' },
  },
  caseResumed: {
    kind: 'affair',
    'zh-CN': { title: '恢复办理', text: '您申请的“{item}”（{caseNumber}）已恢复办理，将于 {dueOn} 前办结。' },
    en: { title: 'Resumed', text: 'Your application “{item}” ({caseNumber}) is being handled again. It will be completed by {dueOn}.' },
  },
  caseSpecialStarted: {
    kind: 'affair',
    'zh-CN': {
      title: '进入特别程序',
      text: '您申请的“{item}”（{caseNumber}）需进行{procedure}，预计 {days} 日。所需时间不计入办理期限。',
    },
    en: {
      title: 'Special procedure',
      text: 'Your application “{item}” ({caseNumber}) needs this: {procedure}, about {days} days. That time does not count towards the limit.',
    },
  },
  caseSpecialEnded: {
    kind: 'affair',
    'zh-CN': { title: '特别程序结束', text: '您申请的“{item}”（{caseNumber}）的{procedure}已结束，将于 {dueOn} 前办结。' },
    en: {
      title: 'Special procedure ended',
      text: 'Your application “{item}” ({caseNumber}): {procedure} has ended. It will be completed by {dueOn}.',
    },
  },
  caseExtended: {
    kind: 'affair',
    'zh-CN': { title: '办理期限延长', text: '您申请的“{item}”（{caseNumber}）经批准延长期限，将于 {dueOn} 前办结，理由：{reason}。' },
    en: {
      title: 'Time limit extended',
      text: 'The time limit of your application “{item}” ({caseNumber}) was extended; it will be completed by {dueOn}. Reason: {reason}.',
    },
  },
  caseDecided: {
    kind: 'affair',
    'zh-CN': { title: '已作出决定', text: '您申请的“{item}”（{caseNumber}）已作出决定：{result}。' },
    en: { title: 'Decided', text: 'Your application “{item}” ({caseNumber}) is decided: {result}.' },
  },
  caseCompleted: {
    kind: 'affair',
    'zh-CN': { title: '已办结', text: '您申请的“{item}”（{caseNumber}）已办结（{time}），结果：{result}。领取方式：{collection}。' },
    en: {
      title: 'Completed',
      text: 'Your application “{item}” ({caseNumber}) was completed at {time}. Result: {result}. How you get it: {collection}.',
    },
  },
  caseReadyForPickUp: {
    kind: 'affair',
    'zh-CN': {
      title: '请领取结果',
      text: '您申请的“{item}”（{caseNumber}）已办结（{time}），结果：{result}。请到{place}领取，请携带{bring}。',
    },
    en: {
      title: 'Ready for you',
      text: 'Your application “{item}” ({caseNumber}) was completed at {time}. Result: {result}. Please collect it at {place} and bring {bring}.',
    },
  },
  caseDeliveryFailed: {
    kind: 'affair',
    'zh-CN': {
      title: '递送未成功',
      text: '您申请的“{item}”（{caseNumber}）结果递送未成功（{why}）。您可以在网上改选重新递送，或者到{place}领取；这一次不计入到现场次数。',
    },
    en: {
      title: 'Not delivered',
      text: 'The result of your application “{item}” ({caseNumber}) could not be delivered ({why}). You may choose another delivery online, or collect it at {place}; this does not count as a visit.',
    },
  },
  caseDelivered: {
    kind: 'affair',
    'zh-CN': { title: '结果已送达', text: '您申请的“{item}”（{caseNumber}）结果已于 {time} 送达。欢迎您评价本次服务。' },
    en: {
      title: 'Delivered',
      text: 'The result of your application “{item}” ({caseNumber}) was delivered at {time}. You are welcome to rate this service.',
    },
  },
  caseOriginalsMismatched: {
    kind: 'affair',
    'zh-CN': {
      title: '原件核验不符',
      text: '您申请的“{item}”（{caseNumber}）核验原件时，发现与申请材料不一致：{names}。结果暂未发放。请携带相符的原件到{place}再次核验，或者向办理机构说明情况；不能提供的，办理机构可以依法撤销决定。',
    },
    en: {
      title: 'The originals do not agree',
      text: 'For your application “{item}” ({caseNumber}) these originals do not agree with what you handed in: {names}. The result was not handed over. Please bring the right originals to {place}, or explain; otherwise the decision may be rescinded.',
    },
  },
  caseRescinded: {
    kind: 'affair',
    'zh-CN': {
      title: '决定已撤销',
      text: '您申请的“{item}”（{caseNumber}）的准予决定已经撤销，理由：{reason}。撤销决定书已送到您的用户空间，不服的可以依法申请行政复议或者提起行政诉讼。',
    },
    en: {
      title: 'The decision is rescinded',
      text: 'The approval of your application “{item}” ({caseNumber}) was rescinded. Reason: {reason}. The decision stands in your personal space; you may ask for reconsideration or go to court.',
    },
  },
  caseLapsed: {
    kind: 'affair',
    'zh-CN': { title: '申请已失效', text: '您申请的“{item}”（{caseNumber}）因逾期未补正，已于 {time} 视为放弃。您可以重新申请。' },
    en: {
      title: 'Application lapsed',
      text: 'Your application “{item}” ({caseNumber}) was not completed in time and lapsed at {time}. You may apply again.',
    },
  },
  caseWithdrawn: {
    kind: 'affair',
    'zh-CN': { title: '申请已撤回', text: '您申请的“{item}”（{caseNumber}）已于 {time} 撤回。' },
    en: { title: 'Application withdrawn', text: 'Your application “{item}” ({caseNumber}) was withdrawn at {time}.' },
  },
  caseAborted: {
    kind: 'affair',
    'zh-CN': { title: '办理中止', text: '您申请的“{item}”（{caseNumber}）中止办理，理由：{reason}。' },
    en: { title: 'Handling aborted', text: 'The handling of your application “{item}” ({caseNumber}) was aborted. Reason: {reason}.' },
  },
  paymentDue: {
    kind: 'affair',
    'zh-CN': { title: '请缴费', text: '您申请的“{item}”已于 {time} 开出缴款单 {number}，应缴 {amount} 元，请于 {until} 前缴纳。' },
    en: {
      title: 'Payment due',
      text: 'Please pay {amount} yuan for “{item}” before {until}. The payment notice {number} was issued at {time}.',
    },
  },
  paymentSettled: {
    kind: 'affair',
    'zh-CN': { title: '缴费成功', text: '“{item}”费用 {amount} 元已于 {time} 缴纳，缴款单号 {number}。' },
    en: { title: 'Payment received', text: '{amount} yuan for “{item}” were received at {time}. The payment notice is {number}.' },
  },
  paymentRefunded: {
    kind: 'affair',
    'zh-CN': { title: '退费成功', text: '“{item}”费用 {amount} 元已于 {time} 退回，缴款单号 {number}。' },
    en: { title: 'Payment refunded', text: '{amount} yuan for “{item}” were refunded at {time}. The payment notice is {number}.' },
  },
  paymentRefundDelayed: {
    kind: 'affair',
    'zh-CN': { title: '退费未成功', text: '“{item}”的退费（缴款单号 {number}）未能原路退回，工作人员会另行退给您，无需重新申请。' },
    en: {
      title: 'Refund delayed',
      text: 'The refund for “{item}” (payment notice {number}) could not go back the way it came. Our staff will return it otherwise; you need not ask again.',
    },
  },
  licenceReady: {
    kind: 'affair',
    'zh-CN': { title: '电子证照已签发', text: '您的“{licence}”已签发，可在用户空间查看和下载。' },
    en: { title: 'Your licence is issued', text: 'Your “{licence}” is issued. You find it in your personal space.' },
  },
  licenceExpiring: {
    kind: 'affair',
    'zh-CN': { title: '证照即将到期', text: '您的“{licence}”（{number}）有效期至 {date}，需要延续的请提前办理。' },
    en: {
      title: 'A licence is about to expire',
      text: 'Your “{licence}” ({number}) is valid until {date}. If you need it longer, please apply in time.',
    },
  },
  waybillMoved: {
    kind: 'affair',
    'zh-CN': { title: '物流进度', text: '您申请的“{item}”结果{state}（{time}），运单号 {waybill}。' },
    en: { title: 'Delivery progress', text: 'The result of your application “{item}” {state} ({time}). Waybill {waybill}.' },
  },
  feedbackAnswered: {
    kind: 'affair',
    'zh-CN': { title: '您的反馈已处理', text: '您关于“{subject}”的{feedback}已有处理结果：{result}。' },
    en: { title: 'Your feedback was handled', text: 'Your {feedback} about “{subject}” was handled: {result}.' },
  },
  information: {
    kind: 'information',
    'zh-CN': { title: '{title}', text: '{text}' },
    en: { title: '{title}', text: '{text}' },
  },
} as const satisfies Record<string, Template>

export type Templates = typeof templates
export type TemplateCode = keyof Templates

type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never

/** A value, or one for each language; lists are joined as the language does. */
export type Told = string | number | readonly string[]
export type Value = Told | { readonly 'zh-CN': Told; readonly en: Told }

/** What a template needs filled in; the compiler refuses one too few and one too many. */
export type Values<T extends TemplateCode> = {
  readonly [Name in Placeholder<Templates[T]['zh-CN']['title'] | Templates[T]['zh-CN']['text']>]: Value
}
