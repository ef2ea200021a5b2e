import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type JudgeProgram = 'openssl' | 'pdfsig'

export type Verdict = { status: number | null; output: string }

/** Test equipment: whether an independent program that judges our signatures is on this machine; says so loudly when it is not. */
export function hasJudge(program: JudgeProgram): boolean {
  const found = spawnSync(program, [program === 'openssl' ? 'version' : '-v']).error === undefined
  if (!found) console.warn(`LEFT OUT: ${program} is not on this machine, so its judgement of our signatures was not asked.`)
  return found
}

/** Runs the program on files given by name, in a folder of their own; `output` is what it said on both streams. */
export function askJudge(program: JudgeProgram, args: readonly string[], files: Record<string, Uint8Array | string>): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, timeout: 20_000 })
    return { status, output: `${stdout.toString('latin1')}${stderr.toString('latin1')}` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
