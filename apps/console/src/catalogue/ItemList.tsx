import type { ItemWork } from '@yiwang/catalogue/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { CatalogueTabs } from './CatalogueTabs.tsx'
import { NewItem } from './NewItem.tsx'

const revisionStates = ['draft', 'submitted', 'approved'] as const
const itemStates = ['preparing', 'inForce', 'suspended', 'withdrawn'] as const

/** Implementations (实施清单) somebody has a part in: what is in force, what is on its way. */
export function ItemList() {
  return (
    <Behind anyOf={['catalogue.lookWork']}>
      <CatalogueTabs />
      <List />
    </Behind>
  )
}

function List() {
  const { values, set } = useAddress(['q', 'itemState', 'revisionState', 'behind'])
  const [adding, setAdding] = useState(false)
  const may = useMay()
  const navigate = useNavigate()
  const toggle = (state: string) => set({ revisionState: values.revisionState === state ? undefined : state })
  return (
    <>
      <PagedList
        path="/implementations"
        query={queryOf(values)}
        label={t('catalogue.items')}
        columns={columns}
        keyOf={({ implementationCode }) => implementationCode}
        onOpen={({ implementationCode }) => void navigate(`/catalogue/items/${implementationCode}`)}
        tools={
          <>
            <SearchBox value={values.q} onSearch={(q) => set({ q })} placeholder={t('catalogue.search')} />
            <Select
              aria-label={t('catalogue.itemState')}
              placeholder={t('catalogue.itemState')}
              allowClear
              className="list-select"
              value={values.itemState ?? null}
              onChange={(itemState: string | null) => set({ itemState: itemState ?? undefined })}
              options={itemStates.map((value) => ({ value, label: tOf('itemState', value) }))}
            />
            <div className="chips" role="group" aria-label={t('catalogue.onItsWay')}>
              {revisionStates.map((state) => (
                <button
                  key={state}
                  type="button"
                  className="chip"
                  aria-pressed={values.revisionState === state}
                  onClick={() => toggle(state)}
                >
                  {tOf('revisionState', state)}
                </button>
              ))}
              <button
                type="button"
                className="chip"
                aria-pressed={values.behind === 'true'}
                onClick={() => set({ behind: values.behind === 'true' ? undefined : 'true' })}
              >
                {t('catalogue.behind')}
              </button>
            </div>
            <span className="spacer" />
            {may('catalogue.draft') && (
              <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
                {t('catalogue.draft')}
              </Button>
            )}
          </>
        }
        empty={<Empty icon="folder" title={t('catalogue.noItems')} text={t('catalogue.noItemsText')} />}
      />
      <SideForm title={t('catalogue.draft')} open={adding} onClose={() => setAdding(false)}>
        <NewItem onDone={(code) => void navigate(`/catalogue/items/${code}`)} />
      </SideForm>
    </>
  )
}

/** What the address says, as the question; strange values are no filter. */
export function queryOf(values: Readonly<Record<'q' | 'itemState' | 'revisionState' | 'behind', string | undefined>>) {
  return {
    q: values.q,
    itemState: itemStates.find((state) => state === values.itemState),
    revisionState: revisionStates.find((state) => state === values.revisionState),
    behind: values.behind === 'true' ? true : undefined,
  }
}

const columns: Column<ItemWork>[] = [
  {
    key: 'name',
    title: t('work.item'),
    main: true,
    cell: ({ implementationCode, name }) => (
      <>
        <Link className="list-main" to={`/catalogue/items/${implementationCode}`} tabIndex={-1}>
          {name}
        </Link>
        <span className="list-sub figures">{implementationCode}</span>
      </>
    ),
  },
  { key: 'body', title: t('counter.body'), wide: true, cell: ({ bodyName }) => bodyName },
  {
    key: 'state',
    title: t('catalogue.itemState'),
    width: 150,
    cell: ({ itemState, version }) => (
      <span className="state-tag">
        <span className={`tag ${itemState === 'inForce' ? 'green' : itemState === 'preparing' ? '' : 'amber'}`}>
          {tOf('itemState', itemState)}
        </span>
        {version !== undefined && <span className="quiet small">{t('catalogue.version', { version })}</span>}
      </span>
    ),
  },
  {
    key: 'way',
    title: t('catalogue.onItsWay'),
    width: 180,
    cell: ({ openRevision, behindDirectory }) => (
      <span className="state-tag">
        {openRevision && <span className="tag blue">{tOf('revisionState', openRevision.state)}</span>}
        {behindDirectory && <span className="tag amber">{t('catalogue.behind')}</span>}
      </span>
    ),
  },
]
