import { NavLink } from 'react-router'
import { useMe } from '../session/me.ts'

export interface Section {
  to: string
  name: string
  anyOf: readonly string[]
}

/** The pages of one tool, as far as the permissions go. */
export function SectionTabs({ label, sections }: { label: string; sections: readonly Section[] }) {
  const { staff } = useMe()
  const shown = sections.filter(({ anyOf }) => anyOf.some((one) => staff.permissions.includes(one)))
  if (shown.length < 2) return null
  return (
    <nav className="tabs" aria-label={label}>
      {shown.map(({ to, name }) => (
        <NavLink key={to} to={to} end>
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
