import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useMay } from '../session/me.ts'

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
