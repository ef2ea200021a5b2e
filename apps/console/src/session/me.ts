import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'
import type { Me } from '@yiwang/identity/contract'
import { api } from '../api.ts'

const key = ['session', 'me']

/** Who is signed in; nobody is `null`, not an error. */
export function useSession() {
  return useQuery({ queryKey: key, queryFn: whoIsIt, staleTime: 60_000 })
}

async function whoIsIt(): Promise<Me | null> {
  try {
    return await api.get('/me')
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null
    throw error
  }
}

/** The member of staff at work; only used behind the sign-in. */
export function useMe(): Me & { staff: NonNullable<Me['staff']> } {
  const { data } = useSession()
  if (!data?.staff) throw new Error('nobody is signed in')
  return { ...data, staff: data.staff }
}

/** Whether the person holds a permission; how far it reaches the server says. */
export function useMay(): (permission: string) => boolean {
  const { staff } = useMe()
  return (permission) => staff.permissions.includes(permission)
}

/** After signing in everything is asked anew, by the new eyes. */
export function useSignedIn(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    client.setQueryData(['session', 'ended'], false)
    await client.invalidateQueries()
  }
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    try {
      await api.delete('/sessions/current')
    } finally {
      client.clear()
      client.setQueryData(key, null)
    }
  }
}
