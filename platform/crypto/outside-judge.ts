import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** certutil keeps the store of trusted authorities that pdfsig reads. */
export type JudgeProgram = 'openssl' | 'pdfsig' | 'certutil'

export type Verdict = { status: number | null; output: string }

const versionOf: Record<JudgeProgram, string> = { openssl: 'version', pdfsig: '-v', certutil: '-H' }

/** Test equipment: whether an independent program that judges our signatures is on this machine; says so loudly when it is not. */
export function hasJudge(...programs: JudgeProgram[]): boolean {
  const missing = programs.filter((program) => spawnSync(program, [versionOf[program]]).error !== undefined)
  for (const program of missing)
    console.warn(`LEFT OUT: ${program} is not on this machine, so its judgement of our signatures was not asked.`)
  return missing.length === 0
}

/** Runs the program on files given by name, in a folder of their own; `output` is what it said on both streams. */
export function askJudge(program: JudgeProgram, args: readonly string[], files: Record<string, Uint8Array | string>): Verdict {
  return inFolder(files, (folder) => run(folder, program, args))
}

/** Poppler's word on a signed PDF where exactly one authority is trusted, in a store made for the occasion. */
export function askPdfsig(pdf: Uint8Array, trustedRoot: string): Verdict {
  return inFolder({ 'root.pem': trustedRoot, 'signed.pdf': pdf }, (folder) => {
    run(folder, 'certutil', ['-N', '-d', 'sql:.', '--empty-password'])
    run(folder, 'certutil', ['-A', '-d', 'sql:.', '-n', 'root', '-t', 'CT,C,C', '-i', 'root.pem'])
    return run(folder, 'pdfsig', ['-nssdir', '.', 'signed.pdf'])
  })
}

function run(folder: string, program: JudgeProgram, args: readonly string[]): Verdict {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, timeout: 20_000 })
  return { status, output: `${stdout.toString('latin1')}${stderr.toString('latin1')}` }
}

function inFolder<T>(files: Record<string, Uint8Array | string>, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
