import type { EndSpecialInput, StartSpecialInput } from '@yiwang/cases/contract'
import type { AllowedProcedure } from '@yiwang/catalogue/contract'
import { specialProcedureKind, specialProcedures } from '@yiwang/standards'
import { AutoComplete, Form, Input, InputNumber } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

interface SpecialScreen {
  name: string
  reason: string
  plannedDays?: number | null
}

/** A special procedure (特别程序): kind B stops the clock while it goes on, kind A lengthens the limit. */
export function StartSpecial({ serviceCase, onDone, onCancel }: ActShape) {
  const start = useCaseAct(serviceCase.caseNumber, 'special-procedures', onDone)
  const { data: item } = useItem(serviceCase.implementationCode)
  const allowed = item?.procedures ?? []
  const [form] = Form.useForm<SpecialScreen>()
  const kind = kindOf(Form.useWatch('name', form), allowed)
  const names = allowed.length > 0 ? allowed.map(({ name }) => name) : specialProcedures.map(({ name }) => name)
  return (
    <ActForm<SpecialScreen>
      form={form}
      submitLabel={t('act.startSpecial')}
      error={start.error}
      busy={start.isPending}
      disabledReason={reasonNot('startSpecial', serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => start.mutate(toSpecial(screen, allowed))}
    >
      <Form.Item name="name" label={t('special.name')} rules={[{ required: true, whitespace: true, message: t('special.nameNeeded') }]}>
        <AutoComplete options={names.map((value) => ({ value }))} maxLength={60} />
      </Form.Item>
      <Form.Item name="reason" label={t('special.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item
        name="plannedDays"
        label={t('special.days')}
        extra={t(kind === 'A' ? 'special.extends' : 'special.pauses')}
        rules={kind === 'A' ? [{ required: true, message: t('special.daysNeeded') }] : []}
      >
        <InputNumber min={1} max={365} precision={0} suffix={t('unit.workday')} />
      </Form.Item>
    </ActForm>
  )
}

/** The name fixes the kind: the item's own list first, then the law's; names of one's own stop the clock. */
export function kindOf(name: string | undefined, allowed: readonly AllowedProcedure[]): 'A' | 'B' {
  return allowed.find((one) => one.name === name)?.kind ?? specialProcedureKind(name ?? '')
}

export function toSpecial({ name, reason, plannedDays }: SpecialScreen, allowed: readonly AllowedProcedure[]): StartSpecialInput {
  return { kind: kindOf(name.trim(), allowed), name: name.trim(), reason: reason.trim(), ...(plannedDays ? { plannedDays } : {}) }
}

/** Its end, with what came of it; the clock goes on. */
export function EndSpecial({ serviceCase, onDone, onCancel }: ActShape) {
  const open = serviceCase.specialProcedures.find(({ kind, endedOn }) => kind === 'B' && endedOn === undefined)
  const end = useCaseAct(serviceCase.caseNumber, 'special-procedures/{id}/end', onDone, { id: open?.id ?? '' })
  return (
    <ActForm<EndSpecialInput>
      submitLabel={t('act.endSpecial')}
      error={end.error}
      busy={end.isPending}
      disabledReason={reasonNot('endSpecial', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ result }) => end.mutate({ result: result.trim() })}
    >
      {open && <p className="notice">{open.name}</p>}
      <Form.Item
        name="result"
        label={t('special.result')}
        rules={[{ required: true, whitespace: true, message: t('special.resultNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}
