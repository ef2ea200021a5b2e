import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** A body by its name; its code until the name is known. */
export function BodyName({ code }: { code: string }) {
  const { data } = useQuery({
    queryKey: ['body', code],
    queryFn: () => api.get('/bodies/{code}', { path: { code } }),
    staleTime: Infinity,
    retry: false,
  })
  return data ? <span title={code}>{data.name}</span> : <span className="figures">{code}</span>
}
