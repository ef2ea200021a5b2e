import makeQr from 'qrcode-generator'

/** A QR code as one SVG path, four modules of quiet zone around it as ISO/IEC 18004 asks. */
export function qrSvg(text: string, label: string): string {
  const code = makeQr(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) if (code.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`
  }
  const size = count + 8
  const name = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}
