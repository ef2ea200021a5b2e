import sharp from 'sharp'

// One raster thread: previews are rare, and the other cores belong to people's requests.
sharp.concurrency(1)
sharp.cache(false)

/** An SVG of ours (never one from outside) as PNG of the given width in pixels. */
export async function toPng(svg: string, width: number): Promise<Uint8Array> {
  const [, pageWidth] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+)/.exec(svg) ?? []
  const density = Math.min(2400, (72 * width) / Number(pageWidth ?? width))
  return new Uint8Array(await sharp(Buffer.from(svg), { density }).resize({ width }).png({ compressionLevel: 9 }).toBuffer())
}
