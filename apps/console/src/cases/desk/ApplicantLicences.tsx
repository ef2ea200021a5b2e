import type { LookUpInput } from '@yiwang/cases/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ProblemAlert } from '../../acts/ProblemAlert.tsx'
import { useAct } from '../../acts/use-act.ts'
import { sayDay } from '../../dates.ts'
import { useMay } from '../../session/me.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t } from '../../words/index.ts'
import { PaperDialog } from '../papers/PaperDialog.tsx'
import type { Sheet } from '../papers/sheets.ts'

interface LookUpShape {
  caseNumber: string
  itemName: string
}

/** The applicant's valid licences (调取证照), for this case and on record. */
export function ApplicantLicences({ caseNumber, itemName }: LookUpShape) {
  const [open, setOpen] = useState<Sheet>()
  const mayOpen = useMay()('licences.look')
  const look = useAct({
    send: (body: LookUpInput, idempotencyKey) =>
      api.post('/cases/{caseNumber}/licence-look-ups', { path: { caseNumber }, body, idempotencyKey }),
  })
  if (!look.data) {
    return (
      <div className="held">
        {look.error && <ProblemAlert error={look.error} />}
        <Button icon={<Icon name="licence" size={18} />} loading={look.isPending} onClick={() => look.mutate(lookUpFor(itemName))}>
          {t('held.look')}
        </Button>
        <p className="quiet small">{t('held.text')}</p>
      </div>
    )
  }
  return (
    <div className="held">
      <h3>{t('held.title', { count: look.data.items.length })}</h3>
      <ul className="lines">
        {look.data.items.map(({ identifier, name, number, issuerName, validUntil }) => (
          <li key={identifier}>
            <span>
              {name}
              <small>
                {number} · {issuerName} · {validUntil ? sayDay(validUntil) : t('licences.lasting')}
              </small>
            </span>
            {mayOpen && (
              <Button
                size="small"
                onClick={() => setOpen({ key: identifier, title: name, path: `/licences/${encodeURIComponent(identifier)}/content` })}
              >
                {t('held.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <PaperDialog sheet={open} onClose={() => setOpen(undefined)} />
    </div>
  )
}

/** The question names its purpose: the holder will read it. */
export function lookUpFor(itemName: string): LookUpInput {
  return { purpose: t('held.purpose', { item: itemName }).slice(0, 200) }
}
