import { isRecord, pointer } from './form.ts'
import type { Field } from './form.ts'
import { isText } from './form-fault.ts'
import type { FormFault } from './form-fault.ts'

/** How a field may be shown. Nothing in a uiSchema is markup, an address, a style or a name of code. */
export const widgets = ['text', 'textarea', 'select', 'radio', 'checkbox', 'checkboxes', 'date', 'updown', 'hidden'] as const
const texts: Readonly<Record<string, number>> = { 'ui:placeholder': 100, 'ui:help': 500 }

/** Checks that a uiSchema follows the form's fields and says only what may be said. */
export function checkUi(ui: unknown, field: Field, path: string, faults: FormFault[]): void {
  if (!isRecord(ui)) return void faults.push({ path: path || '/', fault: 'notAnObject' })
  for (const [key, value] of Object.entries(ui)) {
    const at = pointer(path, key)
    if (key.startsWith('ui:')) checkSaying(key, value, field, at, faults)
    else if (field.type === 'object' && Object.hasOwn(field.properties, key)) checkUi(value, field.properties[key] as Field, at, faults)
    else if (field.type === 'array' && key === 'items') checkUi(value, field.items, at, faults)
    else faults.push({ path: at, fault: 'fieldUnknown' })
  }
}

function checkSaying(key: string, value: unknown, field: Field, path: string, faults: FormFault[]): void {
  const longest = texts[key]
  if (longest !== undefined) {
    if (!isText(value, longest)) faults.push({ path, fault: 'wrongValue' })
  } else if (key === 'ui:widget') {
    if (!widgets.some((widget) => widget === value)) faults.push({ path, fault: 'widgetUnknown' })
  } else if (key === 'ui:order') {
    const names = field.type === 'object' ? Object.keys(field.properties) : []
    if (!Array.isArray(value) || !value.every((name) => name === '*' || names.includes(String(name))))
      faults.push({ path, fault: 'fieldUnknown' })
  } else if (key === 'ui:rows') {
    if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 30) faults.push({ path, fault: 'wrongValue' })
  } else if (key === 'ui:readonly') {
    if (typeof value !== 'boolean') faults.push({ path, fault: 'wrongValue' })
  } else faults.push({ path, fault: 'unknownKeyword' })
}
