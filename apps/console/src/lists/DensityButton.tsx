import { Segmented } from 'antd'
import { useState } from 'react'
import { t } from '../words/index.ts'

const kept = 'yiwang.density'

/** How close the rows stand, remembered on this machine. */
export function useDensity() {
  const [compact, setCompact] = useState(() => localStorage.getItem(kept) === 'compact')
  const choose = (next: boolean) => {
    localStorage.setItem(kept, next ? 'compact' : 'comfortable')
    setCompact(next)
  }
  return { compact, choose }
}

export function DensityButton({ compact, choose }: { compact: boolean; choose: (next: boolean) => void }) {
  return (
    <Segmented
      aria-label={t('list.density')}
      value={compact ? 'compact' : 'comfortable'}
      onChange={(value) => choose(value === 'compact')}
      options={[
        { value: 'comfortable', label: t('list.comfortable') },
        { value: 'compact', label: t('list.compact') },
      ]}
    />
  )
}
