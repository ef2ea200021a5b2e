import type { Hall } from '@yiwang/organisation/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { AccountTabs } from '../accounts/AccountTabs.tsx'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useMe } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { DivisionName } from '../shell/DivisionName.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { OneHall } from './OneHall.tsx'
import { RegisterHall } from './RegisterHall.tsx'

/** Halls, convenience points and agency points (政务大厅、便民服务点、代办点) of the own division, and their counters. */
export function Halls() {
  const { staff } = useMe()
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<Hall>()
  return (
    <Behind anyOf={['organisation.manageHalls']}>
      <AccountTabs />
      <PagedList
        path="/halls"
        query={{ division: staff.division }}
        label={t('halls.halls')}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setOpen}
        tools={
          <>
            <p className="quiet">{t('halls.text')}</p>
            <span className="spacer" />
            <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
              {t('halls.register')}
            </Button>
          </>
        }
        empty={<Empty icon="place" title={t('halls.none')} text={t('halls.noneText')} />}
      />
      <SideForm title={t('halls.register')} open={adding} onClose={() => setAdding(false)}>
        <RegisterHall
          onDone={(hall) => {
            setAdding(false)
            setOpen(hall)
          }}
        />
      </SideForm>
      <SideForm title={open?.name ?? ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneHall id={open.id} />}
      </SideForm>
    </Behind>
  )
}

const columns: Column<Hall>[] = [
  {
    key: 'name',
    title: t('halls.name'),
    main: true,
    cell: ({ name, address }) => (
      <>
        <span className="list-main">{name}</span>
        <span className="list-sub">{address}</span>
      </>
    ),
  },
  { key: 'kind', title: t('halls.kind'), width: 130, cell: ({ kind }) => <span className="tag">{tOf('hallKind', kind)}</span> },
  { key: 'division', title: t('halls.division'), width: 150, cell: ({ division }) => <DivisionName code={division} /> },
  { key: 'body', title: t('halls.body'), width: '24%', wide: true, cell: ({ bodyCode }) => <BodyName code={bodyCode} /> },
  { key: 'hours', title: t('halls.hours'), width: '20%', wide: true, cell: ({ openingHours }) => openingHours },
]
