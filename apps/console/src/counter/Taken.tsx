import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useCase } from '../cases/case-query.ts'
import { paperAddress } from '../cases/papers/PaperList.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'

/** Taken in: the number to read out, the receipt to print, and on to acceptance. */
export function Taken({ caseNumber, onAgain }: { caseNumber: string; onAgain: () => void }) {
  const navigate = useNavigate()
  const { data } = useCase(caseNumber)
  const receipt = data?.papers[0]
  return (
    <div className="card taken">
      <Icon name="done" size={44} />
      <h1>{t('counter.taken')}</h1>
      <p className="taken-number figures">{caseNumber.match(/.{1,4}/g)?.join(' ')}</p>
      <p className="quiet">{t('counter.takenText')}</p>
      <div className="act-buttons">
        <Button type="primary" onClick={() => void navigate(`/cases/${caseNumber}`)}>
          {t('counter.toAcceptance')}
        </Button>
        {receipt && (
          <Button href={paperAddress(caseNumber, receipt.id)} target="_blank" rel="noreferrer" icon={<Icon name="print" size={18} />}>
            {t('counter.printReceipt')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('counter.again')}</Button>
      </div>
    </div>
  )
}
