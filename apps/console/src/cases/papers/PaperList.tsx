import type { ServiceCase } from '@yiwang/cases/contract'
import { sayDay } from '../../dates.ts'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { OpenButtons } from './OpenButtons.tsx'
import { paperPath, type Sheet } from './sheets.ts'

interface ListShape {
  serviceCase: ServiceCase
  open: readonly string[]
  onShow: (sheet: Sheet) => void
  onBeside: (sheet: Sheet) => void
}

/** The official papers of the case, in the order in which they were issued. */
export function PaperList({ serviceCase: { caseNumber, papers }, open, onShow, onBeside }: ListShape) {
  if (papers.length === 0) return <p className="quiet papers-none">{t('papers.noPapers')}</p>
  return (
    <ol className="sheet-list">
      {papers.map(({ id, title, number, issuedOn, sealed, effect }) => {
        const sheet = { key: `paper ${id}`, title, path: paperPath(caseNumber, id) }
        return (
          <li key={id} className={open.includes(sheet.key) ? 'open' : undefined}>
            <Icon name={sealed ? 'seal' : 'document'} />
            <div>
              <p>{title}</p>
              <p className="sheet-tags">
                <span>{number}</span>
                <span>{sayDay(issuedOn)}</span>
                {effect !== 'inForce' && <span className="tag amber">{tOf('papers', effect)}</span>}
                {sealed && <span className="tag green">{t('papers.sealed')}</span>}
              </p>
            </div>
            <OpenButtons sheet={sheet} isOpen={open.includes(sheet.key)} onShow={onShow} onBeside={onBeside} />
          </li>
        )
      })}
    </ol>
  )
}
