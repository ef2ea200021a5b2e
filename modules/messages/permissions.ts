import type { Permissions } from '@yiwang/kernel'

export const messagePermissions: Permissions = {
  /** Staff too: what concerns their login is told them in the console. */
  'messages.inbox': { name: '我的消息', heldBy: ['user', 'staff'] },
  'messages.own': { name: '我的消息接收方式', heldBy: ['user'] },
  'messages.lookDeliveries': { name: '查看消息发送记录' },
  'messages.lookPlatform': { name: '查看和重发平台消息（验证码、账号）' },
  'messages.inform': { name: '向同意接收的用户推送信息' },
  'messages.resend': { name: '重发消息' },
}
