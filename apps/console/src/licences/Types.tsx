import type { LicenceType } from '@yiwang/licences/contract'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'
import { LicenceTabs } from './LicenceTabs.tsx'

const categories = ['certificate', 'permit', 'approval'] as const

/** 证照目录: which licences there are, who issues them, to whom. */
export function Types() {
  const { values, set } = useAddress(['category'])
  const category = categories.find((one) => one === values.category)
  const may = useMay()
  const navigate = useNavigate()
  return (
    <Behind anyOf={['licences.manageTypes', 'licences.look']}>
      <LicenceTabs />
      <PagedList
        path="/licence-types"
        query={{ category }}
        label={t('licences.types')}
        columns={columns}
        keyOf={({ code }) => code}
        onOpen={({ code }) => void navigate(`/licences/types/${code}`)}
        tools={
          <>
            <div className="chips" role="group" aria-label={t('licences.category')}>
              {categories.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={category === one}
                  onClick={() => set({ category: category === one ? undefined : one })}
                >
                  {tOf('licenceCategory', one)}
                </button>
              ))}
            </div>
            <span className="spacer" />
            {may('licences.manageTypes') && (
              <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => void navigate('/licences/types/new')}>
                {t('licences.newType')}
              </Button>
            )}
          </>
        }
        empty={<Empty icon="licence" title={t('licences.noTypes')} text={t('licences.noTypesText')} />}
      />
    </Behind>
  )
}

const columns: Column<LicenceType>[] = [
  {
    key: 'name',
    title: t('licences.type'),
    main: true,
    cell: ({ name, code }) => (
      <>
        <span className="list-main">{name}</span>
        <span className="list-sub figures">{code}</span>
      </>
    ),
  },
  { key: 'category', title: t('licences.category'), width: 140, cell: ({ category }) => tOf('licenceCategory', category) },
  {
    key: 'holders',
    title: t('licences.holders'),
    wide: true,
    cell: ({ holderKinds }) => holderKinds.map((kind) => tOf('audience', kind)).join('、'),
  },
  { key: 'version', title: t('form.version'), width: 110, cell: ({ version }) => t('catalogue.version', { version }) },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 110,
    cell: ({ state }) => (
      <span className={`tag ${state === 'published' ? 'green' : state === 'draft' ? 'blue' : ''}`}>{tOf('typeState', state)}</span>
    ),
  },
]
