import { useQuery } from '@tanstack/react-query'
import type { CaseArchive } from '@yiwang/cases/contract'
import { Button } from 'antd'
import { api } from '../../api.ts'
import { sayMoment } from '../../dates.ts'
import { Facts } from '../../shell/Facts.tsx'
import { Icon } from '../../shell/Icon.tsx'
import { Read } from '../../shell/Read.tsx'
import { t, tOf } from '../../words/index.ts'
import { download } from '../papers/download.ts'

/** 归档清单: what belongs to the ended case under one digest, whether it still is what was put away, to read and to take along. */
export function Archive({ caseNumber }: { caseNumber: string }) {
  const archive = useQuery({
    queryKey: ['archive', caseNumber],
    queryFn: () => api.get('/cases/{caseNumber}/archive', { path: { caseNumber } }),
    staleTime: Infinity,
  })
  return (
    <section className="task-block">
      <h2>{t('archive.title')}</h2>
      <Read query={archive} rows={3}>
        {(found) => <Package archive={found} />}
      </Read>
    </section>
  )
}

function Package({ archive }: { archive: CaseArchive }) {
  const { archivedAt, digest, intact, manifest, caseNumber } = archive
  const take = () =>
    download(new Blob([JSON.stringify(archive, null, 2)], { type: 'application/json' }), t('archive.file', { number: caseNumber }))
  return (
    <>
      <p className={intact ? 'notice' : 'notice amber'} role={intact ? undefined : 'alert'}>
        <Icon name={intact ? 'done' : 'warning'} size={18} /> {t(intact ? 'archive.intact' : 'archive.broken')}
      </p>
      <Facts
        of={[
          [t('archive.at'), sayMoment(archivedAt)],
          ...contentsOf(manifest).map(({ part, count }) => [tOf('archivePart', part), t('archive.count', { count })] as const),
          [
            t('archive.digest'),
            <code key="digest" className="digest">
              {digest}
            </code>,
          ],
        ]}
      />
      <Button icon={<Icon name="download" size={18} />} onClick={take}>
        {t('archive.download')}
      </Button>
    </>
  )
}

const parts = ['materials', 'papers', 'steps', 'corrections', 'specialProcedures', 'requests'] as const

/** How much of what lies in the package; what there is none of is not named. */
export function contentsOf(manifest: Readonly<Record<string, unknown>>): { part: string; count: number }[] {
  return parts.flatMap((part) => {
    const held = manifest[part]
    return Array.isArray(held) && held.length > 0 ? [{ part, count: held.length }] : []
  })
}
