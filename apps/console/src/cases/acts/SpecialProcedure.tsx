import type { EndSpecialInput, StartSpecialInput } from '@yiwang/cases/contract'
import { specialProcedureKind } from '@yiwang/standards'
import { AutoComplete, Form, Input, InputNumber, Select } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

interface SpecialScreen {
  name: string
  reason: string
  plannedDays?: number | null
}

/** A special procedure (特别程序) of kind B: the clock stands while it goes on. More time (A, 延长审批) is asked for and granted by another. */
export function StartSpecial({ serviceCase, onDone, onCancel }: ActShape) {
  const start = useCaseAct(serviceCase.caseNumber, 'special-procedures', onDone)
  const { procedures, otherProcedures } = serviceCase.allowed
  const options = procedures.map((value) => ({ value, label: value }))
  return (
    <ActForm<SpecialScreen>
      submitLabel={t('act.startSpecial')}
      error={start.error}
      busy={start.isPending}
      disabledReason={reasonNot('startSpecial', serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => start.mutate(toSpecial(screen))}
    >
      <Form.Item
        name="name"
        label={t('special.name')}
        rules={[
          { required: true, whitespace: true, message: t('special.nameNeeded') },
          { validator: async (_, name?: string) => requirePausing(name) },
        ]}
      >
        {otherProcedures ? (
          <AutoComplete options={options} maxLength={60} />
        ) : (
          <Select options={options} notFoundContent={t('special.noneAllowed')} />
        )}
      </Form.Item>
      <Form.Item name="reason" label={t('special.reason')} rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} showCount />
      </Form.Item>
      <Form.Item name="plannedDays" label={t('special.days')} extra={t('special.pauses')}>
        <InputNumber min={1} max={365} precision={0} suffix={t('unit.workday')} />
      </Form.Item>
    </ActForm>
  )
}

/** 延长审批 is no procedure but an extension: asked for, and granted by another. */
async function requirePausing(name: string | undefined): Promise<void> {
  if (specialProcedureKind(name?.trim() ?? '') === 'A') throw new Error(t('special.isExtension'))
}

export function toSpecial({ name, reason, plannedDays }: SpecialScreen): StartSpecialInput {
  return { kind: 'B', name: name.trim(), reason: reason.trim(), ...(plannedDays ? { plannedDays } : {}) }
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
