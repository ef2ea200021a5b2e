import { Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useMe, useSignOut } from '../session/me.ts'
import { chooseLanguage, language, t } from '../words/index.ts'
import { Icon } from './Icon.tsx'

/** Who works here, for which body, and what concerns the account. */
export function WhoIAm() {
  const { name, staff } = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const items = [
    { key: 'account', label: t('shell.account'), icon: <Icon name="shield" size={18} />, onClick: () => void navigate('/account') },
    {
      key: 'language',
      label: t('shell.language'),
      icon: <Icon name="globe" size={18} />,
      onClick: () => chooseLanguage(language() === 'en' ? 'zh-CN' : 'en'),
    },
    { type: 'divider' as const },
    { key: 'signOut', label: t('shell.signOut'), icon: <Icon name="signOut" size={18} />, onClick: () => void signOut() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="who">
        <span className="who-face" aria-hidden="true">
          {[...name][0]}
        </span>
        <span className="who-text">
          <strong>{name}</strong>
          <span>{staff.bodyName}</span>
        </span>
        <Icon name="chevronDown" size={16} />
      </button>
    </Dropdown>
  )
}
