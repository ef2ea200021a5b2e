const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'application/json': '.json',
}

/** Gives a file that was read to the machine, under the name it has on the screen. */
export function download(file: Blob, title: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${title}${endings[file.type] ?? ''}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
