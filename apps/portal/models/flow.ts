import { light } from '@yiwang/ui/tokens'

export type FlowStep = { name: string; limit?: string; who?: string; note?: string; state?: 'done' | 'now' | 'to-come'; canLoop?: boolean }

const box = { width: 124, height: 72, gap: 32 }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * 办理流程图: what the applicant meets, drawn left to right or downwards. `canLoop` marks the step that may send back for correction (补正).
 * Plain attributes only, so that the same drawing stands in the page, under the strict content policy, and as a file of its own.
 */
export function flowSvg(steps: readonly FlowStep[], words: { title: string; correction: string }, direction: 'across' | 'down'): string {
  const across = direction === 'across'
  const step = across ? box.width + box.gap : box.height + box.gap
  const loops = steps.some(({ canLoop }, index) => canLoop && index > 0)
  const length = steps.length * step - box.gap
  const [width, height] = across ? [length + 4, box.height + (loops ? 52 : 4)] : [box.width + (loops ? 120 : 4), length + 4]
  const at = (index: number) => (across ? { x: 2 + index * step, y: 2 } : { x: 2, y: 2 + index * step })
  const parts = steps.map((one, index) => boxMarkup(one, index, at(index)) + (index > 0 ? arrow(at(index - 1), at(index), across) : ''))
  const back = steps.map(({ canLoop }, index) => (canLoop && index > 0 ? loop(at(index), at(index - 1), across, words.correction) : ''))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"` +
    ` aria-label="${escape(`${words.title}：${steps.map(({ name }) => name).join(' → ')}`)}"` +
    ` font-family="PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">${parts.join('')}${back.join('')}</svg>`
  )
}

function boxMarkup({ name, limit, state }: FlowStep, index: number, { x, y }: { x: number; y: number }): string {
  const full = state === 'now'
  const fill = full ? light.blue : state === 'done' ? light.blueTint : light.surface
  const ink = full ? light.onBlue : light.ink
  const middle = x + box.width / 2
  const lines = wrapped(name)
  const first = y + (limit ? 30 : 41) - (lines.length - 1) * 9
  const dashes = state === 'to-come' ? ' stroke-dasharray="5 4"' : ''
  const names = lines.map((line, row) => text(line, middle, first + row * 19, 15, ink, 600)).join('')
  const below = limit ? text(limit, middle, y + 58, 12.5, full ? light.onBlue : light.quiet, 400) : ''
  const rect = `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="6" fill="${fill}" stroke="${light.blue}" stroke-width="1.5"${dashes}/>`
  return `<g data-step="${index + 1}">${rect}${names}${below}</g>`
}

const text = (words: string, x: number, y: number, size: number, fill: string, weight: number): string =>
  `<text x="${x}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${fill}">${escape(words)}</text>`

/** At most seven characters a line, two lines. */
function wrapped(name: string): string[] {
  if (name.length <= 7) return [name]
  const half = Math.ceil(name.length / 2)
  const cut = Math.min(half, 7)
  const rest = name.slice(cut)
  return [name.slice(0, cut), rest.length > 7 ? `${rest.slice(0, 6)}…` : rest]
}

const line = (path: string): string =>
  `<path d="${path}" fill="none" stroke="${light.blue}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`

type Point = { x: number; y: number }

function arrow(from: Point, to: Point, across: boolean): string {
  if (across) {
    const y = from.y + box.height / 2
    const end = to.x - 3
    return line(`M${from.x + box.width + 3} ${y}H${end}M${end - 7} ${y - 5}l7 5-7 5`)
  }
  const x = from.x + box.width / 2
  const end = to.y - 3
  return line(`M${x} ${from.y + box.height + 3}V${end}M${x - 5} ${end - 7}l5 7 5-7`)
}

function loop(from: Point, to: Point, across: boolean, words: string): string {
  if (across) {
    const bottom = from.y + box.height
    const [start, end] = [from.x + box.width / 2, to.x + box.width / 2]
    const path = `M${start} ${bottom + 3}v14q0 6-6 6H${end + 6}q-6 0-6-6v-14M${end - 5} ${bottom + 10}l5-7 5 7`
    return line(path) + text(words, (start + end) / 2, bottom + 42, 12.5, light.quiet, 400)
  }
  const right = from.x + box.width
  const [start, end] = [from.y + box.height / 2, to.y + box.height / 2]
  const path = `M${right + 3} ${start}h12q6 0 6-6V${end + 6}q0-6-6-6h-12M${right + 10} ${end - 5}l-7 5 7 5`
  const middle = (start + end) / 2 + 4
  return line(path) + `<text x="${right + 30}" y="${middle}" font-size="12.5" fill="${light.quiet}">${escape(words)}</text>`
}
