import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useMay } from '../session/me.ts'

export function usePosts(bodyCode: string) {
  return useQuery({
    queryKey: ['posts', bodyCode],
    queryFn: () => api.get('/bodies/{code}/posts', { path: { code: bodyCode } }),
    staleTime: 300_000,
  })
}

export function useRoles() {
  const may = useMay()
  return useQuery({ queryKey: ['roles'], queryFn: () => api.get('/roles'), enabled: may('organisation.lookRoles') })
}

export function usePermissionEntries() {
  return useQuery({ queryKey: ['permissions'], queryFn: () => api.get('/permissions'), staleTime: Infinity })
}

export function useStaff(id: string) {
  return useQuery({ queryKey: ['staff', id], queryFn: () => api.get('/staff/{id}', { path: { id } }) })
}
