import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { HallAppointment } from '@yiwang/hall/contract'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { AccountTabs } from '../accounts/AccountTabs.tsx'
import { api } from '../api.ts'
import { sayDay } from '../dates.ts'
import { ListTable, type Column } from '../lists/ListTable.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMe } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { ReadFailed } from '../shell/Failures.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { OneAppointment } from './OneAppointment.tsx'

const states = ['booked', 'confirmed', 'served', 'missed', 'cancelled'] as const
const tones: Record<HallAppointment['state'], string> = {
  booked: 'blue',
  confirmed: 'green',
  ticketed: 'blue',
  served: 'green',
  missed: 'amber',
  unserved: 'amber',
  cancelled: '',
}

/** Whom a hall expects (预约管理): by day and time; confirmed, served, cancelled from here. */
export function Appointments() {
  const { staff } = useMe()
  const { values, set } = useAddress(['hall', 'day', 'state'])
  const [open, setOpen] = useState<HallAppointment>()
  const halls = useQuery({
    queryKey: ['/halls', 'choice', staff.division],
    queryFn: () => api.get('/halls', { query: { division: staff.division, limit: 100 } }),
  })
  const hallId = values.hall ?? halls.data?.items.find(({ division }) => division === staff.division)?.id ?? halls.data?.items[0]?.id
  const state = states.find((one) => one === values.state)
  const list = useAppointments(hallId, { ...(values.day ? { day: values.day } : {}), ...(state ? { state } : {}) })
  const failed = halls.error ?? list.error
  const instead = failed ? <ReadFailed error={failed} again={() => void list.refetch()} /> : undefined
  const waiting = halls.isPending || (hallId !== undefined && list.isPending) ? <PageSkeleton /> : undefined
  return (
    <Behind anyOf={['hall.lookAppointments']}>
      <AccountTabs />
      <ListTable<HallAppointment>
        label={t('halls.appointments')}
        rows={list.data?.pages.flatMap(({ items }) => items) ?? []}
        columns={columns}
        keyOf={({ number }) => number}
        onOpen={setOpen}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        instead={instead ?? waiting}
        tools={
          <>
            <Select
              aria-label={t('halls.hall')}
              value={hallId ?? null}
              onChange={(hall) => set({ hall: hall ?? undefined })}
              options={halls.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            />
            <Input
              type="date"
              aria-label={t('halls.day')}
              className="day-choice"
              value={values.day ?? ''}
              onChange={({ target }) => set({ day: target.value })}
            />
            <div className="chips" role="group" aria-label={t('halls.state')}>
              {states.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={state === one}
                  onClick={() => set({ state: state === one ? undefined : one })}
                >
                  {tOf('appointment', one)}
                </button>
              ))}
            </div>
          </>
        }
        empty={<Empty icon="calendar" title={t('halls.noAppointments')} text={t('halls.noAppointmentsText')} />}
      />
      <SideForm title={t('halls.appointment')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneAppointment key={open.state} appointment={open} onDone={setOpen} />}
      </SideForm>
    </Behind>
  )
}

function useAppointments(hallId: string | undefined, query: { day?: string; state?: (typeof states)[number] }) {
  return useInfiniteQuery({
    queryKey: ['appointments', hallId, query],
    queryFn: ({ pageParam }) =>
      api.get('/halls/{hallId}/appointments', {
        path: { hallId: hallId ?? '' },
        query: { ...query, limit: 50, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled: hallId !== undefined,
  })
}

const columns: Column<HallAppointment>[] = [
  {
    key: 'when',
    title: t('halls.when'),
    width: 190,
    cell: ({ day, begins, ends }) => (
      <>
        <strong className="figures">
          {begins}–{ends}
        </strong>
        <span className="list-sub">{sayDay(day)}</span>
      </>
    ),
  },
  {
    key: 'item',
    title: t('halls.who'),
    main: true,
    cell: ({ holderName, itemName }) => (
      <>
        <span className="list-main">{holderName}</span>
        <span className="list-sub">{itemName}</span>
      </>
    ),
  },
  { key: 'counter', title: t('halls.counter'), width: 160, cell: ({ counter }) => counter },
  {
    key: 'number',
    title: t('halls.appointmentNumber'),
    width: 170,
    wide: true,
    cell: ({ number }) => <span className="figures">{number}</span>,
  },
  {
    key: 'state',
    title: t('halls.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${tones[state]}`}>{tOf('appointment', state)}</span>,
  },
]
