import type { ReactNode } from 'react'

/** Parts that belong together under one name. */
export function Group({ label, help, children }: { label: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="whole-line nested">
      <legend>{label}</legend>
      {help}
      {children}
    </fieldset>
  )
}
