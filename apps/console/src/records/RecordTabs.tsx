import { SectionTabs } from '../shell/SectionTabs.tsx'
import { t } from '../words/index.ts'

export function RecordTabs() {
  return (
    <SectionTabs
      label={t('page.records')}
      sections={[
        { to: '/records', name: t('records.messages'), anyOf: ['messages.lookDeliveries'] },
        { to: '/records/questions', name: t('records.questions'), anyOf: ['registers.look'] },
        { to: '/records/audit', name: t('audit.title'), anyOf: ['kernel.lookAudit'] },
      ]}
    />
  )
}
