import type { ListPath, ListQuery } from '@yiwang/api-client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** A keyset-paged list: what is loaded so far, and how to get more. */
export function usePages<Path extends ListPath>(path: Path, query: ListQuery<Path> | undefined) {
  const pages = useInfiniteQuery({
    queryKey: [path, query ?? {}],
    queryFn: ({ pageParam, signal }) => api.page(path, query, { limit: 50, after: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const more = { has: pages.hasNextPage, busy: pages.isFetchingNextPage, load: () => void pages.fetchNextPage() }
  return { pages, rows, more }
}
