/** What is told about the account itself: always sent, whatever one prefers. */
export const accountTemplates = {
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
} as const
