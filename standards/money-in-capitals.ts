import { plainYuan } from './money.ts'
import type { Fen } from './money.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

/** Four digits as 壹仟零玖; zeros inside become one 零, zeros at the end none. */
function fourDigits(group: string): string {
  let text = ''
  let gap = false
  for (const [index, digit] of group.split('').entries()) {
    if (digit === '0') {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${DIGITS.charAt(Number(digit))}${PLACES[group.length - 1 - index] ?? ''}`
    gap = false
  }
  return text
}

function integerPart(yuan: string): string {
  let text = ''
  let gap = false
  const padded = yuan.padStart(12, '0')
  for (let place = 2; place >= 0; place -= 1) {
    const group = padded.slice(8 - place * 4, 12 - place * 4)
    const words = fourDigits(group)
    if (words === '') {
      gap = text !== ''
      continue
    }
    text += `${text !== '' && (gap || group.startsWith('0')) ? '零' : ''}${words}${GROUPS[place] ?? ''}`
    gap = false
  }
  return text
}

/**
 * An amount in capitals (中文大写金额) as the rules for filling in bills ask (正确填写票据和结算凭证的基本规定): 整 after yuan or jiao, none after
 * fen; zeros between digits written once; 零 before fen when there are no jiao, and before jiao when the yuan end in 0.
 */
export function yuanInCapitals(amount: Fen): string {
  const [yuan = '', fraction = ''] = plainYuan(amount).split('.')
  const jiao = fraction.charAt(0)
  const fen = fraction.charAt(1)
  const whole = yuan === '0' ? '' : `${integerPart(yuan)}元`
  if (fraction === '00') return `${whole || '零元'}整`
  const needsZero = whole !== '' && (jiao === '0' || yuan.endsWith('0'))
  const jiaoWords = jiao === '0' ? '' : `${DIGITS.charAt(Number(jiao))}角`
  const fenWords = fen === '0' ? '整' : `${DIGITS.charAt(Number(fen))}分`
  return `${whole}${needsZero ? '零' : ''}${jiaoWords}${fenWords}`
}
