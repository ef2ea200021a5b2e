import type { Implementation } from '@yiwang/catalogue/contract'
import { sayDay } from '../dates.ts'
import { t, tOf } from '../words/index.ts'
import { kindOf, sectionKeys, sections } from './editor/element-kinds.ts'
import { nameOf } from './editor/ElementEditor.tsx'
import { sayElement } from './say-element.ts'

/** What is in force, to be read. */
export function PublishedItem({ item }: { item: Implementation }) {
  return (
    <>
      <p className="quiet form-lead">{t('catalogue.inForceSince', { version: item.version, day: sayDay(item.effectiveOn) })}</p>
      <div className="column wide-column">
        {sectionKeys.map((key) => (
          <section key={key} className="card">
            <h2>{tOf('section', key)}</h2>
            <dl className="facts">
              {Object.keys(sections[key]).map((field) => (
                <Element
                  key={field}
                  field={field}
                  value={field === 'bodyCode' ? `${item.bodyName}（${item.bodyCode}）` : item[field as keyof Implementation]}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}

function Element({ field, value }: { field: string; value: unknown }) {
  const lines = sayElement(kindOf(field), field === 'itemType' ? tOf('itemType', String(value)) : value)
  return (
    <div>
      <dt>{nameOf(field)}</dt>
      <dd>
        {lines.length === 0 ? <span className="quiet">{t('shell.none')}</span> : lines.map((line, index) => <p key={index}>{line}</p>)}
      </dd>
    </div>
  )
}
