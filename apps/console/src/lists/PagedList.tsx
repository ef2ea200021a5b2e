import type { ReactNode } from 'react'
import { ReadFailed } from '../shell/Failures.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ListTable, type Column } from './ListTable.tsx'
import { usePages } from './use-pages.ts'

interface PagedShape<Row> {
  path: string
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  label: string
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  onOpen?: (row: Row, rows: readonly Row[]) => void
  compact?: boolean
  tools?: ReactNode
  empty: ReactNode
}

/** A list that fetches itself, page by page. */
export function PagedList<Row>({ path, query, onOpen, ...shape }: PagedShape<Row>) {
  const { pages, rows, more } = usePages<Row>(path, query)
  const instead = pages.isPending ? (
    <PageSkeleton />
  ) : pages.error ? (
    <ReadFailed error={pages.error} again={() => void pages.refetch()} />
  ) : undefined
  const opening = onOpen ? { onOpen: (row: Row) => onOpen(row, rows) } : {}
  return <ListTable<Row> {...shape} rows={rows} more={more} instead={instead} {...opening} />
}
