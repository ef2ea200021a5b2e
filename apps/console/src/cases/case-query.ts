import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useMay } from '../session/me.ts'

export const caseKey = (caseNumber: string) => ['case', caseNumber]

export function useCase(caseNumber: string) {
  return useQuery({
    queryKey: caseKey(caseNumber),
    queryFn: ({ signal }) => api.get('/cases/{caseNumber}', { path: { caseNumber }, signal }),
  })
}

/** The item as everybody may read it. */
export function useItem(implementationCode: string | undefined) {
  return useQuery({
    queryKey: ['item', implementationCode],
    queryFn: () => api.get('/items/{implementationCode}', { path: { implementationCode: implementationCode ?? '' } }),
    enabled: implementationCode !== undefined,
    staleTime: 300_000,
  })
}

/** 审查工作细则, for those who may read it; an item without one is handled by its public standards. */
export function useManual(implementationCode: string) {
  const may = useMay()
  return useQuery({
    queryKey: ['manual', implementationCode],
    queryFn: () => api.get('/implementations/{implementationCode}/manual', { path: { implementationCode } }),
    enabled: may('catalogue.lookManual'),
    staleTime: 300_000,
    retry: false,
  })
}
