import type { HallAppointment, ReasonInput } from '@yiwang/hall/contract'
import { Button, Form, Input } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { useToday } from '../cases/workdays.ts'
import { sayDay, sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'

interface Shape {
  appointment: HallAppointment
  onDone: (appointment: HallAppointment) => void
}

const changes = [['appointments']]

/** One appointment: who comes for what, and what the hall can do with it now. */
export function OneAppointment({ appointment, onDone }: Shape) {
  const may = useMay()
  const { state, day, begins, ends, number, itemName, counter, holderName, holderNumber, phone, bookedAt, channel, cancelReason } =
    appointment
  const waiting = state === 'booked' || state === 'confirmed' || state === 'ticketed'
  return (
    <>
      <Facts
        of={[
          [t('halls.appointmentNumber'), number],
          [t('halls.state'), tOf('appointment', state)],
          [t('halls.when'), `${sayDay(day)} ${begins}–${ends}`],
          [t('work.item'), itemName],
          [t('halls.counter'), counter],
          [t('halls.who'), holderName],
          [t('halls.holderNumber'), holderNumber],
          [t('halls.phone'), phone],
          [t('halls.bookedAt'), `${sayMoment(bookedAt)} · ${tOf('bookedVia', channel)}`],
          [t('halls.reason'), cancelReason],
        ]}
      />
      {waiting && may('hall.manageAppointments') && <Next appointment={appointment} onDone={onDone} />}
      {appointment.cancellable && may('hall.manageAppointments') && <Cancel appointment={appointment} onDone={onDone} />}
    </>
  )
}

function Next({ appointment: { number, state, day }, onDone }: Shape) {
  const path = { number }
  const confirm = useAct({
    send: (_: 'confirm', idempotencyKey) => api.post('/appointments/{number}/confirmation', { path, idempotencyKey }),
    changes,
    onDone,
  })
  const serve = useAct({
    send: (_: 'serve', idempotencyKey) => api.post('/appointments/{number}/service', { path, idempotencyKey }),
    changes,
    onDone,
  })
  const error = confirm.error ?? serve.error
  const today = useToday()
  return (
    <section className="side-act">
      {error && <ProblemAlert error={error} />}
      <div className="act-buttons">
        {state === 'booked' && (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate('confirm')}>
            {t('halls.confirm')}
          </Button>
        )}
        <Button loading={serve.isPending} disabled={day !== today} onClick={() => serve.mutate('serve')}>
          {t('halls.serve')}
        </Button>
      </div>
      {day !== today && <p className="quiet">{t('halls.serveOnDay')}</p>}
    </section>
  )
}

function Cancel({ appointment: { number }, onDone }: Shape) {
  const cancel = useAct({
    send: (body: ReasonInput, idempotencyKey) =>
      api.post('/appointments/{number}/cancellation', { path: { number }, body, idempotencyKey }),
    changes,
    onDone,
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('halls.cancelAppointment')}</h2>
      <ActForm<ReasonInput>
        submitLabel={t('halls.cancelAppointment')}
        danger
        error={cancel.error}
        busy={cancel.isPending}
        onSubmit={(input) => cancel.mutate(input)}
      >
        <Form.Item
          name="reason"
          label={t('halls.reason')}
          extra={t('halls.reasonHelp')}
          rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </ActForm>
    </section>
  )
}
