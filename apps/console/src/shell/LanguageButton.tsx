import { Button } from 'antd'
import { chooseLanguage, language, t } from '../words/index.ts'
import { Icon } from './Icon.tsx'

export function LanguageButton() {
  const other = language() === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" icon={<Icon name="globe" size={18} />} lang={other} onClick={() => chooseLanguage(other)}>
      {t('shell.language')}
    </Button>
  )
}
