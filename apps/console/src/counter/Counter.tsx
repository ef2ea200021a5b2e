import type { WalkInInput } from '@yiwang/cases/contract'
import type { Implementation } from '@yiwang/catalogue/contract'
import { useState } from 'react'
import { api } from '../api.ts'
import { useAct } from '../acts/use-act.ts'
import { Icon } from '../shell/Icon.tsx'
import { t, type WordKey } from '../words/index.ts'
import { Behind } from '../shell/Behind.tsx'
import { ApplicantStep } from './ApplicantStep.tsx'
import { ChooseItem } from './ChooseItem.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { FormStep } from './FormStep.tsx'
import { MaterialsStep } from './MaterialsStep.tsx'
import { SituationStep } from './SituationStep.tsx'
import { Taken } from './Taken.tsx'
import { toWalkIn, type WalkInScreen } from './walk-in.ts'

const steps = ['item', 'applicant', 'situation', 'form', 'materials', 'confirm'] as const
type Step = (typeof steps)[number]
const names: Record<Step, WordKey> = {
  item: 'counter.item',
  applicant: 'counter.applicant',
  situation: 'counter.situation',
  form: 'counter.form',
  materials: 'counter.materials',
  confirm: 'counter.confirm',
}

/** Taking in who stands at the counter (窗口接件): one question after the other, nothing asked twice. */
export function Counter() {
  const [round, setRound] = useState(0)
  return (
    <Behind anyOf={['cases.register']}>
      <WalkIn key={round} onAgain={() => setRound(round + 1)} />
    </Behind>
  )
}

function WalkIn({ onAgain }: { onAgain: () => void }) {
  const [step, setStep] = useState<Step>('item')
  const [screen, setScreen] = useState<Partial<WalkInScreen>>({})
  const register = useAct({
    send: (body: WalkInInput, idempotencyKey) => api.post('/cases', { body, idempotencyKey }),
    changes: [['/cases']],
  })
  if (register.data) return <Taken caseNumber={register.data.caseNumber} onAgain={onAgain} />
  const goOn = (part: Partial<WalkInScreen>) => {
    setScreen((before) => ({ ...before, ...part }))
    setStep(steps[steps.indexOf(step) + 1] ?? 'confirm')
  }
  return (
    <div className="wizard">
      <StepRail step={step} item={screen.item} onBack={setStep} />
      <div className="card wizard-page">
        <h2>{t(names[step])}</h2>
        <StepPage
          step={step}
          screen={screen}
          goOn={goOn}
          error={register.error}
          busy={register.isPending}
          send={(whole) => register.mutate(toWalkIn(whole))}
        />
      </div>
    </div>
  )
}

interface PageShape {
  step: Step
  screen: Partial<WalkInScreen>
  goOn: (part: Partial<WalkInScreen>) => void
  send: (screen: WalkInScreen) => void
  error: unknown
  busy: boolean
}

function StepPage({ step, screen, goOn, send, error, busy }: PageShape) {
  const { item, applicant, answers = {}, form = {}, materials = {} } = screen
  if (!item) return <ChooseItem onChoose={(chosen) => goOn({ ...changedItem(chosen) })} />
  switch (step) {
    case 'item':
      return <ChooseItem onChoose={(chosen) => goOn(chosen.revisionId === item.revisionId ? {} : changedItem(chosen))} />
    case 'applicant':
      return <ApplicantStep item={item} applicant={applicant} onNext={(next) => goOn({ applicant: next })} />
    case 'situation':
      return <SituationStep item={item} answers={answers} onNext={(next) => goOn({ answers: next })} />
    case 'form':
      return <FormStep item={item} applicant={applicant} form={form} onNext={(next) => goOn({ form: next })} />
    case 'materials':
      return <MaterialsStep item={item} answers={answers} materials={materials} onNext={(next) => goOn({ materials: next })} />
    case 'confirm':
      return applicant ? (
        <ConfirmStep screen={{ ...screen, item, applicant, answers, form, materials }} error={error} busy={busy} onSend={send} />
      ) : null
  }
}

/** Another item asks other things; who stands there stays the same. */
const changedItem = (item: Implementation): Partial<WalkInScreen> => ({ item, answers: {}, form: {}, materials: {} })

function StepRail({ step, item, onBack }: { step: Step; item: Implementation | undefined; onBack: (step: Step) => void }) {
  const at = steps.indexOf(step)
  return (
    <nav className="wizard-rail" aria-label={t('counter.steps')}>
      <ol>
        {steps.map((one, index) => (
          <li key={one} className={index < at ? 'done' : index === at ? 'current' : 'open'}>
            <button type="button" disabled={index >= at} onClick={() => onBack(one)} aria-current={index === at ? 'step' : undefined}>
              <span className="wizard-number">{index < at ? <Icon name="check" size={16} /> : index + 1}</span>
              <span>
                {t(names[one])}
                {one === 'item' && item && at > 0 && <small>{item.name}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
