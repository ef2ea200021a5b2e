import startQrCode from 'qrcode-generator'

/** The dark cells of a QR code, row by row. Level M (15 %) survives a counter's printer and a thumb. */
export function qrMatrix(text: string): boolean[][] {
  const code = startQrCode(0, 'M')
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  code.addData(bytes, 'Byte')
  code.make()
  const size = code.getModuleCount()
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => code.isDark(row, column)))
}

/** A QR code as SVG: one path, with the quiet zone of four cells the standard (GB/T 18284) asks for. */
export function qrSvg(text: string, { quiet = 4, colour = '#1B1F24' }: { quiet?: number; colour?: `#${string}` } = {}): string {
  const matrix = qrMatrix(text)
  const side = matrix.length + 2 * quiet
  const path = matrix.flatMap((row, y) => runs(row).map(([x, length]) => `M${x + quiet} ${y + quiet}h${length}v1h-${length}z`)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" shape-rendering="crispEdges"><path fill="${colour}" d="${path}"/></svg>`
}

function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1]++
    else if (dark) found.push([x, 1])
  })
  return found
}
