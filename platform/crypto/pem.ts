import { CryptoProblem } from './problems.ts'

/** The DER blocks of one kind in a PEM text, in order. */
export function pemBlocks(text: string, label: string): Buffer[] {
  const blocks = text.split(`-----BEGIN ${label}-----`).slice(1)
  return blocks.map((block) => {
    const [body, after] = block.split(`-----END ${label}-----`)
    if (body === undefined || after === undefined) throw new CryptoProblem('notDer', `PEM ${label} without an end`)
    return Buffer.from(body, 'base64')
  })
}

export function toPem(der: Uint8Array, label: string): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
