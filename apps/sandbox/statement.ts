/** The legal day is Shanghai's, which knows no summer time. */
export function legalDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}

export function csv<Column extends string>(columns: readonly Column[], rows: readonly Record<Column, string | number>[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(String(row[column]))).join(','))
  return [columns.join(','), ...lines].join('\n') + '\n'
}

/** Quoted where needed; a leading formula sign gets an apostrophe, as people open these in spreadsheets. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
