import type { Role } from '@yiwang/organisation/contract'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { useMay } from '../session/me.ts'
import { sayRole } from '../session/say-role.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'
import { AccountTabs } from './AccountTabs.tsx'

/** The roles of the house and what each may. */
export function Roles() {
  const may = useMay()
  const navigate = useNavigate()
  return (
    <Behind anyOf={['organisation.lookRoles']}>
      <AccountTabs />
      <PagedList
        path="/roles"
        label={t('accounts.roles')}
        keyOf={({ code }) => code}
        onOpen={({ code }) => void navigate(`/accounts/roles/${code}`)}
        tools={
          may('organisation.defineRole') && (
            <>
              <span className="spacer" />
              <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => void navigate('/accounts/roles/new')}>
                {t('accounts.newRole')}
              </Button>
            </>
          )
        }
        empty={<Empty icon="shield" title={t('accounts.noRolesYet')} text={t('accounts.noRolesYetText')} />}
        columns={columns}
      />
    </Behind>
  )
}

const columns: Column<Role>[] = [
  { key: 'name', title: t('accounts.role'), main: true, cell: (role) => <span className="list-main">{sayRole(role)}</span> },
  { key: 'code', title: t('accounts.roleCode'), wide: true, cell: ({ code }) => <code>{code}</code> },
  {
    key: 'count',
    title: t('accounts.permissions'),
    number: true,
    width: 120,
    cell: ({ permissions }) => t('accounts.permissionCount', { count: permissions.length }),
  },
  {
    key: 'administers',
    title: t('accounts.administers'),
    width: 160,
    cell: ({ administers }) => (administers ? tOf('administrator', administers) : ''),
  },
]
