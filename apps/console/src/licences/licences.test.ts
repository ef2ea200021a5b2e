import type { LicenceState } from '@yiwang/licences/contract'
import { can } from '@yiwang/licences/lifecycle'
import { expect, test } from 'vitest'
import { licenceSteps, notNow } from './licence-acts.ts'
import { toType } from './TypePage.tsx'

const states: LicenceState[] = ['pending', 'valid', 'expired', 'suspended', 'rescinded', 'cancelled', 'revoked', 'transferred', 'lost']

test('a step on a licence can be pressed exactly where the server allows it', () => {
  const all = licenceSteps.flatMap(({ act }) => states.map((state) => ({ act, state })))
  expect(all.filter(({ act, state }) => (notNow(act, state) === undefined) !== can(act, { state }))).toEqual([])
  expect(notNow('cancel', 'revoked')).toMatch('已吊销')
})

test('a type is sent whole: lists stay lists, unset switches are off, foreign members stay behind', () => {
  const sent = toType({
    code: 'X',
    version: 3,
    state: 'draft',
    name: ' 食品经营许可证 ',
    numberPrefix: '',
    fields: [{ key: 'scope', label: '经营项目', kind: 'text' }],
  })
  expect(sent).toEqual({
    name: '食品经营许可证',
    numberPrefix: '',
    issuers: [],
    fields: [{ key: 'scope', label: '经营项目', kind: 'text', required: false }],
  })
})
