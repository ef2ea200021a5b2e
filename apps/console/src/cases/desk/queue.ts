/** Where a case lies in the pile it was taken from, and what lies before and after it. */
export function neighbours(queue: readonly string[], caseNumber: string) {
  const index = queue.indexOf(caseNumber)
  if (index < 0 || queue.length < 2) return undefined
  return { at: index + 1, of: queue.length, previous: queue[index - 1], next: queue[index + 1] }
}
