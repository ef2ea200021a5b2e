import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { t } from '../words/index.ts'

/** The posts of a body (岗位). */
export function usePosts(bodyCode: string) {
  return useQuery({
    queryKey: ['posts', bodyCode],
    queryFn: async () => (await api.get('/bodies/{code}/posts', { path: { code: bodyCode }, query: { limit: 100 } })).items,
    staleTime: 300_000,
  })
}

/** Posts by their names; the codes are for flows. */
export function PostNames({ bodyCode, posts }: { bodyCode: string; posts: readonly string[] }) {
  const known = usePosts(bodyCode).data ?? []
  if (posts.length === 0) return t('shell.none')
  return posts.map((post) => known.find(({ code }) => code === post)?.name ?? post).join('、')
}
