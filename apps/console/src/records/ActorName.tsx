import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useMay } from '../session/me.ts'
import { t } from '../words/index.ts'

/** Who acted: staff by name where one may look, people by no more than that they are people. */
export function ActorName({ kind, id }: { kind: string; id: string }) {
  const may = useMay()
  const staff = useQuery({
    queryKey: ['staff', id],
    queryFn: () => api.get('/staff/{id}', { path: { id } }),
    enabled: kind === 'staff' && may('organisation.lookStaff'),
    staleTime: 300_000,
  })
  if (kind === 'staff') return staff.data ? `${staff.data.name}（${staff.data.staffNumber}）` : t('audit.staff', { id: id.slice(-6) })
  if (kind === 'user') return t('audit.user', { id: id.slice(-6) })
  return kind === 'anyone' ? t('audit.anyone') : t('audit.system', { id })
}
