import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'

/** A search that asks when the hands rest, not at each letter. */
export function SearchBox({
  value,
  onSearch,
  placeholder,
}: {
  value: string | undefined
  onSearch: (text: string) => void
  placeholder?: string
}) {
  const [typed, setTyped] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value ?? '')
  }
  useEffect(() => {
    if (typed === (value ?? '')) return undefined
    const timer = setTimeout(() => onSearch(typed.trim()), 350)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <Input
      className="list-search"
      prefix={<Icon name="search" size={18} />}
      value={typed}
      allowClear
      aria-label={placeholder ?? t('list.search')}
      placeholder={placeholder ?? t('list.search')}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onSearch(typed.trim())}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}
