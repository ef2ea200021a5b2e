import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** poppler-utils read the papers from outside, as other programs will. Where they are not installed the tests that need them are left out, loudly. */
export const popplerInstalled = spawnSync('pdftotext', ['-v']).error === undefined
if (!popplerInstalled) process.stderr.write('\n*** poppler-utils is not installed: what the PDFs hold is NOT tested ***\n\n')

export function textOf(pdf: Uint8Array, ...options: string[]): string {
  return onFile(pdf, (path) => execFileSync('pdftotext', [...options, path, '-'], { encoding: 'utf8', stdio: quietly }))
}

// poppler before 23 complains of every tagged PDF.
const quietly = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore']

/** Without the blanks and line breaks that layout puts in. */
export function wordsOf(pdf: Uint8Array): string {
  return textOf(pdf).replace(/\s+/g, '')
}

export function fontsOf(pdf: Uint8Array): { name: string; embedded: boolean; unicode: boolean }[] {
  const lines = onFile(pdf, (path) => execFileSync('pdffonts', [path], { encoding: 'utf8', stdio: quietly }))
    .split('\n')
    .slice(2)
  return lines.filter(Boolean).map((line) => {
    const [embedded, , unicode] = line.slice(37).match(/\b(yes|no)\b/g) ?? []
    return {
      name: line
        .slice(0, 37)
        .trim()
        .replace(/^[A-Z]{6}\+/, ''),
      embedded: embedded === 'yes',
      unicode: unicode === 'yes',
    }
  })
}

export function infoOf(pdf: Uint8Array): string {
  return onFile(pdf, (path) => execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: quietly, env: { ...process.env, TZ: 'UTC' } }))
}

function onFile<T>(pdf: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-pdf-'))
  try {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, pdf)
    return use(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
