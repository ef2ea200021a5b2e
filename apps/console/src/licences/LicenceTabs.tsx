import { SectionTabs } from '../shell/SectionTabs.tsx'
import { t } from '../words/index.ts'

export function LicenceTabs() {
  return (
    <SectionTabs
      label={t('page.licences')}
      sections={[
        { to: '/licences', name: t('licences.title'), anyOf: ['licences.look'] },
        { to: '/licences/types', name: t('licences.types'), anyOf: ['licences.manageTypes', 'licences.look'] },
        { to: '/licences/seals', name: t('seals.title'), anyOf: ['seals.look'] },
      ]}
    />
  )
}
