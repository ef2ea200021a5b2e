const catalogue = {
  'request.invalid': [400, '请求格式不符合接口规范'],
  'request.tooLarge': [413, '请求内容过大'],
  'request.unsupported': [415, '不支持的内容类型'],
  'path.unknown': [404, '没有这个地址'],
  'host.notAllowed': [400, '该地址不在允许的主机名单内'],
  'signature.missing': [401, '缺少签名'],
  'signature.wrong': [401, '签名不正确'],
  'signature.stale': [401, '时间戳超出允许范围'],
  'signature.replayed': [401, '请求已经使用过，不能重放'],
  'caller.unknown': [401, '调用方未登记'],
  'key.wrong': [401, '接口密钥不正确'],
  'record.notFound': [404, '没有查到记录'],
  'message.conflict': [409, '同一消息编号的内容不同'],
  'order.notFound': [404, '没有这笔订单'],
  'order.conflict': [409, '同一商户订单号的内容不同'],
  'order.notPayable': [409, '订单当前不能支付'],
  'order.notClosable': [409, '订单当前不能关闭'],
  'order.amountMismatch': [400, '费项金额之和与订单金额不等'],
  'refund.conflict': [409, '同一退款单号的内容不同'],
  'refund.tooMuch': [409, '退款金额超过可退金额'],
  'refund.notPaid': [409, '订单没有支付，不能退款'],
  'refund.refused': [409, '付款账户已注销，不能原路退回'],
  'waybill.notFound': [404, '没有这张运单'],
  'waybill.conflict': [409, '同一递送单号的内容不同'],
  'waybill.notMovable': [409, '运单当前不能这样流转'],
  'waybill.noCourier': [503, '当前没有可分配的快递员'],
  'waybill.refused': [409, '收件地址不在派送范围'],
  'sandbox.broken': [500, '外部系统内部错误'],
  'sandbox.modeFailing': [500, '外部系统故障（沙箱模式）'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof catalogue

/** What the sandbox answers when it refuses; written as application/problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly details: Record<string, unknown>
  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(catalogue[code][1])
    this.code = code
    this.status = catalogue[code][0]
    this.details = details
  }
  toJSON(): Record<string, unknown> {
    return { type: this.code, title: this.message, status: this.status, ...this.details }
  }
}
