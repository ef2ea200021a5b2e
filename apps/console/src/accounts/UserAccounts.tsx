import type { AccountAtDesk, FindAccountInput } from '@yiwang/identity/contract'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { tidyNumber } from '../forms/tidy-number.ts'
import { useMay } from '../session/me.ts'
import { Behind } from '../shell/Behind.tsx'
import { Icon } from '../shell/Icon.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { AccountTabs } from './AccountTabs.tsx'
import { RegisterInPerson } from './RegisterInPerson.tsx'
import { RestoreInPerson } from './RestoreInPerson.tsx'
import { UserAccount } from './UserAccount.tsx'

/** The accounts of people and organisations: found by the document shown, never leafed through; opened and restored at the counter. */
export function UserAccounts() {
  const may = useMay()
  return (
    <Behind anyOf={['identity.lookAccounts', 'identity.registerInPerson']}>
      <AccountTabs />
      <div className="column">
        {may('identity.registerInPerson') && <AtTheCounter />}
        {may('identity.lookAccounts') && <Find />}
      </div>
    </Behind>
  )
}

function AtTheCounter() {
  const [open, setOpen] = useState<'register' | 'restore'>()
  const close = () => setOpen(undefined)
  return (
    <section className="card">
      <h2>{t('users.counter')}</h2>
      <p className="quiet form-lead">{t('users.counterText')}</p>
      <div className="act-buttons">
        <Button type="primary" icon={<Icon name="plus" size={18} />} onClick={() => setOpen('register')}>
          {t('users.register')}
        </Button>
        <Button onClick={() => setOpen('restore')}>{t('users.restore')}</Button>
      </div>
      <SideForm title={t('users.register')} open={open === 'register'} onClose={close}>
        <RegisterInPerson onClose={close} />
      </SideForm>
      <SideForm title={t('users.restore')} open={open === 'restore'} onClose={close}>
        <RestoreInPerson onClose={close} />
      </SideForm>
    </section>
  )
}

function Find() {
  const [found, setFound] = useState<AccountAtDesk>()
  const find = useAct({
    send: (body: FindAccountInput, idempotencyKey) => api.post('/accounts/search', { body, idempotencyKey }),
    onDone: setFound,
  })
  return (
    <>
      <section className="card">
        <h2>{t('users.find')}</h2>
        <div className="narrow-form">
          <ActForm<FindAccountInput>
            submitLabel={t('users.findDo')}
            plainLabels
            error={find.error}
            busy={find.isPending}
            initialValues={{ kind: 'person' }}
            onSubmit={(screen) => find.mutate(toFind(screen))}
          >
            <Form.Item name="kind" label={t('users.kind')}>
              <Radio.Group
                options={(['person', 'organisation'] as const).map((kind) => ({ value: kind, label: tOf('users.kind', kind) }))}
              />
            </Form.Item>
            <Form.Item
              name="number"
              label={t('users.number')}
              rules={[{ required: true, message: t('counter.needed') }]}
              extra={t('users.findHelp')}
            >
              <Input maxLength={24} autoComplete="off" spellCheck={false} />
            </Form.Item>
          </ActForm>
        </div>
      </section>
      {found && !find.isPending && !find.error && <UserAccount key={found.id} account={found} onChange={setFound} />}
    </>
  )
}

/** Blanks and small letters of a number that was read out do not matter. */
export function toFind({ kind, number }: FindAccountInput): FindAccountInput {
  return { kind, number: tidyNumber(number) }
}
