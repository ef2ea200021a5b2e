import { Button, Typography } from 'antd'
import { t } from '../words/index.ts'

export interface First {
  loginName: string
  firstPassword: string
}

/** A password of chance, told once and never again. */
export function FirstPassword({ first, onDone }: { first: First; onDone: () => void }) {
  return (
    <div className="notice">
      <strong>{t('accounts.firstPassword')}</strong>
      <p>{t('accounts.firstPasswordText')}</p>
      <p>
        {t('signIn.loginName')}：<Typography.Text code>{first.loginName}</Typography.Text>
      </p>
      <p>
        {t('signIn.password')}：
        <Typography.Text code copyable className="secret">
          {first.firstPassword}
        </Typography.Text>
      </p>
      <Button onClick={onDone}>{t('accounts.noted')}</Button>
    </div>
  )
}
