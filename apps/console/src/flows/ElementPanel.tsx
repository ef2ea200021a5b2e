import type Modeler from 'bpmn-js/lib/Modeler.js'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'
import type { BpmnFactory, Modeling, Shape } from './bpmn-parts.ts'
import { readElement, writeExtensions, type ElementScreen } from './element-values.ts'

/** What an element says beyond its drawing: who does it, by when, how it may end; of an arrow, when it is taken. */
export function ElementPanel({ modeler, shape }: { modeler: Modeler; shape: Shape }) {
  const [form] = Form.useForm<ElementScreen>()
  const [kept] = useState(() => readElement(shape.businessObject))
  const isTask = shape.type === 'bpmn:UserTask'
  const isFlow = shape.type === 'bpmn:SequenceFlow'
  const write = (_: unknown, screen: ElementScreen) => {
    const modeling = modeler.get<Modeling>('modeling')
    const factory = modeler.get<BpmnFactory>('bpmnFactory')
    modeling.updateProperties(shape, propertiesOf({ ...kept, ...screen }, shape, factory))
  }
  return (
    <Form<ElementScreen> form={form} layout="vertical" initialValues={kept} onValuesChange={write} requiredMark={false} size="small">
      <p className="eyebrow">{tOf('bpmn', shape.type.replace('bpmn:', ''))}</p>
      <Form.Item name="name" label={t('flow.elementName')}>
        <Input maxLength={100} />
      </Form.Item>
      {isFlow && (
        <Form.Item name="condition" label={t('flow.condition')} extra={t('flow.conditionHelp')}>
          <Input.TextArea autoSize={{ minRows: 2 }} spellCheck={false} className="mono" />
        </Form.Item>
      )}
      {isTask && <TaskFields />}
    </Form>
  )
}

function TaskFields() {
  return (
    <>
      <Form.Item name="stage" label={t('flow.stage')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="duty" label={t('flow.duty')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="role" label={t('flow.role')} extra={t('flow.roleHelp')}>
        <Input maxLength={100} spellCheck={false} />
      </Form.Item>
      <Form.Item name="notDoneBy" label={t('flow.notDoneBy')} extra={t('flow.notDoneByHelp')}>
        <Input maxLength={100} spellCheck={false} />
      </Form.Item>
      <Form.Item label={t('flow.limit')}>
        <div className="limit-field">
          <Form.Item name="limitValue" noStyle>
            <InputNumber min={1} max={365} precision={0} aria-label={t('editor.limitValue')} />
          </Form.Item>
          <Form.Item name="limitUnit" noStyle>
            <Select
              aria-label={t('editor.limitUnit')}
              options={['workday', 'day', 'hour'].map((value) => ({ value, label: tOf('flowUnit', value) }))}
            />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item name="variable" label={t('flow.variable')} extra={t('flow.variableHelp')}>
        <Input maxLength={60} spellCheck={false} className="mono" />
      </Form.Item>
      <Form.List name="options">
        {(options, { add, remove }) => (
          <>
            {options.map((option) => (
              <div key={option.key} className="option-row">
                <Form.Item name={[option.name, 'value']} noStyle>
                  <Input placeholder={t('flow.optionValue')} aria-label={t('flow.optionValue')} />
                </Form.Item>
                <Form.Item name={[option.name, 'label']} noStyle>
                  <Input placeholder={t('flow.optionLabel')} aria-label={t('flow.optionLabel')} />
                </Form.Item>
                <Form.Item name={[option.name, 'action']} noStyle>
                  <Select
                    aria-label={t('flow.optionAction')}
                    options={['pass', 'return', 'other'].map((value) => ({ value, label: tOf('flowAction', value) }))}
                  />
                </Form.Item>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('shell.remove')}
                  icon={<Icon name="trash" size={16} />}
                  onClick={() => remove(option.name)}
                />
              </div>
            ))}
            <Button size="small" onClick={() => add({ action: 'pass' })}>
              {t('flow.addOption')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  )
}

function propertiesOf(screen: ElementScreen, { type, businessObject }: Shape, factory: BpmnFactory): Record<string, unknown> {
  const name = { name: screen.name ?? '' }
  if (type === 'bpmn:SequenceFlow') {
    const condition = screen.condition?.trim()
    return { ...name, conditionExpression: condition ? factory.create('bpmn:FormalExpression', { body: condition }) : undefined }
  }
  if (type !== 'bpmn:UserTask') return name
  const values = writeExtensions(screen, businessObject.extensionElements?.values ?? [], (kind, one) => factory.create(kind, one))
  return {
    ...name,
    'yiwang:stage': screen.stage?.trim() || undefined,
    'yiwang:duty': screen.duty?.trim() || undefined,
    extensionElements: values.length > 0 ? factory.create('bpmn:ExtensionElements', { values }) : undefined,
  }
}
