import { SectionTabs } from '../shell/SectionTabs.tsx'
import { t } from '../words/index.ts'

export function PaymentTabs() {
  return (
    <SectionTabs
      label={t('page.payments')}
      sections={[
        { to: '/payments', name: t('payments.notices'), anyOf: ['payments.look'] },
        { to: '/payments/discrepancies', name: t('discrepancy.title'), anyOf: ['payments.mend'] },
      ]}
    />
  )
}
