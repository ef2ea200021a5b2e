import type { ListPath, ListQuery, RowOf } from '@yiwang/api-client'
import type { ReactNode } from 'react'
import { ReadFailed } from '../shell/Failures.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ListTable, type Column } from './ListTable.tsx'
import { usePages } from './use-pages.ts'

interface PagedShape<Path extends ListPath> {
  path: Path
  query?: ListQuery<Path>
  label: string
  columns: readonly Column<RowOf<Path>>[]
  keyOf: (row: RowOf<Path>) => string
  onOpen?: (row: RowOf<Path>, rows: readonly RowOf<Path>[]) => void
  compact?: boolean
  tools?: ReactNode
  empty: ReactNode
}

/** A list that fetches itself, page by page. */
export function PagedList<Path extends ListPath>({ path, query, onOpen, ...shape }: PagedShape<Path>) {
  const { pages, rows, more } = usePages(path, query)
  const instead = pages.isPending ? (
    <PageSkeleton />
  ) : pages.error ? (
    <ReadFailed error={pages.error} again={() => void pages.refetch()} />
  ) : undefined
  const opening = onOpen ? { onOpen: (row: RowOf<Path>) => onOpen(row, rows) } : {}
  return <ListTable<RowOf<Path>> {...shape} rows={rows} more={more} instead={instead} {...opening} />
}
