import type { DraftDesk, ElementChange, Elements, Finding } from '@yiwang/catalogue/contract'
import { elements, furtherFields } from '@yiwang/catalogue/rules'
import { App, Button, ConfigProvider, Form } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ProblemAlert } from '../../acts/ProblemAlert.tsx'
import { useAct } from '../../acts/use-act.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { changesOf } from './changes.ts'
import { sectionKeys, sectionOf, sections, type SectionKey } from './element-kinds.ts'
import { KindField } from './KindField.tsx'
import type { Kind } from './kinds.ts'

/** The 36 elements in sections: who maintains each is said beside it, what may not be changed is locked, what is missing is named. */
export function ElementEditor({ desk }: { desk: DraftDesk }) {
  const { revision, findings, mayChange } = desk
  const [form] = Form.useForm<Record<string, unknown>>()
  const [section, setSection] = useState<SectionKey>('basic')
  const [touched, setTouched] = useState(false)
  const { message } = App.useApp()
  const code = revision.implementationCode
  const save = useAct({
    send: (body: ElementChange, idempotencyKey) =>
      api.patch('/implementations/{implementationCode}/draft', { path: { implementationCode: code }, body, idempotencyKey }),
    changes: [['draft', code], ['/implementations']],
    onDone: () => {
      setTouched(false)
      void message.success(t('editor.saved'))
    },
  })
  const submit = () => {
    const change = changesOf(revision.elements, form.getFieldsValue(true) as Record<string, unknown>, mayChange)
    if (Object.keys(change).length > 0) save.mutate(change)
    else setTouched(false)
  }
  return (
    <div className="editor">
      <SectionRail section={section} findings={findings} onChoose={setSection} />
      <div className="card editor-page">
        {save.error && <ProblemAlert error={save.error} nameOf={(pointer) => nameOf(pointer.split('/')[1] ?? '')} />}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={revision.elements}
          onValuesChange={() => setTouched(true)}
          onFinish={submit}
        >
          {sectionKeys.map((key) => (
            <section key={key} hidden={key !== section}>
              <h2>{tOf('section', key)}</h2>
              <SectionFields section={key} findings={findings} mayChange={mayChange} />
            </section>
          ))}
          <div className="save-bar">
            <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!touched || mayChange.length === 0}>
              {t('shell.save')}
            </Button>
            <span className="quiet">
              {mayChange.length === 0 ? t('editor.readOnly') : touched ? t('editor.unsaved') : t('editor.nothingToSave')}
            </span>
          </div>
        </Form>
      </div>
    </div>
  )
}

function SectionFields({
  section,
  findings,
  mayChange,
}: {
  section: SectionKey
  findings: readonly Finding[]
  mayChange: readonly string[]
}) {
  return (
    <div className="two">
      {Object.entries<Kind>(sections[section]).map(([field, kind]) => {
        const own = findings.filter(({ element }) => element === field)
        const open = mayChange.includes(field)
        return (
          <div key={field} className={isBroad(kind) ? 'element whole-line' : 'element'} data-field={field}>
            <ConfigProvider componentDisabled={!open}>
              <KindField
                kind={kind}
                path={[field]}
                label={<ElementLabel field={field} locked={!open} />}
                {...(own.length > 0 ? { help: <Findings of={own} /> } : {})}
              />
            </ConfigProvider>
          </div>
        )
      })}
    </div>
  )
}

const isBroad = ({ kind }: Kind) => ['rows', 'group', 'texts', 'choices', 'variant'].includes(kind)

/** Number in appendix 1, name, who maintains it. */
function ElementLabel({ field, locked }: { field: string; locked: boolean }) {
  const own = elements.filter((element) => element.field === field)
  const hat = own[0]?.maintainer ?? furtherFields[field as keyof Elements]?.maintainer
  return (
    <span className="element-label">
      {nameOf(field)}
      {own.length > 0 && <small>{t('editor.element', { numbers: own.map(({ number }) => number).join('、') })}</small>}
      {hat && <small>{tOf('hat', hat)}</small>}
      {locked && <Icon name="lock" size={14} label={t('editor.locked')} />}
    </span>
  )
}

export function nameOf(field: string): string {
  const own = elements.filter((element) => element.field === field).map(({ name }) => name)
  return own.length > 0 ? own.join('、') : (furtherFields[field as keyof Elements]?.name ?? field)
}

function Findings({ of }: { of: readonly Finding[] }) {
  return (
    <ul className="findings">
      {of.map(({ code, text, severity }) => (
        <li key={`${code} ${text}`} className={severity}>
          <Icon name={severity === 'error' ? 'error' : 'warning'} size={16} /> {text}
        </li>
      ))}
    </ul>
  )
}

function SectionRail({
  section,
  findings,
  onChoose,
}: {
  section: SectionKey
  findings: readonly Finding[]
  onChoose: (key: SectionKey) => void
}) {
  return (
    <nav className="editor-rail" aria-label={t('editor.sections')}>
      {sectionKeys.map((key) => {
        const errors = findings.filter(({ element, severity }) => severity === 'error' && sectionOf(element) === key).length
        return (
          <button key={key} type="button" aria-current={key === section ? 'true' : undefined} onClick={() => onChoose(key)}>
            {tOf('section', key)}
            {errors > 0 && <span className="tag red">{t('editor.errors', { count: errors })}</span>}
          </button>
        )
      })}
    </nav>
  )
}
