import { SectionTabs } from '../shell/SectionTabs.tsx'
import { t } from '../words/index.ts'

export function AccountTabs() {
  return (
    <SectionTabs
      label={t('page.accounts')}
      sections={[
        { to: '/accounts', name: t('accounts.staff'), anyOf: ['organisation.lookStaff'] },
        { to: '/accounts/roles', name: t('accounts.roles'), anyOf: ['organisation.lookRoles'] },
        { to: '/halls', name: t('halls.halls'), anyOf: ['organisation.manageHalls'] },
        { to: '/halls/appointments', name: t('halls.appointments'), anyOf: ['hall.lookAppointments'] },
        { to: '/accounts/users', name: t('accounts.users'), anyOf: ['identity.lookAccounts', 'identity.registerInPerson'] },
      ]}
    />
  )
}
