import type { StaffWithRoles } from '@yiwang/organisation/contract'
import { Link, useParams } from 'react-router'
import { useMay } from '../session/me.ts'
import { BodyName } from '../shell/BodyName.tsx'
import { Facts } from '../shell/Facts.tsx'
import { Icon } from '../shell/Icon.tsx'
import { PostNames } from '../shell/PostNames.tsx'
import { Read } from '../shell/Read.tsx'
import { t } from '../words/index.ts'
import { useStaff } from './account-queries.ts'
import { StaffLogin } from './StaffLogin.tsx'
import { StaffRoles } from './StaffRoles.tsx'
import { StaffState } from './StaffState.tsx'

/** One member of staff: who, which roles reach how far, and the login. */
export function StaffPage() {
  const { id = '' } = useParams()
  const staff = useStaff(id)
  return (
    <>
      <p className="crumb">
        <Link to="/accounts">
          <Icon name="arrowLeft" size={18} /> {t('accounts.staff')}
        </Link>
      </p>
      <Read query={staff}>{(found) => <Person staff={found} />}</Read>
    </>
  )
}

function Person({ staff }: { staff: StaffWithRoles }) {
  const may = useMay()
  return (
    <div className="column">
      <section className="card">
        <div className="card-head">
          <h1>{staff.name}</h1>
          <span className={staff.enabled ? 'tag green' : 'tag red'}>{t(staff.enabled ? 'accounts.enabled' : 'accounts.disabled')}</span>
        </div>
        <Facts
          of={[
            [t('accounts.number'), staff.staffNumber],
            [t('account.body'), <BodyName key="body" code={staff.bodyCode} />],
            [t('accounts.posts'), staff.posts.length > 0 && <PostNames key="posts" bodyCode={staff.bodyCode} posts={staff.posts} />],
            [t('accounts.qualifications'), staff.qualifications.join('、')],
            [t('accounts.disabledReason'), staff.disabledReason],
          ]}
        />
        {may('organisation.manageStaff') && <StaffState staff={staff} />}
      </section>
      <section className="card">
        <h2>{t('accounts.roles')}</h2>
        <StaffRoles staff={staff} />
      </section>
      {may('kernel.lookAudit') && (
        <p>
          <Link to={`/records/audit?actor=${staff.id}`}>{t('audit.title')}</Link>
        </p>
      )}
      {may('identity.manageLogins') && (
        <section className="card">
          <h2>{t('accounts.login')}</h2>
          <StaffLogin staffId={staff.id} />
        </section>
      )}
    </div>
  )
}
