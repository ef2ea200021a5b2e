import { isAsked, type Field, type Form as FormDefinition } from '@yiwang/forms'
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'
import { MoneyInput } from './MoneyInput.tsx'
import { sectionsOf } from './sections.ts'

type ObjectField = Extract<Field, { type: 'object' }>
export type FieldPath = readonly (string | number)[]

/** The fields of a form in its sections, in the dialect of @yiwang/forms; what is not asked for is not shown. */
export function FormFields({ definition, path }: { definition: FormDefinition; path: FieldPath }) {
  const values: unknown = Form.useWatch([...path])
  return (
    <>
      {sectionsOf(definition).map(({ id, title, description, names }) => (
        <section key={id} className="form-section">
          {title && <h3>{title}</h3>}
          {description && <p className="quiet">{description}</p>}
          <div className="two">
            <Fields field={definition} names={names} path={path} values={values} />
          </div>
        </section>
      ))}
    </>
  )
}

interface FieldsShape {
  field: ObjectField
  names: readonly string[]
  path: FieldPath
  values: unknown
}

function Fields({ field, names, path, values }: FieldsShape) {
  return names.flatMap((name) => {
    const one = field.properties[name]
    if (!one || !isAsked(one, values)) return []
    const required = field.required?.includes(name) ?? false
    return [<OneField key={name} field={one} path={[...path, name]} required={required} />]
  })
}

function OneField({ field, path, required }: { field: Field; path: FieldPath; required: boolean }) {
  if (field.type === 'array') return <Rows field={field} path={path} />
  if (field.type === 'object') return <Nested field={field} path={path} />
  const wide = field.type === 'string' && (field.maxLength ?? 200) > 200
  const name = [...path]
  if (field.type === 'boolean') {
    return (
      <Form.Item name={name} valuePropName="checked" className="whole-line" {...extraOf(field)}>
        <Checkbox>{field.title}</Checkbox>
      </Form.Item>
    )
  }
  return (
    <Form.Item name={name} label={field.title} required={required} className={wide ? 'whole-line' : ''} {...extraOf(field)}>
      {inputOf(field)}
    </Form.Item>
  )
}

const extraOf = ({ description }: Field) => (description ? { extra: description } : {})

function inputOf(field: Exclude<Field, { type: 'array' | 'object' | 'boolean' }>) {
  const choices = choicesOf(field)
  if (choices)
    return choices.length <= 4 ? (
      <Radio.Group options={choices} />
    ) : (
      <Select options={choices} showSearch={{ optionFilterProp: 'label' }} allowClear />
    )
  if (field.type !== 'string') {
    return field.format === 'money' ? (
      <MoneyInput />
    ) : (
      <InputNumber className="full" {...(field.type === 'integer' ? { precision: 0 } : {})} />
    )
  }
  if (field.format === 'date') return <Input type="date" />
  if ((field.maxLength ?? 200) > 200) return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
  return <Input {...(field.format === 'mobile' ? { inputMode: 'tel' as const } : {})} />
}

function choicesOf(field: Field): { value: string | number; label: string }[] | undefined {
  if (field.type === 'string' && field.enum) return field.enum.map((value) => ({ value, label: value }))
  if ('oneOf' in field && field.oneOf) return field.oneOf.map((choice) => ({ value: choice.const, label: choice.title }))
  return undefined
}

function Nested({ field, path }: { field: ObjectField; path: FieldPath }) {
  const values: unknown = Form.useWatch([...path])
  return (
    <fieldset className="whole-line nested">
      <legend>{field.title}</legend>
      <div className="two">
        <Fields field={field} names={Object.keys(field.properties)} path={path} values={values} />
      </div>
    </fieldset>
  )
}

function Rows({ field, path }: { field: Extract<Field, { type: 'array' }>; path: FieldPath }) {
  return (
    <fieldset className="whole-line nested">
      <legend>{field.title}</legend>
      <Form.List name={[...path]}>
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="row-of-list">
                <OneField field={withoutTitle(field.items, row.name)} path={[...path, row.name]} required={false} />
                <Button
                  type="text"
                  aria-label={t('shell.remove')}
                  icon={<Icon name="trash" size={18} />}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" size={18} />} disabled={rows.length >= (field.maxItems ?? 200)} onClick={() => add()}>
              {t('shell.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

const withoutTitle = (field: Field, row: number): Field => ({ ...field, title: `${field.title ?? ''} ${row + 1}`.trim() })
