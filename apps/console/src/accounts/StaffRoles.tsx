import type { GrantRoleInput, StaffRole, StaffWithRoles } from '@yiwang/organisation/contract'
import { Button, Form, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMay } from '../session/me.ts'
import { sayRole } from '../session/say-role.ts'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'
import { useRoles } from './account-queries.ts'

/** The roles of a member of staff and how far each reaches; granted and withdrawn by the security administrator. */
export function StaffRoles({ staff: { id, roles } }: { staff: StaffWithRoles }) {
  const [granting, setGranting] = useState(false)
  const may = useMay()('organisation.grantRole')
  const known = useRoles().data ?? []
  const withdraw = useAct({
    send: (code: string, idempotencyKey) => api.delete('/staff/{id}/roles/{code}', { path: { id, code }, idempotencyKey }),
    changes: [['staff', id]],
  })
  return (
    <>
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
      {roles.length === 0 && <p className="quiet">{t('accounts.noRoles')}</p>}
      <ul className="lines">
        {roles.map((role) => (
          <li key={role.role}>
            <span>
              <strong>{sayRole(known.find(({ code }) => code === role.role) ?? { code: role.role, name: role.role })}</strong>
              <small>{sayScope(role)}</small>
            </span>
            {may && (
              <Popconfirm title={t('accounts.withdrawSure')} okText={t('accounts.withdraw')} onConfirm={() => withdraw.mutate(role.role)}>
                <Button size="small">{t('accounts.withdraw')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className="card-foot">
          <Button onClick={() => setGranting(true)}>{t('accounts.grant')}</Button>
        </div>
      )}
      <SideForm title={t('accounts.grant')} open={granting} onClose={() => setGranting(false)}>
        <GrantRole staffId={id} onDone={() => setGranting(false)} />
      </SideForm>
    </>
  )
}

/** How far a role reaches, in words. */
export function sayScope({ bodies, divisions, items }: Omit<StaffRole, 'role'>): string {
  const parts = [
    bodies && t('accounts.scopeBodies', { list: bodies.join('、') }),
    divisions && t('accounts.scopeDivisions', { list: divisions.join('、') }),
    items && t('accounts.scopeItems', { list: items.join('、') }),
  ].filter((part) => part !== undefined)
  return parts.join('；') || t('accounts.scopeOwn')
}

function GrantRole({ staffId, onDone }: { staffId: string; onDone: () => void }) {
  const roles = useRoles().data ?? []
  const grant = useAct({
    send: (body: GrantRoleInput, idempotencyKey) => api.post('/staff/{id}/roles', { path: { id: staffId }, body, idempotencyKey }),
    changes: [['staff', staffId]],
    onDone,
  })
  return (
    <ActForm<GrantRoleInput>
      submitLabel={t('accounts.grant')}
      error={grant.error}
      busy={grant.isPending}
      onCancel={onDone}
      onSubmit={(screen) => grant.mutate(toGrantRole(screen))}
    >
      <Form.Item name="role" label={t('accounts.role')} rules={[{ required: true, message: t('counter.needed') }]}>
        <Select options={roles.map((role) => ({ value: role.code, label: sayRole(role) }))} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <p className="quiet form-lead">{t('accounts.scopeHelp')}</p>
      {(['divisions', 'bodies', 'items'] as const).map((scope) => (
        <Form.Item key={scope} name={scope} label={t(`accounts.${scope}`)}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ', '\n']} />
        </Form.Item>
      ))}
    </ActForm>
  )
}

/** An empty scope is the own body, not nothing: it is left out. */
export function toGrantRole({ role, bodies = [], divisions = [], items = [] }: GrantRoleInput): GrantRoleInput {
  return {
    role,
    ...(bodies.length > 0 ? { bodies } : {}),
    ...(divisions.length > 0 ? { divisions } : {}),
    ...(items.length > 0 ? { items } : {}),
  }
}
