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
  oneTimeCode: {
    kind: 'account',
    secret: true,
    'zh-CN': { title: '验证码', text: '您的验证码是 {code}，{minutes} 分钟内有效。请勿告诉他人，工作人员不会向您索要。' },
    en: {
      title: 'Your code',
      text: 'Your code is {code}. It is valid for {minutes} minutes. Tell it to nobody; our staff never ask for it.',
    },
  },
  initialPassword: {
    kind: 'account',
    secret: true,
    'zh-CN': { title: '初始密码', text: '您的账号已开通，初始密码是 {password}。请登录后立即修改。' },
    en: {
      title: 'Your first password',
      text: 'Your account is open. Your first password is {password}. Please change it as soon as you sign in.',
    },
  },
  accountRegistered: {
    kind: 'account',
    'zh-CN': { title: '注册成功', text: '您已完成实名注册，可以登录办事。如非本人操作，请立即联系我们。' },
    en: {
      title: 'You are registered',
      text: 'Your registration is complete and you can sign in. If this was not you, please contact us at once.',
    },
  },
  accountChanged: {
    kind: 'account',
    'zh-CN': { title: '账号信息变更', text: '您的账号信息已变更：{what}。如非本人操作，请立即联系我们。' },
    en: { title: 'Your account was changed', text: 'Your account was changed: {what}. If this was not you, please contact us at once.' },
  },
  accountDisabled: {
    kind: 'account',
    'zh-CN': { title: '账号已禁用', text: '您的账号已被禁用，原因：{reason}。如有异议，请到政务大厅窗口申请解禁。' },
    en: {
      title: 'Your account is disabled',
      text: 'Your account was disabled. Reason: {reason}. If you disagree, please ask at a service hall.',
    },
  },
  accountEnabled: {
    kind: 'account',
    'zh-CN': { title: '账号已解禁', text: '您的账号已解禁，可以正常登录办事。' },
    en: { title: 'Your account is enabled again', text: 'Your account is enabled again and you can sign in.' },
  },
  accountClosed: {
    kind: 'account',
    'zh-CN': { title: '账号已注销', text: '您的账号已注销，不能再登录。以后需要办事，请重新注册。如非本人操作，请立即联系我们。' },
    en: {
      title: 'Your account is closed',
      text: 'Your account is closed and signs in no more. To use the services again, please register anew. If this was not you, please contact us at once.',
    },
  },
  newDevice: {
    kind: 'account',
    'zh-CN': { title: '新设备登录', text: '您的账号刚刚在一台新设备上登录：{device}。如非本人操作，请立即修改密码并退出这台设备。' },
    en: {
      title: 'Signed in on a new device',
      text: 'Your account was just signed in on a new device: {device}. If this was not you, please change your password at once and sign that device out.',
    },
  },
  secondFactorReset: {
    kind: 'account',
    'zh-CN': {
      title: '动态口令已重置',
      text: '{by} 重置了您账号的动态口令，原因：{reason}。原来的动态口令已失效，请尽快重新绑定；如非您本人要求，请立即报告。',
    },
    en: {
      title: 'Your authenticator was taken off',
      text: '{by} took the authenticator off your login. Reason: {reason}. Its codes are void; please bind a new one soon. If you did not ask for this, report it at once.',
    },
  },
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
    'zh-CN': { title: '请补正材料', text: '您申请的“{item}”（{caseNumber}）需要补正：{missing}。请于 {until} 前在网上补正，无需到现场。' },
    en: {
      title: 'Please complete your application',
      text: 'Your application “{item}” ({caseNumber}) needs the following: {missing}. Please add it online before {until}; you need not come.',
    },
  },
  casePreAccepted: {
    kind: 'affair',
    'zh-CN': { title: '预审通过', text: '您申请的“{item}”（{caseNumber}）预审通过。请携带原件：{originals}，到{place}办理。' },
    en: {
      title: 'Pre-review passed',
      text: 'Your application “{item}” ({caseNumber}) passed the pre-review. Please bring these originals: {originals}, to {place}.',
    },
  },
  caseAccepted: {
    kind: 'affair',
    'zh-CN': { title: '已受理', text: '您申请的“{item}”（{caseNumber}）已受理，将于 {dueOn} 前办结。' },
    en: { title: 'Accepted', text: 'Your application “{item}” ({caseNumber}) is accepted. It will be completed by {dueOn}.' },
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
    'zh-CN': { title: '已办结', text: '您申请的“{item}”（{caseNumber}）已办结，结果：{result}。领取方式：{collection}。' },
    en: {
      title: 'Completed',
      text: 'Your application “{item}” ({caseNumber}) is completed. Result: {result}. How you get it: {collection}.',
    },
  },
  caseReadyForPickUp: {
    kind: 'affair',
    'zh-CN': { title: '请领取结果', text: '您申请的“{item}”（{caseNumber}）结果已备好，请到{place}领取，并携带：{originals}。' },
    en: {
      title: 'Ready for you',
      text: 'The result of your application “{item}” ({caseNumber}) is ready. Please collect it at {place} and bring: {originals}.',
    },
  },
  caseDeliveryFailed: {
    kind: 'affair',
    'zh-CN': {
      title: '递送未成功',
      text: '您申请的“{item}”（{caseNumber}）结果递送未成功（{why}），请您到{place}领取；这一次不计入到现场次数。',
    },
    en: {
      title: 'Not delivered',
      text: 'The result of your application “{item}” ({caseNumber}) could not be delivered ({why}). Please collect it at {place}; this does not count as a visit.',
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
    'zh-CN': { title: '请缴费', text: '“{item}”应缴费用 {amount} 元，缴款单号 {number}，请于 {until} 前缴纳。' },
    en: { title: 'Payment due', text: 'Please pay {amount} yuan for “{item}” before {until}. The payment notice is {number}.' },
  },
  paymentSettled: {
    kind: 'affair',
    'zh-CN': { title: '缴费成功', text: '“{item}”费用 {amount} 元已缴纳，缴款单号 {number}。' },
    en: { title: 'Payment received', text: '{amount} yuan for “{item}” were received. The payment notice is {number}.' },
  },
  paymentRefunded: {
    kind: 'affair',
    'zh-CN': { title: '退费成功', text: '“{item}”费用 {amount} 元已退回，缴款单号 {number}。' },
    en: { title: 'Payment refunded', text: '{amount} yuan for “{item}” were refunded. The payment notice is {number}.' },
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
    'zh-CN': { title: '物流进度', text: '递送单 {waybill}：{state}。' },
    en: { title: 'Delivery progress', text: 'Waybill {waybill}: {state}.' },
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
