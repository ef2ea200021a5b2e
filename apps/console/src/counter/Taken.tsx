import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { sayCaseNumber } from '../cases/case-number.ts'
import { useCase } from '../cases/case-query.ts'
import { PaperDialog } from '../cases/papers/PaperDialog.tsx'
import { paperPath } from '../cases/papers/sheets.ts'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'

/** Taken in: the number to read out, the receipt to print, and on to acceptance. */
export function Taken({ caseNumber, onAgain }: { caseNumber: string; onAgain: () => void }) {
  const navigate = useNavigate()
  const { data } = useCase(caseNumber)
  const [open, setOpen] = useState(false)
  const receipt = data?.papers[0]
  const sheet = receipt && { key: receipt.id, title: receipt.title, path: paperPath(caseNumber, receipt.id) }
  return (
    <div className="card taken">
      <Icon name="done" size={44} />
      <h1>{t('counter.taken')}</h1>
      <p className="taken-number figures">{sayCaseNumber(caseNumber)}</p>
      <p className="quiet">{t('counter.takenText')}</p>
      <div className="act-buttons">
        <Button type="primary" onClick={() => void navigate(`/cases/${caseNumber}`)}>
          {t('counter.toAcceptance')}
        </Button>
        {receipt && (
          <Button icon={<Icon name="print" size={18} />} onClick={() => setOpen(true)}>
            {t('counter.printReceipt')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('counter.again')}</Button>
      </div>
      <PaperDialog sheet={open ? sheet : undefined} onClose={() => setOpen(false)} />
    </div>
  )
}
