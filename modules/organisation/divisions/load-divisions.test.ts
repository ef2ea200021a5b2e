import { openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { divisionPath, getDivision, loadDivisions, organisation } from '../index.ts'
import { aDivisionTree, places } from '../testing.ts'

test('the table of divisions is taken over, and every place knows its way to the nation', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act(aDivisionTree)
  const path = await hall.act((act) => divisionPath(act.tx, places.village))
  expect(path.map(({ name, level }) => `${level} ${name}`)).toEqual([
    'nation 中国',
    'province 浙江省',
    'city 杭州市',
    'county 上城区',
    'township 清波街道',
    'village 清波门社区',
  ])
  expect(await hall.act((act) => getDivision(act.tx, '330102000000'))).toEqual({
    code: '330102',
    name: '上城区',
    level: 'county',
    parent: '330100',
  })
  expect(await hall.published()).toEqual([{ name: 'divisions.loaded', body: { count: 10 } }])
})

test('a division whose parent nobody knows is refused, and with it the whole table', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const load = (...codes: string[]) =>
    hall.act((act) =>
      loadDivisions(
        act,
        codes.map((code) => ({ code, name: `区划${code}` })),
      ),
    )
  await expect(load('000000', '330000', '370101')).rejects.toMatchObject({ code: 'division.parentMissing', details: { codes: ['370100'] } })
  await expect(load('000000', '990000')).rejects.toMatchObject({ code: 'division.codeInvalid' })
  await expect(hall.act((act) => getDivision(act.tx, '330000'))).rejects.toMatchObject({ code: 'division.notFound' })
  expect(await hall.published()).toEqual([])
})

test('a table loaded again changes names and doubles nothing', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act(aDivisionTree)
  await hall.act((act) => loadDivisions(act, [{ code: '330102', name: '上城区（新）' }]))
  expect(await hall.act((act) => getDivision(act.tx, '330102'))).toMatchObject({ name: '上城区（新）', parent: '330100' })
})

test('who stands in a place with the same name twice in one table is entered once', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const twice = { code: '330000', name: '浙江省' }
  expect(await hall.act((act) => loadDivisions(act, [{ code: '000000', name: '中国' }, twice, twice]))).toEqual({ count: 2 })
})
