import type { ServiceCase } from '@yiwang/cases/contract'
import { useState } from 'react'
import { Empty } from '../../shell/Empty.tsx'
import { t } from '../../words/index.ts'
import { FilledForm } from './FilledForm.tsx'
import { MaterialList } from './MaterialList.tsx'
import { PaperList } from './PaperList.tsx'
import { materialSheet, shown, type Sheet } from './sheets.ts'
import { Viewer } from './Viewer.tsx'

type Tab = 'materials' | 'form' | 'papers'

/** Materials, form, papers; up to two sheets side by side. */
export function Papers({ serviceCase }: { serviceCase: ServiceCase }) {
  const [tab, setTab] = useState<Tab>('materials')
  const [open, setOpen] = useState<readonly Sheet[]>(() => firstSheet(serviceCase))
  const show = (sheet: Sheet) => setOpen((before) => shown(before, sheet, false))
  const beside = (sheet: Sheet) => setOpen((before) => shown(before, sheet, true))
  const close = (key: string) => setOpen((before) => before.filter((sheet) => sheet.key !== key))
  const keys = open.map(({ key }) => key)
  return (
    <div className="papers">
      <div className="paper-tabs" role="group" aria-label={t('desk.papers')}>
        <TabButton
          name={t('papers.materials', { count: serviceCase.materials.length })}
          on={tab === 'materials'}
          press={() => setTab('materials')}
        />
        <TabButton name={t('papers.form')} on={tab === 'form'} press={() => setTab('form')} />
        <TabButton name={t('papers.papers', { count: serviceCase.papers.length })} on={tab === 'papers'} press={() => setTab('papers')} />
      </div>
      {tab === 'form' ? (
        <FilledForm serviceCase={serviceCase} />
      ) : (
        <>
          {tab === 'materials' ? (
            <MaterialList serviceCase={serviceCase} open={keys} onShow={show} onBeside={beside} />
          ) : (
            <PaperList serviceCase={serviceCase} open={keys} onShow={show} onBeside={beside} />
          )}
          {open.length === 0 ? (
            <Empty icon="document" title={t('papers.nothingOpen')} text={t('papers.nothingOpenText')} />
          ) : (
            <div className={open.length === 2 ? 'sheets two-sheets' : 'sheets'}>
              {open.map((sheet) => (
                <Viewer key={sheet.key} sheet={sheet} onClose={() => close(sheet.key)} />
              ))}
            </div>
          )}
        </>
      )}
    </div>
  )
}

function firstSheet({ caseNumber, materials }: ServiceCase): Sheet[] {
  const first = materials.find(({ fileId }) => fileId !== undefined)
  return first ? [materialSheet(caseNumber, first)] : []
}

function TabButton({ name, on, press }: { name: string; on: boolean; press: () => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={press}>
      {name}
    </button>
  )
}
