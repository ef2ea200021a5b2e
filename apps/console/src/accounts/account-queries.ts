import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useMay } from '../session/me.ts'

/** To choose from, and for their names; the list itself has pages. */
export function useRoles() {
  const may = useMay()
  const queryFn = async () => (await api.get('/roles', { query: { limit: 100 } })).items
  return useQuery({ queryKey: ['/roles', 'names'], queryFn, enabled: may('organisation.lookRoles') })
}

export function useRole(code: string) {
  return useQuery({
    queryKey: ['/roles', 'one', code],
    queryFn: async () => (code === 'new' ? null : api.get('/roles/{code}', { path: { code } })),
  })
}

export function usePermissionEntries() {
  return useQuery({ queryKey: ['permissions'], queryFn: () => api.get('/permissions'), staleTime: Infinity })
}

export function useStaff(id: string) {
  return useQuery({ queryKey: ['staff', id], queryFn: () => api.get('/staff/{id}', { path: { id } }) })
}
