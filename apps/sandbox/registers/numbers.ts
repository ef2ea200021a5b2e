// The registers' own arithmetic, on purpose not shared with those who ask: two who agree are then two witnesses.

/** Citizen identity number (GB 11643): 17 digits and a check by MOD 11-2. */
export function identityNumber(division: string, bornOn: string, order: number): string {
  const body = division + bornOn.replaceAll('-', '') + String(order).padStart(3, '0')
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + '10X98765432'.charAt(weighted(body, weights, (sign) => Number(sign)) % 11)
}

/** Organisation code (GB 11714): eight signs and a check; the ninth to seventeenth of a credit code. */
export function organisationCode(body: string): string {
  const rest = 11 - (weighted(body, [3, 7, 9, 10, 5, 8, 4, 2], (sign) => Number.parseInt(sign, 36)) % 11)
  return body + (rest === 10 ? 'X' : String(rest % 11))
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Unified social credit code (GB 32100): kind of registrar and body, division, organisation code, check modulo 31. */
export function creditCode(kind: string, division: string, organisationBody: string): string {
  const body = kind + division + organisationCode(organisationBody)
  const weights = Array.from({ length: 17 }, (_, place) => power3(place))
  const rest = weighted(body, weights, (sign) => CREDIT_SIGNS.indexOf(sign)) % 31
  return body + CREDIT_SIGNS.charAt((31 - rest) % 31)
}

/** Bank card number: bin and serial with a Luhn check digit; the bin belongs to nobody. */
export function bankCardNumber(serial: number): string {
  const body = '6200009' + String(serial).padStart(11, '0')
  const sum = Array.from(body)
    .reverse()
    .reduce((total, sign, place) => total + luhn(Number(sign), place), 0)
  return body + String((10 - (sum % 10)) % 10)
}

function luhn(digit: number, place: number): number {
  const doubled = place % 2 === 0 ? digit * 2 : digit
  return doubled > 9 ? doubled - 9 : doubled
}

function power3(exponent: number): number {
  let value = 1
  for (let step = 0; step < exponent; step++) value = (value * 3) % 31
  return value
}

function weighted(body: string, weights: readonly number[], value: (sign: string) => number): number {
  return Array.from(body).reduce((sum, sign, place) => sum + value(sign) * (weights[place] ?? 0), 0)
}
