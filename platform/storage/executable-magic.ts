// First bytes of what a machine would run, whatever the name says.
const magics: readonly [what: string, head: string][] = [
  ['Windows or DOS program', 'MZ'],
  ['ELF program', '\x7fELF'],
  ['Mach-O program', '\xfe\xed\xfa\xce'],
  ['Mach-O program', '\xfe\xed\xfa\xcf'],
  ['Mach-O program', '\xce\xfa\xed\xfe'],
  ['Mach-O program', '\xcf\xfa\xed\xfe'],
  ['Java class or universal Mach-O', '\xca\xfe\xba\xbe'],
  ['Android program', 'dex\n'],
  ['WebAssembly', '\0asm'],
  ['shortcut', 'L\0\0\0\x01\x14\x02\0'],
  ['compiled help', 'ITSF'],
  ['Flash', 'FWS'],
  ['Flash', 'CWS'],
  ['Flash', 'ZWS'],
  ['script', '#!'],
  ['script', '<?php'],
  ['script', '<?='],
  ['script', '<%'],
  ['script', '<script'],
  ['script', '@echo off'],
]

/** What kind of program the first bytes are, if any. A byte order mark or white space before a script hides nothing. */
export function executableBy(head: Buffer): string | undefined {
  const text = head.subarray(0, 64).toString('latin1')
  const script = text
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  return magics.find(([what, magic]) => text.startsWith(magic) || (what === 'script' && script.startsWith(magic)))?.[0]
}
