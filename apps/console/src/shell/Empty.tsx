import type { IconName } from '@yiwang/ui/icons'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface EmptyShape {
  icon?: IconName
  title: string
  text?: string
  /** Whether this is all the page has, and its title the heading of the page. */
  wholePage?: boolean
  children?: ReactNode
}

/** Says what would be here and how it comes. */
export function Empty({ icon = 'folder', title, text, wholePage, children }: EmptyShape) {
  const Heading = wholePage ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Icon name={icon} size={36} />
      <Heading className="empty-title">{title}</Heading>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
