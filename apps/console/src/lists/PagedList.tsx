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
  if (pages.isPending) {
    return (
      <div className="list">
        {shape.tools && <div className="list-tools">{shape.tools}</div>}
        <PageSkeleton />
      </div>
    )
  }
  if (pages.error && rows.length === 0) return <ReadFailed error={pages.error} again={() => void pages.refetch()} />
  return <ListTable<Row> {...shape} rows={rows} more={more} {...(onOpen ? { onOpen: (row) => onOpen(row, rows) } : {})} />
}
