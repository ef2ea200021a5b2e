import { Button, Form, Input, InputNumber, Select, Switch, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { MoneyInput } from '../../forms/MoneyInput.tsx'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { themeOptions } from '../themes.ts'
import type { Fields, Kind } from './kinds.ts'
import { Group } from './Group.tsx'
import { RowsField, type Path } from './RowsField.tsx'

interface FieldShape {
  kind: Kind
  /** Where it lies in the form. */
  path: Path
  /** Where it lies in the list one is in, as Form.List wants it. */
  name?: Path
  label: ReactNode
  help?: ReactNode
}

/** One element or part of it, drawn by its kind. */
export function KindField({ kind, path, name = path, label, help }: FieldShape) {
  const at = [...name]
  switch (kind.kind) {
    case 'group':
      return (
        <Group label={label} help={help}>
          <KindFields fields={kind.fields} path={path} name={name} />
        </Group>
      )
    case 'rows':
      return (
        <RowsField title={kind.title} path={path} name={name} label={label} help={help}>
          {(row, inList) => <KindFields fields={kind.fields} path={row} name={inList} />}
        </RowsField>
      )
    case 'variant':
      return <Variant kind={kind} path={path} name={name} label={label} />
    case 'texts':
      return <Texts name={name} label={label} help={help} max={kind.max} />
    case 'limit':
      return <LimitField name={name} label={label} help={help} />
    case 'switch':
      return (
        <Form.Item name={at} label={label} extra={help} valuePropName="checked">
          <Switch />
        </Form.Item>
      )
    case 'text':
    case 'number':
    case 'money':
    case 'choice':
    case 'choices':
    case 'tags':
    case 'themes':
      return (
        <Form.Item name={at} label={label} extra={help} className={isWide(kind) ? 'whole-line' : ''}>
          {inputOf(kind)}
        </Form.Item>
      )
  }
}

const isWide = (kind: Kind) => kind.kind === 'choices' || (kind.kind === 'text' && kind.long === true)

function inputOf(kind: Extract<Kind, { kind: 'text' | 'number' | 'money' | 'choice' | 'choices' | 'tags' | 'themes' }>) {
  switch (kind.kind) {
    case 'text':
      return kind.long ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={kind.max} /> : <Input maxLength={kind.max} />
    case 'number':
      return <InputNumber className="full" min={kind.min} max={kind.max} precision={0} />
    case 'money':
      return <MoneyInput />
    case 'choice':
      return <Select allowClear={kind.clear ?? false} options={kind.values.map((value) => ({ value, label: tOf(kind.words, value) }))} />
    case 'choices':
      return <Checkbox.Group options={kind.values.map((value) => ({ value, label: tOf(kind.words, String(value)) }))} />
    case 'themes':
      return <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={themeOptions()} />
    case 'tags':
      return <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ' ']} />
  }
}

/** The parts of a group or a row, each under its own word. */
export function KindFields({ fields, path, name }: { fields: Fields; path: Path; name: Path }) {
  return (
    <div className="two">
      {Object.entries(fields).map(([field, kind]) => (
        <KindField key={field} kind={kind} path={[...path, field]} name={[...name, field]} label={tOf('part', field)} />
      ))}
    </div>
  )
}

function Texts({ name, label, help, max }: { name: Path; label: ReactNode; help?: ReactNode; max: number }) {
  return (
    <Group label={label} help={help}>
      <Form.List name={[...name]}>
        {(lines, { add, remove }) => (
          <>
            {lines.map((line) => (
              <div key={line.key} className="row-of-list">
                <Form.Item name={line.name} className="tight">
                  <Input.TextArea
                    autoSize={{ minRows: 1, maxRows: 8 }}
                    maxLength={max}
                    aria-label={t('editor.line', { line: line.name + 1 })}
                  />
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t('shell.remove')}
                  icon={<Icon name="trash" size={18} />}
                  onClick={() => remove(line.name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" size={18} />} onClick={() => add('')}>
              {t('shell.add')}
            </Button>
          </>
        )}
      </Form.List>
    </Group>
  )
}

function LimitField({ name, label, help }: { name: Path; label: ReactNode; help?: ReactNode }) {
  return (
    <Form.Item label={label} extra={help}>
      <div className="limit-field">
        <Form.Item name={[...name, 'value']} noStyle>
          <InputNumber min={0} max={3650} precision={0} aria-label={t('editor.limitValue')} />
        </Form.Item>
        <Form.Item name={[...name, 'unit']} noStyle>
          <Select
            aria-label={t('editor.limitUnit')}
            options={(['workday', 'calendarDay'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name={[...name, 'basis']} noStyle>
        <Input placeholder={t('editor.limitBasis')} maxLength={500} className="limit-basis" />
      </Form.Item>
    </Form.Item>
  )
}

function Variant({ kind, path, name, label }: { kind: Extract<Kind, { kind: 'variant' }>; path: Path; name: Path; label: ReactNode }) {
  const chosen: unknown = Form.useWatch([...path, kind.on])
  const fields = typeof chosen === 'string' ? kind.variants[chosen] : undefined
  return (
    <Group label={label}>
      <Form.Item name={[...name, kind.on]} label={tOf('part', kind.on)}>
        <Select options={Object.keys(kind.variants).map((value) => ({ value, label: tOf(kind.words, value) }))} />
      </Form.Item>
      {fields && <KindFields fields={fields} path={path} name={name} />}
    </Group>
  )
}
