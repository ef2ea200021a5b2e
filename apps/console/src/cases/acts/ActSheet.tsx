import type { ServiceCase } from '@yiwang/cases/contract'
import { useEffect, useRef, type ComponentType } from 'react'
import { t, tOf } from '../../words/index.ts'
import type { DeskVerb } from '../desk-acts.ts'
import { AcceptCase } from './AcceptCase.tsx'
import type { ActShape } from './act-shape.ts'
import { CompleteTask } from './CompleteTask.tsx'
import { DecideCase } from './DecideCase.tsx'
import { DeliverCase } from './DeliverCase.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { GrantRequest } from './GrantRequest.tsx'
import { HandleAtOnce } from './HandleAtOnce.tsx'
import { NoteMismatch } from './NoteMismatch.tsx'
import { RescindCase } from './RescindCase.tsx'
import { RefuseCase } from './RefuseCase.tsx'
import { RequestCorrection } from './RequestCorrection.tsx'
import { RequestExtension } from './RequestExtension.tsx'
import { ResubmitCase } from './ResubmitCase.tsx'
import { EndSpecial, StartSpecial } from './SpecialProcedure.tsx'
import { SupplyDeferred } from './SupplyDeferred.tsx'
import { Complete, NoteExamination, PreAccept, Produce, RequestAbort, Resume, Suspend } from './TextAct.tsx'

const forms: Partial<Record<DeskVerb, ComponentType<ActShape>>> = {
  preAccept: PreAccept,
  accept: AcceptCase,
  handleAtOnce: HandleAtOnce,
  requestCorrection: RequestCorrection,
  resubmit: ResubmitCase,
  refuse: RefuseCase,
  supplyDeferred: SupplyDeferred,
  completeTask: CompleteTask,
  startSpecial: StartSpecial,
  endSpecial: EndSpecial,
  requestExtension: RequestExtension,
  grantExtension: (shape) => <GrantRequest kind="extension" {...shape} />,
  suspend: Suspend,
  resume: Resume,
  requestAbort: RequestAbort,
  abort: (shape) => <GrantRequest kind="abort" {...shape} />,
  noteExamination: NoteExamination,
  decide: DecideCase,
  produce: Produce,
  complete: Complete,
  deliver: DeliverCase,
  noteMismatch: NoteMismatch,
  rescind: RescindCase,
}

interface SheetShape extends ActShape {
  act: DeskVerb
  serviceCase: ServiceCase
}

/** One act in place of the list: its name in law, what follows from it, its form. */
export function ActSheet({ act, ...shape }: SheetShape) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const Form = forms[act]
  return (
    <section className="task-block act-sheet" onKeyDown={(event) => event.key === 'Escape' && shape.onCancel()}>
      <h2 ref={head} tabIndex={-1}>
        {tOf('act', act)}
      </h2>
      <p className="quiet act-text">{tOf('actText', act)}</p>
      <Meanwhile serviceCase={shape.serviceCase} />
      {Form ? <Form {...shape} /> : <p>{t('page.notFound')}</p>}
    </section>
  )
}
