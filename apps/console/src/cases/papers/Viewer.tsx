import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { Icon } from '../../shell/Icon.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { t } from '../../words/index.ts'
import { download } from './download.ts'
import type { Sheet } from './sheets.ts'

const PdfView = lazy(() => import('./PdfView.tsx').then((file) => ({ default: file.PdfView })))

const zooms = [50, 75, 100, 125, 150, 200, 300] as const

/** One sheet with its tools: larger, smaller, turned, in a window of its own. */
export function Viewer({ sheet, onClose }: { sheet: Sheet; onClose?: () => void }) {
  const file = useQuery({ queryKey: ['file', sheet.path], queryFn: () => api.file(sheet.path), staleTime: Infinity, retry: 1 })
  const [zoom, setZoom] = useState(100)
  const [turned, setTurned] = useState(0)
  const step = (by: 1 | -1) => setZoom((now) => nextZoom(now, by))
  return (
    <figure className="viewer">
      <figcaption>
        <strong title={sheet.title}>{sheet.title}</strong>
        <Tool name={t('viewer.smaller')} press={() => step(-1)} disabled={zoom === zooms[0]}>
          −
        </Tool>
        <button type="button" className="zoom figures" onClick={() => setZoom(100)} aria-label={t('viewer.fit', { zoom })}>
          {zoom}%
        </button>
        <Tool name={t('viewer.larger')} press={() => step(1)} disabled={zoom === zooms.at(-1)}>
          +
        </Tool>
        <Tool name={t('viewer.turn')} press={() => setTurned((now) => (now + 90) % 360)}>
          ⟳
        </Tool>
        <Tool name={t('viewer.download')} press={() => file.data && download(file.data, sheet.title)} disabled={!file.data}>
          <Icon name="download" size={16} />
        </Tool>
        {onClose && (
          <Tool name={t('viewer.close', { name: sheet.title })} press={onClose}>
            <Icon name="close" size={16} />
          </Tool>
        )}
      </figcaption>
      <div className="viewer-page" tabIndex={0} aria-label={sheet.title}>
        <FileView file={file} name={sheet.title} zoom={zoom} turned={turned} />
      </div>
    </figure>
  )
}

export function nextZoom(now: number, by: 1 | -1): number {
  return (by === 1 ? zooms.find((zoom) => zoom > now) : [...zooms].reverse().find((zoom) => zoom < now)) ?? now
}

function Tool({ name, press, disabled, children }: { name: string; press: () => void; disabled?: boolean; children: React.ReactNode }) {
  return (
    <button type="button" className="mini" aria-label={name} title={name} onClick={press} disabled={disabled ?? false}>
      {children}
    </button>
  )
}

interface FileShape {
  file: UseQueryResult<Blob>
  name: string
  zoom: number
  turned: number
}

function FileView({ file, name, zoom, turned }: FileShape) {
  if (file.isPending) return <PageSkeleton rows={5} />
  if (!file.data) return <p className="quiet viewer-none">{t('viewer.failed')}</p>
  if (file.data.type === 'application/pdf') {
    return (
      <Suspense fallback={<PageSkeleton rows={5} />}>
        <PdfView file={file.data} zoom={zoom} turned={turned} />
      </Suspense>
    )
  }
  if (file.data.type.startsWith('image/')) return <Picture file={file.data} zoom={zoom} turned={turned} name={name} />
  return <p className="quiet viewer-none">{t('viewer.notShown')}</p>
}

function Picture({ file, zoom, turned, name }: { file: Blob; zoom: number; turned: number; name: string }) {
  const [address] = useState(() => URL.createObjectURL(file))
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <img src={address} alt={name} style={{ width: `${zoom}%`, rotate: `${turned}deg` }} />
}
