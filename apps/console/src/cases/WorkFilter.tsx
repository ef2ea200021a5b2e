import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'

interface FilterShape {
  closed: boolean
  ends: readonly string[]
  values: { urgency?: string | undefined; end?: string | undefined; item?: string | undefined }
  set: (changes: { urgency?: string | undefined; end?: string | undefined; item?: string | undefined }) => void
}

/** The two questions a clerk asks of a list: what is late, and (of what is done) how it ended. */
export function WorkFilter({ closed, ends, values, set }: FilterShape) {
  return (
    <div className="chips" role="group" aria-label={t('work.filter')}>
      {closed
        ? ends.map((end) => (
            <Chip key={end} on={(values.end ?? 'delivered') === end} press={() => set({ end })} label={tOf('state', end)} />
          ))
        : (['late', 'near'] as const).map((urgency) => (
            <Chip
              key={urgency}
              on={values.urgency === urgency}
              press={() => set({ urgency: values.urgency === urgency ? undefined : urgency })}
              label={t(`work.${urgency}`)}
            />
          ))}
      {values.item && (
        <button type="button" className="chip" aria-pressed="true" onClick={() => set({ item: undefined })}>
          {t('work.oneItem')} <Icon name="close" size={14} label={t('list.clear')} />
        </button>
      )}
    </div>
  )
}

function Chip({ on, press, label }: { on: boolean; press: () => void; label: string }) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={press}>
      {label}
    </button>
  )
}
