import type { ServiceCase } from '@yiwang/cases/contract'
import { Button } from 'antd'
import { api } from '../../api.ts'
import { ProblemAlert } from '../../acts/ProblemAlert.tsx'
import { useAct } from '../../acts/use-act.ts'
import { useMay } from '../../session/me.ts'
import { t } from '../../words/index.ts'
import { ApplicantLicences } from './ApplicantLicences.tsx'

/** The applicant; the numbers are shown whole only when asked for, and that leaves a trace. */
export function IdentityCheck({ serviceCase }: { serviceCase: ServiceCase }) {
  const { caseNumber } = serviceCase
  const may = useMay()
  const check = useAct({
    send: (_: null, idempotencyKey) => api.post('/cases/{caseNumber}/identity-check', { path: { caseNumber }, idempotencyKey }),
  })
  const applicant = check.data?.applicant ?? serviceCase.applicant
  const { contact } = applicant
  return (
    <section className="task-block">
      <h2>{t('identity.title')}</h2>
      {check.error && <ProblemAlert error={check.error} />}
      <dl className="facts figures">
        <Fact name={t(applicant.kind === 'person' ? 'identity.name' : 'identity.organisation')} value={applicant.name} />
        <Fact name={t(applicant.kind === 'person' ? 'identity.number' : 'identity.uscc')} value={applicant.number} />
        {applicant.legalRepresentative && <Fact name={t('identity.legalRepresentative')} value={applicant.legalRepresentative} />}
        {applicant.phone && <Fact name={t('identity.phone')} value={applicant.phone} />}
        {contact.agent && <Fact name={t('identity.agent')} value={`${contact.name} ${contact.number} ${contact.phone ?? ''}`} />}
      </dl>
      {check.data ? (
        <>
          <p className="quiet small">{t('identity.shown')}</p>
          {may('cases.lookUpLicences') && <ApplicantLicences caseNumber={caseNumber} itemName={serviceCase.itemName} />}
        </>
      ) : (
        <Button onClick={() => check.mutate(null)} loading={check.isPending}>
          {t('identity.show')}
        </Button>
      )}
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
