import type { CaseClock, CaseState, Deadline } from '@yiwang/cases/contract'
import { sayDay, sayLimit } from '../../dates.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'

/** The clock as it counts: what is left, what is used, what stood still, and why. */
export function ClockCard({ clock, state }: { clock: CaseClock; state: CaseState }) {
  const { committed, statutory, step, entries, running } = clock
  return (
    <section className={`side-block clock ${toneOf(committed, running)}`}>
      <h2>{t('clock.title')}</h2>
      {committed && entries.length > 0 ? (
        <>
          <p className="clock-big">
            <Icon name={iconOf(running, state)} size={22} /> {sayRemaining(committed, running, state)}
          </p>
          <Bar deadline={committed} />
          <p className="quiet">
            {t('clock.committed', { limit: sayLimit(committed) })}
            {committed.dueOn && t('clock.until', { day: sayDay(committed.dueOn) })}
          </p>
        </>
      ) : (
        <>
          {committed && <p className="clock-big">{sayLimit(committed)}</p>}
          <p className="quiet">{t('clock.notStarted')}</p>
        </>
      )}
      <dl className="clock-more">
        {step && <Line name={t('clock.step')} deadline={step} />}
        {statutory && <Line name={t('clock.statutory')} deadline={statutory} />}
      </dl>
      {entries.length > 0 && (
        <details>
          <summary>{t('clock.ledger', { count: entries.length })}</summary>
          <ol className="ledger">
            {entries.map((entry, index) => (
              <li key={index}>
                <strong>{tOf('clockEntry', entry.kind)}</strong>
                {entry.days !== undefined && ` +${entry.days} ${t(`unit.${committed?.unit ?? 'workday'}`)}`}
                <small>{sayDay(entry.day)}</small>
                <span>{entry.ground}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

const iconOf = (running: boolean, state: CaseState) => (running ? 'clock' : state === 'suspended' ? 'pause' : 'done')

/** 还剩 4 个工作日; standing still; used. */
export function sayRemaining(deadline: Deadline, running: boolean, state: CaseState): string {
  const { remaining, unit } = deadline
  if (remaining === undefined) return t('clock.unknown')
  const days = `${Math.abs(remaining)} ${t(`unit.${unit}`)}`
  if (!running && state !== 'suspended') return t('clock.stopped', { days: `${deadline.elapsed ?? 0} ${t(`unit.${unit}`)}` })
  if (!running) return t('clock.standing', { days })
  if (remaining === 0) return t('clock.dueToday')
  return remaining > 0 ? t('clock.remaining', { days }) : t('clock.overdue', { days })
}

function toneOf(deadline: Deadline | undefined, running: boolean): string {
  if (!deadline || deadline.remaining === undefined || !running) return ''
  if (deadline.remaining < 0) return 'late'
  return deadline.remaining <= 2 ? 'near' : ''
}

function Bar({ deadline: { value, elapsed = 0, unit } }: { deadline: Deadline }) {
  const share = value === 0 ? 100 : Math.min(100, (elapsed / value) * 100)
  return (
    <div className="clock-bar" role="img" aria-label={t('clock.used', { days: `${elapsed} ${t(`unit.${unit}`)}` })}>
      <span style={{ width: `${share}%` }} />
    </div>
  )
}

function Line({ name, deadline }: { name: string; deadline: Deadline }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {sayLimit(deadline)}
        {deadline.dueOn && <small>{sayDay(deadline.dueOn)}</small>}
      </dd>
    </div>
  )
}
