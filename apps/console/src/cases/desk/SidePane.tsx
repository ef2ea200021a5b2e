import type { ServiceCase } from '@yiwang/cases/contract'
import { t } from '../../words/index.ts'
import { ClockCard } from './ClockCard.tsx'
import { FlowCard } from './FlowCard.tsx'
import { History } from './History.tsx'

/** Time, course, and what was done by whom. */
export function SidePane({ serviceCase }: { serviceCase: ServiceCase }) {
  const { clock, state, flow, stages, steps, corrections, specialProcedures } = serviceCase
  return (
    <>
      <ClockCard clock={clock} state={state} />
      <FlowCard flow={flow} stages={stages} />
      <section className="side-block">
        <h2>{t('desk.history')}</h2>
        <History steps={steps} corrections={corrections} specialProcedures={specialProcedures} />
      </section>
    </>
  )
}
