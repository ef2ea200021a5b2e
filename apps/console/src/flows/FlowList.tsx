import { useQuery } from '@tanstack/react-query'
import type { Flow } from '@yiwang/catalogue/contract'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api } from '../api.ts'
import { CatalogueTabs } from '../catalogue/CatalogueTabs.tsx'
import { sayMoment } from '../dates.ts'
import { ListTable, type Column } from '../lists/ListTable.tsx'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'

/** Inner flows (办理流程) of one's own body and those one reviews. */
export function FlowList() {
  const flows = useQuery({ queryKey: ['flows'], queryFn: () => api.get('/flows') })
  const navigate = useNavigate()
  const may = useMay()
  return (
    <Behind anyOf={['catalogue.lookWork', 'catalogue.deployFlow', 'catalogue.approveFlow']}>
      <CatalogueTabs />
      <Read query={flows}>
        {(all) => (
          <ListTable<Flow>
            label={t('catalogue.flows')}
            rows={all}
            columns={columns}
            keyOf={({ key, version }) => `${key} ${version}`}
            onOpen={({ key, version }) => void navigate(`/catalogue/flows/${key}/${version}`)}
            tools={
              may('catalogue.deployFlow') && (
                <>
                  <span className="spacer" />
                  <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => void navigate('/catalogue/flows/new')}>
                    {t('flow.new')}
                  </Button>
                </>
              )
            }
            empty={<Empty icon="share" title={t('flow.none')} text={t('flow.noneText')} />}
          />
        )}
      </Read>
    </Behind>
  )
}

const columns: Column<Flow>[] = [
  {
    key: 'name',
    title: t('flow.name'),
    main: true,
    cell: ({ key, version, name }) => (
      <>
        <Link className="list-main" to={`/catalogue/flows/${key}/${version}`} tabIndex={-1}>
          {name}
        </Link>
        <span className="list-sub">
          {key} · {t('catalogue.version', { version })}
        </span>
      </>
    ),
  },
  { key: 'body', title: t('accounts.body'), wide: true, cell: ({ bodyCode }) => <BodyName code={bodyCode} /> },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 130,
    cell: ({ state }) => (
      <span className={`tag ${{ proposed: 'blue', approved: 'green', returned: 'amber' }[state]}`}>{tOf('flowState', state)}</span>
    ),
  },
  {
    key: 'at',
    title: t('flow.at'),
    width: 160,
    wide: true,
    cell: ({ deployedAt }) => <span className="figures quiet">{sayMoment(deployedAt)}</span>,
  },
]
