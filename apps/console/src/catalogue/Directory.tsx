import type { DirectoryEntry } from '@yiwang/catalogue/contract'
import { sayDay } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useAddress } from '../lists/use-address.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { t, tOf } from '../words/index.ts'
import { CatalogueTabs } from './CatalogueTabs.tsx'

/** The directory (目录清单): what may be offered at all, in the same words everywhere. */
export function Directory() {
  const { values, set } = useAddress(['q'])
  return (
    <Behind anyOf={['catalogue.lookWork', 'catalogue.keepDirectory', 'catalogue.approveDirectory']}>
      <CatalogueTabs />
      <PagedList
        path="/directory"
        query={{ q: values.q }}
        label={t('catalogue.directory')}
        columns={columns}
        keyOf={({ baseCode }) => baseCode}
        tools={<SearchBox value={values.q} onSearch={(q) => set({ q })} placeholder={t('catalogue.searchDirectory')} />}
        empty={<Empty icon="folder" title={t('catalogue.noEntries')} text={t('catalogue.noEntriesText')} />}
      />
    </Behind>
  )
}

const columns: Column<DirectoryEntry>[] = [
  {
    key: 'name',
    title: t('work.item'),
    main: true,
    cell: ({ name, baseCode }) => (
      <>
        <span className="list-main">{name}</span>
        <span className="list-sub figures">{baseCode}</span>
      </>
    ),
  },
  { key: 'type', title: t('catalogue.type'), width: 140, cell: ({ itemType }) => tOf('itemType', itemType) },
  { key: 'levels', title: t('catalogue.levels'), wide: true, cell: ({ levels }) => levels.map((level) => tOf('level', level)).join('、') },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 120,
    cell: ({ state }) => <span className={`tag ${state === 'active' ? 'green' : 'amber'}`}>{tOf('directoryState', state)}</span>,
  },
  {
    key: 'on',
    title: t('catalogue.effectiveOn'),
    width: 190,
    wide: true,
    cell: ({ effectiveOn }) => <span className="figures quiet">{sayDay(effectiveOn)}</span>,
  },
]
