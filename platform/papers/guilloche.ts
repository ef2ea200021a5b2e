// The ground of a certificate: a band of interlaced fine lines (guilloche), rosettes in the corners and a pale one in the middle.

export type FrameLayout = 'portrait' | 'landscape'
export type FrameColour = 'red' | 'blue' | 'green' | 'gold'

const inks: Record<FrameColour, { line: string; ground: string }> = {
  red: { line: '#9E2A2B', ground: '#FFFBF8' },
  blue: { line: '#0B4EA2', ground: '#F9FBFE' },
  green: { line: '#2F6B4F', ground: '#F9FCFA' },
  gold: { line: '#8A6A1F', ground: '#FFFDF7' },
}
const outer = 9
const band = 10
const corner = 15
const drawn = new Map<string, string>()

/** The frame for an A4 sheet as SVG in millimetres, drawn once per style. */
export function guillocheFrame(layout: FrameLayout, colour: FrameColour): string {
  const key = `${layout} ${colour}`
  const known = drawn.get(key) ?? draw(layout, colour)
  drawn.set(key, known)
  return known
}

function draw(layout: FrameLayout, colour: FrameColour): string {
  const [width, height] = layout === 'portrait' ? [210, 297] : [297, 210]
  const { line, ground } = inks[colour]
  const middle = outer + band / 2
  const sides = [
    `<g transform="translate(0 ${middle})">${braid(width)}</g>`,
    `<g transform="translate(0 ${height - middle})">${braid(width)}</g>`,
    `<g transform="translate(${middle} 0) rotate(90)">${braid(height)}</g>`,
    `<g transform="translate(${width - middle} 0) rotate(90)">${braid(height)}</g>`,
  ]
  const corners = [middle, width - middle].flatMap((x) => [middle, height - middle].map((y) => cornerPiece(x, y, ground)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${ground}"/>
<g fill="none" stroke="${line}" stroke-width="0.16">
<g stroke-opacity="0.13" transform="translate(${width / 2} ${height / 2})">${rosette(Math.min(width, height) * 0.31, 18, 9, 0.24)}</g>
<g stroke-opacity="0.7">${sides.join('')}</g>
${rules(width, height)}${corners.join('')}
</g></svg>`
}

/** Sine-like waves over one side, three amplitudes in six phases, so that they cross in a plait. */
function braid(length: number): string {
  const from = outer + corner / 2
  const span = length - 2 * from
  const half = span / Math.round(span / 7)
  const waves = Math.round(span / half)
  const curves: string[] = []
  for (const [amplitude, phases] of [
    [4, 4],
    [2.6, 3],
  ] as const) {
    for (let phase = 0; phase < phases; phase++) {
      const shift = (phase * half) / phases
      for (const sign of [1, -1]) curves.push(wave(from - shift, half, waves + 1, sign * amplitude))
    }
  }
  return curves.join('')
}

function wave(start: number, half: number, count: number, amplitude: number): string {
  // The control point of a quadratic stands at twice the height that the curve reaches.
  return `<path d="M${short(start)} 0q${short(half / 2)} ${short(2 * amplitude)} ${short(half)} 0${`t${short(half)} 0`.repeat(count - 1)}"/>`
}

function rules(width: number, height: number): string {
  const frame = (inset: number, stroke: number) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" stroke-width="${stroke}"/>`
  return frame(outer, 0.7) + frame(outer + 1, 0.2) + frame(outer + band - 1, 0.2) + frame(outer + band, 0.45)
}

function cornerPiece(x: number, y: number, ground: string): string {
  const side = corner
  return `<g transform="translate(${x} ${y})"><rect x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}" fill="${ground}" stroke-width="0.45"/><rect x="${-side / 2 + 0.8}" y="${-side / 2 + 0.8}" width="${side - 1.6}" height="${side - 1.6}" stroke-width="0.16"/>${rosette(side / 2 - 1.6, 8, 6, 0.3)}</g>`
}

/** Closed curves r = R (1 - d + d cos(n t + phase)), turned against each other. */
function rosette(radius: number, petals: number, turns: number, depth: number): string {
  const steps = petals * 16
  return Array.from({ length: turns }, (_, turn) => {
    const phase = (2 * Math.PI * turn) / turns
    const points = Array.from({ length: steps }, (_, step) => {
      const angle = (2 * Math.PI * step) / steps
      const r = radius * (1 - depth + depth * Math.cos(petals * angle + phase))
      return `${short(r * Math.cos(angle))} ${short(r * Math.sin(angle))}`
    })
    return `<path d="M${points.join('L')}z"/>`
  }).join('')
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
