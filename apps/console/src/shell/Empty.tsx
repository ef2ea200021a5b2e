import type { IconName } from '@yiwang/ui/icons'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

/** Says what would be here and how it comes. */
export function Empty({ icon = 'folder', title, text, children }: { icon?: IconName; title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={36} />
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
