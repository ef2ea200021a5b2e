import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

interface PageAnswer<Row> {
  items: Row[]
  next?: string
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** A keyset-paged list: what is loaded so far, and how to get more. */
export function usePages<Row>(path: string, query: Query = {}) {
  const pages = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => api.get<PageAnswer<Row>>(path, { query: { ...query, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const more = { has: pages.hasNextPage, busy: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() }
  return { pages, rows, more }
}
