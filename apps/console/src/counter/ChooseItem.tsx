import { useQuery } from '@tanstack/react-query'
import type { Implementation, ItemLine } from '@yiwang/catalogue/contract'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayLimit } from '../dates.ts'
import { ListTable } from '../lists/ListTable.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useMe } from '../session/me.ts'
import { Empty } from '../shell/Empty.tsx'
import { Read } from '../shell/Read.tsx'
import { t } from '../words/index.ts'

/** Which of the items in my grants: by name, by what people call it, by sound. */
export function ChooseItem({ onChoose }: { onChoose: (item: Implementation) => void }) {
  const { staff } = useMe()
  const [q, setQ] = useState('')
  const [own, setOwn] = useState<boolean>()
  const place = own === false ? { division: staff.division } : { body: staff.bodyCode }
  const items = useQuery({
    queryKey: ['counter-items', q, place],
    queryFn: ({ signal }) => api.get('/counter-items', { query: { q: q || undefined, ...place, limit: 20 }, signal }),
    placeholderData: (before) => before,
  })
  // A one-stop counter has no items of its own: it begins with those of the division.
  if (own === undefined && q === '' && items.data?.items.length === 0 && !items.isPlaceholderData) setOwn(false)
  const open = useAct({
    send: ({ implementationCode }: Pick<ItemLine, 'implementationCode'>) =>
      api.get('/items/{implementationCode}', { path: { implementationCode } }),
    onDone: onChoose,
  })
  return (
    <>
      {open.error && <ProblemAlert error={open.error} />}
      <Read query={items}>
        {(page) => (
          <ListTable<ItemLine>
            label={t('counter.item')}
            rows={page.items}
            keyOf={({ implementationCode }) => implementationCode}
            onOpen={(line) => open.mutate(line)}
            tools={
              <>
                <SearchBox value={q} onSearch={setQ} placeholder={t('counter.search')} />
                <div className="chips" role="group" aria-label={t('counter.whose')}>
                  <button type="button" className="chip" aria-pressed={own !== false} onClick={() => setOwn(true)}>
                    {t('counter.ownBody')}
                  </button>
                  <button type="button" className="chip" aria-pressed={own === false} onClick={() => setOwn(false)}>
                    {t('counter.wholeDivision')}
                  </button>
                </div>
              </>
            }
            empty={<Empty icon="search" title={t('counter.noItem')} text={t('counter.noItemText')} />}
            columns={[
              { key: 'name', title: t('work.item'), main: true, cell: itemName },
              { key: 'body', title: t('counter.body'), wide: true, cell: ({ bodyName }) => bodyName },
              { key: 'limit', title: t('counter.limit'), width: 130, cell: ({ committedLimit }) => sayLimit(committedLimit) },
            ]}
          />
        )}
      </Read>
    </>
  )
}

function itemName({ name, nameSegments, summary }: ItemLine) {
  return (
    <>
      <span className="list-main">
        {nameSegments ? nameSegments.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text)) : name}
      </span>
      <span className="list-sub">{summary}</span>
    </>
  )
}
