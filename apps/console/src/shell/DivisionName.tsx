import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** A division by its name, what lies around it when one asks; its code until the name is known. */
export function DivisionName({ code }: { code: string }) {
  const { data } = useQuery({
    queryKey: ['division', code],
    queryFn: () => api.get('/divisions/{code}', { path: { code } }),
    staleTime: Infinity,
    retry: false,
  })
  if (!data) return <span className="figures">{code}</span>
  return <span title={`${data.path.map(({ name }) => name).join(' ')} ${code}`}>{data.name}</span>
}
