import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { t } from '../words/index.ts'
import { useListKeys } from './use-list-keys.ts'

export interface Column<Row> {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** Stands on its own line on the phone. */
  main?: boolean
  /** Left out where there is no room: below 1024 px. */
  wide?: boolean
  number?: boolean
  width?: number | string
}

interface ListShape<Row> {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  onOpen?: (row: Row) => void
  compact?: boolean
  more?: { has: boolean; busy: boolean; load: () => void }
  tools?: ReactNode
  empty: ReactNode
  /** Stands in place of the rows while there is nothing to show yet, or why not. */
  instead?: ReactNode
}

/** A list as a table that turns into cards on the phone; keyboard all the way where its rows open. */
export function ListTable<Row>(shape: ListShape<Row>) {
  const { label, rows, columns, keyOf, onOpen, compact, more, tools, empty, instead } = shape
  const place = useRef<HTMLDivElement>(null)
  const keys = useListKeys(place, onOpen ? rows.length : 0)
  return (
    <div className={compact ? 'list compact' : 'list'} ref={place}>
      {tools && <div className="list-tools">{tools}</div>}
      {rows.length === 0 ? (
        (instead ?? empty)
      ) : (
        <table aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={classOf(column)} style={column.width ? { width: column.width } : undefined}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={keyOf(row)} {...(onOpen ? opening(index, keys, () => onOpen(row)) : {})}>
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && <ListFoot keys={onOpen !== undefined} {...(more ? { more } : {})} />}
    </div>
  )
}

function ListFoot({ keys, more }: { keys: boolean; more?: { has: boolean; busy: boolean; load: () => void } }) {
  return (
    <div className="list-foot">
      {keys && <span className="keys">{t('list.keys')}</span>}
      {more?.has ? (
        <Button onClick={more.load} loading={more.busy}>
          {t('list.more')}
        </Button>
      ) : (
        <span>{t('list.end')}</span>
      )}
    </div>
  )
}

const classOf = <Row,>({ main, wide, number }: Column<Row>) =>
  [main && 'main', wide && 'wide', number && 'number'].filter(Boolean).join(' ') || undefined

function opening(index: number, { at, setAt }: { at: number; setAt: (row: number) => void }, open: () => void) {
  return {
    className: at === index ? 'opens here' : 'opens',
    tabIndex: at === index || (at < 0 && index === 0) ? 0 : -1,
    'data-row': index,
    onFocus: () => setAt(index),
    onClick: (event: React.MouseEvent<HTMLElement>) => {
      if (!(event.target as HTMLElement).closest('a, button, input')) open()
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' || event.target !== event.currentTarget) return
      event.preventDefault()
      open()
    },
  }
}
