import { useEffect, useState, type RefObject } from 'react'

/** j and k walk through the rows, / goes to the search, wherever on the page the hands are, except while typing. */
export function useListKeys(place: RefObject<HTMLElement | null>, rows: number) {
  const [at, setAt] = useState(-1)
  useEffect(() => {
    if (rows === 0) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const next = rowAfter(event.key, at, rows)
      if (next !== undefined) focusRow(place.current, next)
      else if (event.key === '/') place.current?.querySelector<HTMLInputElement>('.list-search input, input.list-search')?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [place, rows, at])
  return { at, setAt }
}

/** Which row a key leads to; the list ends at both ends. */
export function rowAfter(key: string, at: number, rows: number): number | undefined {
  if (rows === 0) return undefined
  if (key === 'j' || key === 'ArrowDown') return Math.min(at + 1, rows - 1)
  if (key === 'k' || key === 'ArrowUp') return Math.max(at - 1, 0)
  return undefined
}

function focusRow(place: HTMLElement | null, row: number): void {
  const found = place?.querySelector<HTMLElement>(`[data-row="${row}"]`)
  found?.focus()
  found?.scrollIntoView({ block: 'nearest' })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="dialog"]') !== null)
  )
}
