import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { indexText, queryText } from './index.ts'

// The SQL of the README, on a real PostgreSQL: what a store copies is what is tried here.
const TABLES = `
  create extension if not exists pg_trgm;
  create table entry (name text primary key, search_words tsvector not null, search_pinyin text not null);
  create index entry_search_words on entry using gin (search_words);
  create index entry_search_pinyin on entry using gin (search_pinyin gin_trgm_ops)`
const INSERT = `insert into entry values ($1, setweight(to_tsvector('simple', $2), 'A') || setweight(to_tsvector('simple', $3), 'C'), $4)`
const SEARCH = `
  select name from entry
  where search_words @@ $1::tsquery or search_words @@ $2::tsquery or $3 <% search_pinyin
  order by (search_words @@ $1::tsquery)::int * 2 + ts_rank(search_words, $2::tsquery) + word_similarity($3, search_pinyin) desc, name
  limit 20`

const entries: [name: string, body: string][] = [
  ['居民身份证申领、换领、补领', '年满十六周岁的中国公民申请居民身份证'],
  ['食品经营许可证核发（新办）', '从事食品销售和餐饮服务的经营者'],
  ['个体工商户设立登记', '自然人从事工商业经营'],
  ['取水许可审批', '利用取水工程或者设施直接从江河、湖泊或者地下取用水资源'],
  ['机动车驾驶证补证', '驾驶证遗失、损毁'],
  ['出生登记', '婴儿出生后一个月内申报户口登记'],
  ['建设工程规划许可证核发', '城镇规划区内建设'],
  ['林木采伐许可证核发', '采伐林地上的林木'],
  ['公证', '公证处办理'],
  ['𠮷野家4S店备案 1e5 007', 'http://a/b-c'],
]

const database = `search_${randomBytes(6).toString('hex')}`
let store: Client

const onServer = async (sql: string): Promise<void> => {
  const client = new Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(sql)
  await client.end()
}

beforeAll(async () => {
  await onServer(`create database ${database}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  store = new Client({ connectionString: url.href })
  await store.connect()
  await store.query(TABLES)
  for (const [name, body] of entries) {
    const { words, pinyin } = indexText(name)
    await store.query(INSERT, [name, words, indexText(body).words, pinyin])
  }
})

afterAll(async () => {
  await store.end()
  await onServer(`drop database ${database} with (force)`)
})

async function search(question: string, typing = false): Promise<string[]> {
  const { all, any, pinyin } = queryText(question, { typing })
  const { rows } = await store.query<{ name: string }>(SEARCH, [all, any, pinyin])
  return rows.map((row) => row.name)
}

test.each([
  ['身份证', '居民身份证申领、换领、补领'],
  ['身分证', '居民身份证申领、换领、补领'],
  ['sfz', '居民身份证申领、换领、补领'],
  ['身份证丢了怎么办', '居民身份证申领、换领、补领'],
  ['開飯店', '食品经营许可证核发（新办）'],
  ['食品经营许可', '食品经营许可证核发（新办）'],
  ['我想开个店', '个体工商户设立登记'],
  ['取税许可', '取水许可审批'],
  ['quhsui xuke', '取水许可审批'],
  ['驾照丢失', '机动车驾驶证补证'],
  ['小孩上户口', '出生登记'],
  ['建设工程归划', '建设工程规划许可证核发'],
  ['林木采发', '林木采伐许可证核发'],
  ['砍树', '林木采伐许可证核发'],
  ['公正处', '公证'],
  ['江河', '取水许可审批'],
  ['４ｓ店', '𠮷野家4S店备案 1e5 007'],
  ['𠮷野家', '𠮷野家4S店备案 1e5 007'],
  ['1E5', '𠮷野家4S店备案 1e5 007'],
  ['007', '𠮷野家4S店备案 1e5 007'],
])('asked for %s, %s comes first', async (question, name) => {
  expect((await search(question))[0]).toBe(name)
})

test('what is not there is not found, and nothing is asked for nothing', async () => {
  expect(await search('宇宙飞船发射')).toEqual([])
  expect(await search('！？')).toEqual([])
})

test('while somebody types, the beginning of a word is enough', async () => {
  expect(await search('江')).not.toContain('取水许可审批')
  expect(await search('江', true)).toContain('取水许可审批')
})

test('no question breaks the query', async () => {
  for (const question of [
    "'",
    "身份证'",
    '\\',
    ':*',
    '!',
    '& |',
    '<->',
    '(((',
    "a' | 'b",
    '%_',
    '\u0000',
    '$1',
    '身份证; drop table entry',
  ]) {
    await expect(search(question)).resolves.toBeInstanceOf(Array)
  }
  expect((await search("身份证' | '公证"))[0]).toBe('居民身份证申领、换领、补领')
})
