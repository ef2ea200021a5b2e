import { formatYuan } from '@yiwang/standards'

const states: Readonly<Record<string, string>> = {
  asked: '已下单',
  open: '待支付',
  paid: '已支付',
  closed: '已关闭',
  expired: '已过期',
  refunded: '已退款',
  refused: '退款被拒',
  otherwise: '已另行退款',
}

interface Said {
  state: string
  amountFen: number
}

/** What two books say of one thing, side by side, for who has to find out which is right. */
export function sayContradiction(theirs: Said | undefined, ours: Said | undefined): string {
  return `平台：${saidOf(theirs)}；本系统：${saidOf(ours)}`
}

const saidOf = (said: Said | undefined): string =>
  said ? `${states[said.state] ?? said.state} ${formatYuan(said.amountFen)}` : '没有这笔记录'
