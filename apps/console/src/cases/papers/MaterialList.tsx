import type { CaseMaterial, ServiceCase } from '@yiwang/cases/contract'
import type { IconName } from '@yiwang/ui/icons'
import { Icon } from '../../shell/Icon.tsx'
import { t, tOf } from '../../words/index.ts'
import { OpenButtons } from './OpenButtons.tsx'
import { materialSheet, type Sheet } from './sheets.ts'

interface ListShape {
  serviceCase: ServiceCase
  open: readonly string[]
  onShow: (sheet: Sheet) => void
  onBeside: (sheet: Sheet) => void
}

const icons: Record<CaseMaterial['source'], IconName> = {
  licence: 'licence',
  upload: 'document',
  paper: 'documents',
  register: 'shield',
  deferred: 'clock',
}

/** Each material: how it came, how far it can be trusted, what was found wanting. */
export function MaterialList({ serviceCase, open, onShow, onBeside }: ListShape) {
  const { caseNumber, materials } = serviceCase
  if (materials.length === 0) return <p className="quiet papers-none">{t('papers.noMaterials')}</p>
  return (
    <ol className="sheet-list">
      {materials.map((material) => {
        const sheet = materialSheet(caseNumber, material)
        const isOpen = open.includes(sheet.key)
        return (
          <li key={material.id} className={isOpen ? 'open' : undefined}>
            <Icon name={icons[material.source]} />
            <div>
              <p>{material.name}</p>
              <p className="sheet-tags">
                <span>{tOf('source', material.source)}</span>
                <span title={tOf('trustText', material.trustLevel)}>{t('papers.trust', { level: material.trustLevel })}</span>
                {material.originalCheckedAt && <span className="tag green">{t('papers.originalSeen')}</span>}
                {material.objection && <span className="tag amber">{material.objection}</span>}
              </p>
            </div>
            {material.fileId && <OpenButtons sheet={sheet} isOpen={isOpen} onShow={onShow} onBeside={onBeside} />}
          </li>
        )
      })}
    </ol>
  )
}
