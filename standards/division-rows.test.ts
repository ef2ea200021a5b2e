import { expect, test } from 'vitest'
import { parseDivisionRows } from './division-rows.ts'

const table = `code,name,level,parent,gb2260,note
110000,北京市,1,000000,1,
110100,市辖区,2,110000,0,"grouping node, not a real division"
110101,东城区,3,110100,1,
340178,合肥新站高新技术产业开发区,3,340100,0,statistical-only (development zone etc.)
`

test('rows become divisions in canonical form; what only statistics count is marked', () => {
  const rows = parseDivisionRows(table)
  expect(rows.map(({ code, level, official, grouping }) => [code, level, official, grouping])).toEqual([
    ['110000000000', 'province', true, false],
    ['110100000000', 'city', false, true],
    ['110101000000', 'county', true, false],
    ['340178000000', 'county', false, false],
  ])
  expect(rows[1]).toEqual({
    code: '110100000000',
    name: '市辖区',
    level: 'city',
    parent: '110000000000',
    official: false,
    grouping: true,
    note: 'grouping node, not a real division',
  })
})

test('streets name their area, villages their street; a table without parents lets the code say it', () => {
  expect(parseDivisionRows('code,name,area\n330102001,清波街道,330102\n')[0]).toMatchObject({
    level: 'township',
    parent: '330102000000',
    official: true,
  })
  expect(parseDivisionRows('code,name,street\r\n330102001051,清波门社区,330102001')[0]).toMatchObject({
    level: 'village',
    parent: '330102001000',
  })
  expect(parseDivisionRows('\uFEFFcode,name\n330102001,清波街道\n')[0]).toMatchObject({ parent: '330102000000' })
})

test('a broken table is refused with the line', () => {
  expect(() => parseDivisionRows('name,code\n')).toThrow('header')
  expect(() => parseDivisionRows('')).toThrow('header')
  expect(() => parseDivisionRows('code,name\n33010,x\n')).toThrow('code in line 2')
  expect(() => parseDivisionRows('code,name,area\n330102001,x,9\n')).toThrow('code in line 2')
  expect(() => parseDivisionRows('code,name\n330102,\n')).toThrow('name in line 2')
  expect(() => parseDivisionRows('code,name\n330102,上城区\n330102,又一个\n')).toThrow('code twice, line 3')
})

test('quotes inside quotes are one', () => {
  expect(parseDivisionRows('code,name,note\n330102,"上""城""区","a,b"\n')[0]).toMatchObject({ name: '上"城"区', note: 'a,b' })
})
