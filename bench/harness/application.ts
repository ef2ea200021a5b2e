import { randomInt } from 'node:crypto'
import type { AcceptInput, CompleteTaskInput, DecideInput, WalkInInput } from '@yiwang/cases/contract'
import { inventedPersonId } from '@yiwang/standards/testing'

/** An application as somebody brings it to the counter: no two applicants alike. */
export function anApplication(implementationCode: string): WalkInInput {
  const birth = `19${randomInt(50, 100)}-${twoDigits(randomInt(1, 13))}-${twoDigits(randomInt(1, 29))}`
  return {
    implementationCode,
    applicant: {
      kind: 'person',
      name: '张测试',
      number: inventedPersonId({ division: '330102', birth, order: randomInt(901, 1000) }),
      phone: '13800000001',
    },
    answers: {},
    form: { place: '清波街道样例路1号', area: 86 },
    materials: [
      { code: 'statement', source: 'paper' },
      { code: 'plan', source: 'paper' },
    ],
    delivery: { method: 'counter' },
  }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

export const acceptance: AcceptInput = { originalsSeen: [], deferred: [], opinion: '材料齐全，予以受理。' }
export const taskOpinion: CompleteTaskInput = { opinion: '经审查，符合法定条件。' }
export const decision: DecideInput = { decision: 'approved', reasons: '经审查，符合法定条件，准予许可。' }
