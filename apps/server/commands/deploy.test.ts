import { existsSync, readFileSync } from 'node:fs'
import { readSettings, settingTable } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { readFounding } from './founding.ts'

const at = (name: string) => new URL(`../../../deploy/${name}`, import.meta.url)
const read = (name: string) => readFileSync(at(name), 'utf8')
const example = Object.fromEntries(
  read('yiwang.env.example')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
)
const secrets = Object.values(settingTable).filter((setting) => 'secret' in setting)

test('the example names every secret and no setting that there is not; as it stands a production start refuses it', () => {
  const known = Object.values(settingTable).map(({ env }) => env)
  expect(Object.keys(example).filter((name) => !known.includes(name))).toEqual([])
  expect(secrets.map(({ env }) => env).filter((name) => !(name in example))).toEqual([])
  expect(() => readSettings(example)).toThrow('production needs secrets of its own')
  const filled = Object.fromEntries(secrets.map(({ env }) => [env, 'a-secret-of-this-installation-0123456789']))
  expect(readSettings({ ...example, ...filled }).mode).toBe('production')
})

test('the example of a founding is one, and a slip in it is named', () => {
  const text = read('founding.example.json')
  const founding = readFounding(text)
  expect(existsSync(at(founding.divisions))).toBe(true)
  expect(() => readFounding(text.replace('"loginName": "audit"', '"loginName": "Au dit"'))).toThrow('/administrators/audit/loginName')
  expect(() => readFounding(text.replace('"duties"', '"dutties"'))).toThrow('the founding file is wrong')
})
