import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'
import type { Implementation } from '@yiwang/catalogue/contract'
import { prefill, type Form as FormShape } from '@yiwang/forms'
import { Form } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { fieldPath } from '../acts/pointer.ts'
import { faultsOf, filledIn } from '../forms/filled-in.ts'
import { FormFields } from '../forms/FormFields.tsx'
import { Read } from '../shell/Read.tsx'
import { t } from '../words/index.ts'
import { knownOf, type ApplicantScreen } from './walk-in.ts'

interface StepShape {
  item: Implementation
  applicant: ApplicantScreen | undefined
  form: Readonly<Record<string, unknown>>
  onNext: (form: Record<string, unknown>) => void
}

/** The application form, filled with what is known, checked by the rules of the server. */
export function FormStep({ item, ...shape }: StepShape) {
  const pinned = item.form
  const definition = useQuery({
    queryKey: ['form', pinned?.key, pinned?.version],
    queryFn: () => api.get('/forms/{key}/{version}', { path: { key: pinned?.key ?? '', version: pinned?.version ?? 1 } }),
    enabled: pinned !== undefined,
    staleTime: Infinity,
  })
  if (!pinned) return <NoForm onNext={() => shape.onNext({})} />
  return <Read query={definition}>{({ schema }) => <Filling definition={schema as unknown as FormShape} {...shape} />}</Read>
}

function Filling({ definition, applicant, form: typed, onNext }: Omit<StepShape, 'item'> & { definition: FormShape }) {
  const [form] = Form.useForm<{ form: Record<string, unknown> }>()
  const [error, setError] = useState<ProblemError>()
  const check = (values: unknown) => {
    const faults = faultsOf(definition, values)
    if (faults.length === 0) return onNext(filledIn(definition, values))
    const errors = faults.map(({ path, message }) => ({ pointer: path, message }))
    setError(new ProblemError({ type: 'case.formInvalid', title: t('counter.formInvalid'), status: 422, errors }))
  }
  const { data } = prefill(definition, applicant ? knownOf(applicant) : {}, typed)
  return (
    <ActForm<{ form: Record<string, unknown> }>
      form={form}
      submitLabel={t('counter.next')}
      error={error}
      initialValues={{ form: data }}
      fieldOf={inForm}
      onSubmit={({ form: values }) => check(values)}
    >
      <FormFields definition={definition} path={['form']} />
    </ActForm>
  )
}

const inForm = (pointer: string) => ['form', ...fieldPath(pointer)]

function NoForm({ onNext }: { onNext: () => void }) {
  return (
    <ActForm submitLabel={t('counter.next')} onSubmit={onNext}>
      <p className="quiet">{t('counter.noForm')}</p>
    </ActForm>
  )
}
