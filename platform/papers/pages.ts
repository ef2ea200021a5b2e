import { nextTurn, theCompiler } from './compiler.ts'
import { composePaper } from './render.ts'
import { toPng } from './raster.ts'
import type { PaperData, TemplateName } from './templates.ts'

/** A page as a screen shows it. The SVG holds letters as outlines, so it looks the same everywhere and carries no script. */
export type PageImage = { svg: string; png: Uint8Array; width: number; height: number }

/** The pages of a paper as pictures (face previews, thumbnails); `width` of the PNG in pixels. */
export async function renderPages<T extends TemplateName>(
  template: T,
  data: PaperData<T>,
  { now, width = 1240 }: { now: Date; width?: number },
): Promise<PageImage[]> {
  await nextTurn()
  const { document } = composePaper(template, data, now)
  const pages = splitPages(theCompiler().plainSvg(document), document.numOfPages)
  return Promise.all(pages.map(async ({ svg, ratio }) => ({ svg, png: await toPng(svg, width), width, height: Math.round(width * ratio) })))
}

/** Typst draws all pages, which are of one size, one below the other; each picture looks at its own part. */
function splitPages(svg: string, count: number): { svg: string; ratio: number }[] {
  const [whole, w, h] = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"/.exec(svg) as unknown as [
    string,
    string,
    string,
  ]
  const width = Number(w)
  const height = Number(h) / count
  return Array.from({ length: count }, (_, page) => ({
    svg: svg.replace(whole, `viewBox="0 ${page * height} ${width} ${height}" width="${width}pt" height="${height}pt"`),
    ratio: height / width,
  }))
}
