import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pgProgram } from './pg-program.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pg-program-'))
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const url = 'postgres://yiwang:a%2Fb%20secret@database:5432/yiwang?sslmode=require'
const program = (text: string) => writeFileSync(join(folder, 'pg_dump'), `#!/bin/sh\n${text}\n`, { mode: 0o755 })

test('the password of the database stands on no command line', () => {
  program(`echo "$@" > ${folder}/said; printf %s "$PGPASSWORD" > ${folder}/password`)
  pgProgram('pg_dump', url, ['--format=custom'])
  const said = readFileSync(join(folder, 'said'), 'utf8').trim()
  expect(said).toBe('--format=custom --dbname=postgres://yiwang@database:5432/yiwang?sslmode=require')
  expect(readFileSync(join(folder, 'password'), 'utf8')).toBe('a/b secret')
})

test('a program that fails is said', () => {
  program('exit 3')
  expect(() => pgProgram('pg_dump', url, [])).toThrow('pg_dump failed')
})
