import { Icon } from '../shell/Icon.tsx'
import { LanguageButton } from '../shell/LanguageButton.tsx'
import { t } from '../words/index.ts'
import { SignInForm } from './SignInForm.tsx'

const points = ['signIn.point1', 'signIn.point2', 'signIn.point3'] as const

/** The door. */
export function SignIn({ notice }: { notice?: string }) {
  return (
    <div className="sign-in">
      <section className="sign-in-lead" aria-hidden="true">
        <p className="sign-in-mark">
          <Mark /> 一网
        </p>
        <div>
          <p className="sign-in-sentence">{t('signIn.lead')}</p>
          <ul>
            {points.map((point) => (
              <li key={point}>
                <Icon name="check" size={18} /> {t(point)}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <main className="sign-in-door">
        <div className="sign-in-card">
          <p className="eyebrow">{t('shell.name')}</p>
          <h1>{t('signIn.title')}</h1>
          {notice && <p className="notice">{notice}</p>}
          <SignInForm />
          <p className="quiet small">{t('signIn.forgot')}</p>
        </div>
        <LanguageButton />
      </main>
    </div>
  )
}

export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path d="M8 16h16" stroke="var(--mark-ink, #fff)" strokeWidth="3.4" strokeLinecap="round" />
    </svg>
  )
}
