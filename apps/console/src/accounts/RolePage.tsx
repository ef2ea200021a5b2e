import type { PermissionEntry, Role, RoleInput } from '@yiwang/organisation/contract'
import { Checkbox, Form, Input, Select } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMay } from '../session/me.ts'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'
import { usePermissionEntries, useRole } from './account-queries.ts'
import { byArea } from './by-area.ts'

interface RoleScreen {
  code: string
  name: string
  administers?: Role['administers']
  areas: Record<string, string[]>
}

/** What a role may: every permission by its legal name, area by area. */
export function RolePage() {
  const { code = '' } = useParams()
  const role = useRole(code)
  const entries = usePermissionEntries()
  return (
    <>
      <p className="crumb">
        <Link to="/accounts/roles">
          <Icon name="arrowLeft" size={18} /> {t('accounts.roles')}
        </Link>
      </p>
      <Read query={role}>
        {(found) => <Read query={entries}>{(known) => <Edit key={code} role={found ?? undefined} entries={known} />}</Read>}
      </Read>
    </>
  )
}

function Edit({ role, entries }: { role: Role | undefined; entries: readonly PermissionEntry[] }) {
  const navigate = useNavigate()
  const may = useMay()('organisation.defineRole')
  const areas = byArea(entries)
  const define = useAct({
    send: ({ code, body }: { code: string; body: RoleInput }, idempotencyKey) =>
      api.put('/roles/{code}', { path: { code }, body, idempotencyKey }),
    changes: [['/roles']],
    onDone: () => void navigate('/accounts/roles'),
  })
  return (
    <div className="card">
      <h1 className="form-lead">{role?.name ?? t('accounts.newRole')}</h1>
      <ActForm<RoleScreen>
        submitLabel={t('shell.save')}
        plainLabels
        error={define.error}
        busy={define.isPending}
        disabledReason={may ? undefined : t('accounts.notSecurity')}
        initialValues={screenOf(role, areas)}
        onSubmit={(screen) => define.mutate({ code: role?.code ?? screen.code, body: toRole(screen) })}
      >
        <div className="two">
          <Form.Item
            name="name"
            label={t('accounts.roleName')}
            rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          {!role && (
            <Form.Item
              name="code"
              label={t('accounts.roleCode')}
              rules={[{ required: true, pattern: /^[a-z][A-Za-z0-9-]{1,39}$/, message: t('accounts.roleCodeWrong') }]}
            >
              <Input maxLength={40} spellCheck={false} />
            </Form.Item>
          )}
          <Form.Item name="administers" label={t('accounts.administers')}>
            <Select allowClear options={['system', 'security', 'audit'].map((value) => ({ value, label: tOf('administrator', value) }))} />
          </Form.Item>
        </div>
        {areas.map(({ area, entries: own }) => (
          <Form.Item key={area} name={['areas', area]} label={tOf('area', area)}>
            <Checkbox.Group className="permission-grid" options={own.map(({ code, name }) => ({ value: code, label: name }))} />
          </Form.Item>
        ))}
      </ActForm>
    </div>
  )
}

function screenOf(role: Role | undefined, areas: ReturnType<typeof byArea>): Partial<RoleScreen> {
  const held = (own: readonly PermissionEntry[]) => own.map(({ code }) => code).filter((code) => role?.permissions.includes(code))
  return {
    ...(role ? { name: role.name } : {}),
    ...(role?.administers ? { administers: role.administers } : {}),
    areas: Object.fromEntries(areas.map(({ area, entries }) => [area, held(entries)])),
  }
}

export function toRole({ name, administers, areas }: Omit<RoleScreen, 'code'>): RoleInput {
  return { name: name.trim(), permissions: Object.values(areas).flatMap((codes) => codes ?? []), ...(administers ? { administers } : {}) }
}
