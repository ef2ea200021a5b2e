import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite makes the address
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { t } from '../../words/index.ts'

GlobalWorkerOptions.workerSrc = workerAddress

interface PdfShape {
  file: Blob
  zoom: number
  turned: number
}

/** A PDF drawn here, page by page, so that two can lie side by side and nothing in them runs. */
export function PdfView({ file, zoom, turned }: PdfShape) {
  const pages = usePages(file)
  if (pages === undefined) return <PageSkeleton rows={5} />
  if (pages === 'unreadable') return <p className="quiet viewer-none">{t('viewer.failed')}</p>
  return (
    <>
      {pages.map((page) => (
        <Page key={page.pageNumber} page={page} zoom={zoom} turned={turned} />
      ))}
    </>
  )
}

function usePages(file: Blob): PDFPageProxy[] | 'unreadable' | undefined {
  const [pages, setPages] = useState<PDFPageProxy[] | 'unreadable'>()
  useEffect(() => {
    let gone = false
    let opened: PDFDocumentProxy | undefined
    const open = async () => {
      try {
        opened = await getDocument({ data: await file.arrayBuffer(), isEvalSupported: false } as Parameters<typeof getDocument>[0]).promise
        const all = await allPages(opened)
        if (!gone) setPages(all)
      } catch {
        if (!gone) setPages('unreadable')
      }
    }
    void open()
    return () => {
      gone = true
      void opened?.cleanup()
    }
  }, [file])
  return pages
}

/** Long books are cut off: nobody reads them on a desk of this size. */
const most = 200

function allPages(opened: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: Math.min(opened.numPages, most) }, (_, index) => opened.getPage(index + 1)))
}

function Page({ page, zoom, turned }: { page: PDFPageProxy; zoom: number; turned: number }) {
  const place = useRef<HTMLCanvasElement>(null)
  const near = useNear(place)
  const plain = page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 })
  useEffect(() => {
    const canvas = place.current
    if (!canvas || !near) return undefined
    const shownWidth = ((canvas.parentElement?.clientWidth ?? 0) * zoom) / 100
    const width = Math.max(shownWidth, 1) * Math.max(2, globalThis.devicePixelRatio)
    const viewport = page.getViewport({ scale: width / plain.width, rotation: plain.rotation })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const drawing = page.render({ canvas, viewport })
    drawing.promise.catch(() => undefined)
    return () => drawing.cancel()
  }, [page, near, zoom, plain.width, plain.rotation])
  return (
    <canvas
      ref={place}
      style={{ width: `${zoom}%`, aspectRatio: `${plain.width} / ${plain.height}` }}
      role="img"
      aria-label={t('viewer.page', { page: page.pageNumber })}
    />
  )
}

/** Whether a page is on the screen or about to be. */
function useNear(place: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return undefined
    const watch = new IntersectionObserver((seen) => setNear((before) => before || seen.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: '600px',
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place])
  return near
}
