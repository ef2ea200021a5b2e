import { expect, test } from 'vitest'
import { onceAnAct } from './once.ts'
import type { Desk } from './act.ts'

const deskOfAnAct = () => ({}) as Pick<Desk, 'tx'>

test('what two ask in one act is asked once, also when both ask at once; another act asks anew', async () => {
  let asked = 0
  const ask = async () => (asked += 1)
  const desk = deskOfAnAct()
  expect(await Promise.all([onceAnAct(desk, 'calendar', ask), onceAnAct(desk, 'calendar', ask)])).toEqual([1, 1])
  expect(await onceAnAct(desk, 'calendar', ask)).toBe(1)
  expect(await onceAnAct(desk, 'body', ask)).toBe(2)
  expect(await onceAnAct(deskOfAnAct(), 'calendar', ask)).toBe(3)
})

test('what could not be answered fails everybody who asked in the act', async () => {
  const desk = deskOfAnAct()
  const ask = () => Promise.reject(new Error('no connection'))
  await expect(onceAnAct(desk, 'calendar', ask)).rejects.toThrow('no connection')
  await expect(onceAnAct(desk, 'calendar', ask)).rejects.toThrow('no connection')
})
