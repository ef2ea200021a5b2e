import { materialsFor } from '@yiwang/catalogue'
import type { Answers, Material } from '@yiwang/catalogue/contract'
import type { Hand } from './past.ts'
import type { HistoryItem } from './items.ts'

export interface Given {
  code: string
  source: 'licence' | 'upload' | 'paper' | 'deferred'
  fileId?: string
  licenceIdentifier?: string
}

/** What the situation asks for; what may be left out mostly is. */
export function askedFor(item: HistoryItem, answers: Answers): Material[] {
  return materialsFor(item, answers).filter(({ need }) => need !== 'optional')
}

/** Somebody else made it: a scan of it counts only once the original was seen. */
const hasOriginal = ({ kind, source }: Pick<Material, 'kind' | 'source'>) => kind === 'certificate' || source !== 'applicant'

/** Whether 全程网办 can do without anybody's originals: a licence of the library stands for each. */
export function needsNoOriginals(materials: readonly Material[], held: readonly string[]): boolean {
  return materials.every((material) => !hasOriginal(material) || material.licenceTypes.some((type) => held.includes(type)))
}

/** Online: what the library has is linked already, the rest is uploaded. */
export async function giveOnline(hand: Hand, materials: readonly Material[], linked: readonly Given[], defers: boolean): Promise<Given[]> {
  const given: Given[] = []
  for (const { code, name, need } of materials) {
    const licence = linked.find((one) => one.code === code)
    if (licence) given.push(licence)
    else if (defers && need === 'deferrable') given.push({ code, source: 'deferred' })
    else given.push({ code, source: 'upload', fileId: await hand.upload(`${plain(name)}.pdf`, samplePdf) })
  }
  return given
}

export function giveOnPaper(materials: readonly Material[], defers: boolean): Given[] {
  return materials.map(({ code, need }) => ({ code, source: defers && need === 'deferrable' ? 'deferred' : 'paper' }))
}

export const plain = (name: string) =>
  name
    .replace(/[（(].*$/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 24)

/** One page that says what it is. */
export const samplePdf: Uint8Array = pdfSaying('SAMPLE  -  demonstration material, no real data')

function pdfSaying(words: string): Uint8Array {
  const content = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, place) => {
    const offset = pdf.length
    pdf += `${place + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = pdf.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}
