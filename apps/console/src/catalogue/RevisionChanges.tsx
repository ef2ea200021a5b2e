import type { Elements, Implementation } from '@yiwang/catalogue/contract'
import { Empty } from '../shell/Empty.tsx'
import { t } from '../words/index.ts'
import { isSame, tidy } from './editor/changes.ts'
import { kindOf, sectionKeys, sections } from './editor/element-kinds.ts'
import type { Kind } from './editor/kinds.ts'
import { nameOf } from './editor/ElementEditor.tsx'
import { sayElement } from './say-element.ts'

/** What this revision would change, element by element, beside what is in force. */
export function RevisionChanges({ now, before }: { now: Partial<Elements>; before: Implementation }) {
  const fields = changedFields(before, now)
  if (fields.length === 0) return <Empty icon="done" title={t('changes.none')} text={t('changes.noneText')} />
  return (
    <div className="list changes">
      <table aria-label={t('changes.title')}>
        <thead>
          <tr>
            <th scope="col">{t('changes.element')}</th>
            <th scope="col">{t('changes.before', { version: before.version })}</th>
            <th scope="col">{t('changes.now')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <td className="main">{nameOf(field)}</td>
              <td>
                <Lines kind={kindOf(field)} of={before[field]} against={now[field]} tone="gone" />
              </td>
              <td>
                <Lines kind={kindOf(field)} of={now[field]} against={before[field]} tone="new" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function changedFields(before: Partial<Elements>, now: Partial<Elements>): (keyof Elements)[] {
  const fields = sectionKeys.flatMap((key) => Object.keys(sections[key]) as (keyof Elements)[])
  const says = (field: keyof Elements) => [before[field], now[field]].some((value) => sayElement(kindOf(field), value).length > 0)
  return fields.filter((field) => !isSame(tidy(before[field]), tidy(now[field])) && says(field))
}

/** Lines that the other side has not are marked, by a sign and a colour. */
function Lines({ kind, of, against, tone }: { kind: Kind; of: unknown; against: unknown; tone: 'gone' | 'new' }) {
  const other = new Set(sayElement(kind, against))
  const lines = sayElement(kind, of)
  if (lines.length === 0) return <span className="quiet">{t('shell.none')}</span>
  return lines.map((line, index) =>
    other.has(line) ? (
      <p key={index} className="quiet">
        {line}
      </p>
    ) : (
      <p key={index} className={`change ${tone}`}>
        <span aria-hidden="true">{tone === 'gone' ? '−' : '+'}</span> {line}
      </p>
    ),
  )
}
