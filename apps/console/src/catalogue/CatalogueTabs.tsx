import { SectionTabs } from '../shell/SectionTabs.tsx'
import { t } from '../words/index.ts'

const look = ['catalogue.lookWork', 'catalogue.draft', 'catalogue.keep', 'catalogue.administer']

export function CatalogueTabs() {
  return (
    <SectionTabs
      label={t('page.catalogue')}
      sections={[
        { to: '/catalogue', name: t('catalogue.items'), anyOf: look },
        {
          to: '/catalogue/directory',
          name: t('catalogue.directory'),
          anyOf: [...look, 'catalogue.keepDirectory', 'catalogue.approveDirectory'],
        },
        {
          to: '/catalogue/flows',
          name: t('catalogue.flows'),
          anyOf: ['catalogue.lookWork', 'catalogue.deployFlow', 'catalogue.approveFlow'],
        },
        { to: '/catalogue/forms', name: t('catalogue.forms'), anyOf: ['catalogue.publishForm'] },
      ]}
    />
  )
}
