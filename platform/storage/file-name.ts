import { FileProblem } from './problem.ts'

const longest = 120
// Control, direction and invisible characters can make “报告‮gpj.exe” look like a picture; the rest mean something to a file system or a header.
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*%`$\\/]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

export type CleanName = { name: string; ending: string }

/** A name as it may be kept and shown: its last path part, without what deceives, at most 120 characters, the ending in lower case. */
export function cleanFileName(given: string): CleanName {
  const last = given.slice(-1024).normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(unwanted, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : ''
  const stem = dot > 0 ? plain.slice(0, dot).trim() : plain
  if (stem === '' || !/^[a-z0-9]{1,8}$/.test(ending)) throw new FileProblem('fileNameNotAllowed', { name: plain.slice(0, longest) })
  const safeStem = reserved.test(stem) ? `_${stem}` : stem
  const room = longest - ending.length - 1
  return { name: `${Array.from(safeStem).slice(0, room).join('')}.${ending}`, ending }
}
