import type { Licence, LicenceState } from '@yiwang/licences/contract'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { sayDay } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { LicenceTabs } from './LicenceTabs.tsx'
import { OneLicence } from './OneLicence.tsx'

const shownStates = ['valid', 'expired', 'suspended', 'lost', 'cancelled', 'revoked'] as const satisfies readonly LicenceState[]

/** The licences issued within reach (电子证照库). */
export function Licences() {
  const may = useMay()
  if (!may('licences.look')) return <Navigate to={may('licences.manageTypes') ? '/licences/types' : '/licences/seals'} replace />
  return (
    <Behind anyOf={['licences.look']}>
      <LicenceTabs />
      <List />
    </Behind>
  )
}

function List() {
  const { values, set } = useAddress(['number', 'state'])
  const [open, setOpen] = useState<Licence>()
  const state = shownStates.find((one) => one === values.state)
  return (
    <>
      <PagedList
        path="/licences"
        query={{ number: values.number, state }}
        label={t('licences.title')}
        columns={columns}
        keyOf={({ identifier }) => identifier}
        onOpen={setOpen}
        tools={
          <>
            <SearchBox value={values.number} onSearch={(number) => set({ number })} placeholder={t('licences.search')} />
            <div className="chips" role="group" aria-label={t('accounts.state')}>
              {shownStates.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={state === one}
                  onClick={() => set({ state: state === one ? undefined : one })}
                >
                  {tOf('licenceState', one)}
                </button>
              ))}
            </div>
          </>
        }
        empty={<Empty icon="licence" title={t('licences.none')} text={t('licences.noneText')} />}
      />
      <SideForm title={open?.typeName ?? ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <OneLicence identifier={open.identifier} />}
      </SideForm>
    </>
  )
}

export const toneOf = (state: LicenceState) => (state === 'valid' ? 'green' : ['suspended', 'expired'].includes(state) ? 'amber' : 'red')

const columns: Column<Licence>[] = [
  {
    key: 'holder',
    title: t('licences.holder'),
    main: true,
    cell: ({ holderName, number }) => (
      <>
        <span className="list-main">{holderName}</span>
        <span className="list-sub figures">{number}</span>
      </>
    ),
  },
  { key: 'type', title: t('licences.type'), cell: ({ typeName }) => typeName },
  { key: 'issuer', title: t('licences.issuer'), wide: true, cell: ({ issuerName }) => issuerName },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 110,
    cell: ({ state }) => <span className={`tag ${toneOf(state)}`}>{tOf('licenceState', state)}</span>,
  },
  {
    key: 'until',
    title: t('licences.until'),
    width: 190,
    wide: true,
    cell: ({ validUntil }) => <span className="figures quiet">{validUntil ? sayDay(validUntil) : t('licences.lasting')}</span>,
  },
]
