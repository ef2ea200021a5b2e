import { Button, Collapse, Form } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '../../shell/Icon.tsx'
import { t } from '../../words/index.ts'
import { Group } from './Group.tsx'

export type Path = readonly (string | number)[]

interface RowsShape {
  /** The part a row is known by when it is folded. */
  title: string
  path: Path
  name: Path
  label: ReactNode
  help?: ReactNode
  /** The parts of one row: where it lies in the form, and in its list. */
  children: (row: Path, inList: Path) => ReactNode
}

/** A list of things with parts: folded to their names, in an order that can be changed. */
export function RowsField({ title, path, name, label, help, children }: RowsShape) {
  return (
    <Group label={label} help={help}>
      <Form.List name={[...name]}>
        {(rows, { add, remove, move }) => (
          <>
            {rows.length > 0 && (
              <Collapse
                collapsible="header"
                size="small"
                items={rows.map((row, index) => ({
                  key: row.key,
                  label: <RowTitle path={[...path, row.name]} title={title} number={index + 1} />,
                  extra: (
                    <RowTools
                      {...(index > 0 ? { onUp: () => move(index, index - 1) } : {})}
                      {...(index < rows.length - 1 ? { onDown: () => move(index, index + 1) } : {})}
                      onRemove={() => remove(row.name)}
                    />
                  ),
                  children: children([...path, row.name], [row.name]),
                  forceRender: true,
                }))}
              />
            )}
            <Button className="add-row" icon={<Icon name="plus" size={18} />} onClick={() => add({})}>
              {t('shell.add')}
            </Button>
          </>
        )}
      </Form.List>
    </Group>
  )
}

function RowTitle({ path, title, number }: { path: Path; title: string; number: number }) {
  const value: unknown = Form.useWatch([...path, title])
  return <>{`${number}. ${typeof value === 'string' && value !== '' ? value : t('editor.unnamed')}`}</>
}

function RowTools({ onUp, onDown, onRemove }: { onUp?: () => void; onDown?: () => void; onRemove: () => void }) {
  return (
    <span
      className="row-tools"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
      role="presentation"
    >
      <Button type="text" size="small" disabled={!onUp} aria-label={t('shell.up')} onClick={onUp}>
        ↑
      </Button>
      <Button type="text" size="small" disabled={!onDown} aria-label={t('shell.down')} onClick={onDown}>
        ↓
      </Button>
      <Button type="text" size="small" aria-label={t('shell.remove')} icon={<Icon name="trash" size={16} />} onClick={onRemove} />
    </span>
  )
}
