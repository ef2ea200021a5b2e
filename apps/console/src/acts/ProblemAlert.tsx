import { useEffect, useRef } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'
import { sayProblem } from './problem-text.ts'

interface Shown {
  error: unknown
  /** Leads from a line of the summary to the field it is about. */
  onField?: (pointer: string) => void
  /** The name a field has on the screen. */
  nameOf?: (pointer: string) => string | undefined
}

/** What is wrong, on top of the form, read out at once; every field error leads to its field. */
export function ProblemAlert({ error, onField, nameOf }: Shown) {
  const place = useRef<HTMLDivElement>(null)
  const { title, fields } = sayProblem(error)
  useEffect(() => {
    if (error) place.current?.scrollIntoView?.({ block: 'nearest' })
  }, [error])
  return (
    <div className="problem" role="alert" ref={place}>
      <Icon name="error" />
      <div>
        <p className="problem-title">{title}</p>
        {fields.length > 0 && (
          <>
            <p>{t('problem.summary', { count: fields.length })}</p>
            <ul>
              {fields.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>
                  {onField ? (
                    <button type="button" className="link" onClick={() => onField(pointer)}>
                      <FieldLine name={nameOf?.(pointer)} message={message} />
                    </button>
                  ) : (
                    <FieldLine name={nameOf?.(pointer)} message={message} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}

function FieldLine({ name, message }: { name: string | undefined; message: string }) {
  return <>{name ? `${name}：${message}` : message}</>
}
