// How dates, moments and sums of money are written on Chinese official papers.

/** 2026-03-02 → 2026年3月2日 */
export function writeDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The legal day (Asia/Shanghai) of a moment, as 2026-03-02. */
export function legalDay(moment: Date): string {
  return parts(moment).day
}

/** 2026-03-02T01:05:00Z → 2026年3月2日 09:05 */
export function writeMoment(moment: Date): string {
  const { day, time } = parts(moment)
  return `${writeDate(day)} ${time}`
}

function parts(moment: Date): { day: string; time: string } {
  const part = Object.fromEntries(shanghai.formatToParts(moment).map(({ type, value }) => [type, value]))
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

/** 123456 fen → 1,234.56 */
export function writeYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Sums in capital numerals (大写金额), as 支付结算办法 annex 1 wants them: 10050 fen → 壹佰元零伍角整. */
export function writeCapitalYuan(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor((fen % 100) / 10)
  const rest = fen % 10
  const whole = yuan > 0 ? `${capitalWhole(yuan)}元` : ''
  if (jiao === 0 && rest === 0) return `${whole || '零元'}整`
  const gap = whole !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : ''
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : ''
  return `${whole}${gap}${tenths}${rest > 0 ? `${numerals[rest]}分` : '整'}`
}

function capitalWhole(yuan: number): string {
  let out = ''
  for (let group = groups.length - 1; group >= 0; group--) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000
    if (four === 0) continue
    out += `${out !== '' && four < 1000 ? '零' : ''}${capitalFour(four)}${groups[group]}`
  }
  return out
}

function capitalFour(four: number): string {
  let out = ''
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit > 0) out += `${numerals[digit]}${places[place]}`
    else if (out !== '' && !out.endsWith('零') && four % 10 ** place > 0) out += '零'
  }
  return out
}
