import { useQuery } from '@tanstack/react-query'
import type { DraftInput } from '@yiwang/catalogue/contract'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useMe } from '../session/me.ts'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'

/** Taking up an entry of the directory as one's own item (编制实施清单): the basic elements come along, read-only. */
export function NewItem({ onDone }: { onDone: (implementationCode: string) => void }) {
  const { staff } = useMe()
  const [q, setQ] = useState('')
  const entries = useQuery({
    queryKey: ['directory', q],
    queryFn: () => api.get('/directory', { query: { q: q || undefined, limit: 20 } }),
  })
  const draft = useAct({
    send: (body: DraftInput, idempotencyKey) => api.post('/implementations', { body, idempotencyKey }),
    changes: [['/implementations']],
    onDone: ({ implementationCode }) => onDone(implementationCode),
  })
  return (
    <>
      {draft.error && <ProblemAlert error={draft.error} />}
      <p className="quiet form-lead">{t('catalogue.draftText', { body: staff.bodyName })}</p>
      <SearchBox value={q} onSearch={setQ} placeholder={t('catalogue.searchDirectory')} />
      <Read query={entries} rows={5}>
        {({ items }) => (
          <ul className="lines choose-lines">
            {items.map(({ baseCode, name, itemType }) => (
              <li key={baseCode}>
                <button type="button" disabled={draft.isPending} onClick={() => draft.mutate({ baseCode, bodyCode: staff.bodyCode })}>
                  <span>
                    {name}
                    <small>
                      {tOf('itemType', itemType)} · {baseCode}
                    </small>
                  </span>
                  <Icon name="chevronRight" size={18} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Read>
    </>
  )
}
