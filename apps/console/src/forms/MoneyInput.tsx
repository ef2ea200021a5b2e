import { InputNumber } from 'antd'

interface MoneyShape {
  id?: string
  value?: number
  onChange?: (fen: number | undefined) => void
}

/** Typed in yuan, kept in whole fen. */
export function MoneyInput({ id, value, onChange }: MoneyShape) {
  return (
    <InputNumber
      {...(id ? { id } : {})}
      className="full"
      prefix="¥"
      precision={2}
      min={0}
      controls={false}
      value={value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * 100))}
    />
  )
}
