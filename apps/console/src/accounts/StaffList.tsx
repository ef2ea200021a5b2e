import type { Staff } from '@yiwang/organisation/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useAddress } from '../lists/use-address.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { PostNames } from '../shell/PostNames.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'
import { AccountTabs } from './AccountTabs.tsx'
import { EnrolStaff } from './EnrolStaff.tsx'

/** Who works here (工作人员). */
export function StaffList() {
  const may = useMay()
  const next = may('organisation.lookRoles')
    ? '/accounts/roles'
    : may('identity.lookAccounts') || may('identity.registerInPerson')
      ? '/accounts/users'
      : ''
  if (!may('organisation.lookStaff') && next !== '') return <Navigate to={next} replace />
  return (
    <Behind anyOf={['organisation.lookStaff']}>
      <AccountTabs />
      <List mayEnrol={may('organisation.manageStaff')} />
    </Behind>
  )
}

function List({ mayEnrol }: { mayEnrol: boolean }) {
  const { values, set } = useAddress(['q'])
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      <PagedList
        path="/staff"
        query={{ q: values.q }}
        label={t('accounts.staff')}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate(`/accounts/${id}`)}
        tools={
          <>
            <SearchBox value={values.q} onSearch={(q) => set({ q })} placeholder={t('accounts.search')} />
            <span className="spacer" />
            {mayEnrol && (
              <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
                {t('accounts.enrol')}
              </Button>
            )}
          </>
        }
        empty={<Empty icon="person" title={t('accounts.noStaff')} text={t('accounts.noStaffText')} />}
      />
      <SideForm title={t('accounts.enrol')} open={adding} onClose={() => setAdding(false)}>
        <EnrolStaff onCancel={() => setAdding(false)} onDone={(id) => void navigate(`/accounts/${id}`)} />
      </SideForm>
    </>
  )
}

const columns: Column<Staff>[] = [
  {
    key: 'name',
    title: t('accounts.name'),
    main: true,
    cell: ({ id, name, staffNumber }) => (
      <>
        <Link className="list-main" to={`/accounts/${id}`} tabIndex={-1}>
          {name}
        </Link>
        <span className="list-sub figures">{staffNumber}</span>
      </>
    ),
  },
  { key: 'posts', title: t('accounts.posts'), wide: true, cell: ({ bodyCode, posts }) => <PostNames bodyCode={bodyCode} posts={posts} /> },
  { key: 'body', title: t('accounts.body'), wide: true, cell: ({ bodyCode }) => <BodyName code={bodyCode} /> },
  {
    key: 'state',
    title: t('accounts.state'),
    width: 120,
    cell: ({ enabled }) => (
      <span className={enabled ? 'tag green' : 'tag red'}>{t(enabled ? 'accounts.enabled' : 'accounts.disabled')}</span>
    ),
  },
]
