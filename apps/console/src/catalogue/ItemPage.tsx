import { useQuery } from '@tanstack/react-query'
import type { DraftDesk, Implementation } from '@yiwang/catalogue/contract'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../api.ts'
import { orNothing } from '../acts/or-nothing.ts'
import { Icon } from '../shell/Icon.tsx'
import { NotFound, ReadFailed } from '../shell/Failures.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { t, tOf } from '../words/index.ts'
import { ElementEditor } from './editor/ElementEditor.tsx'
import { ItemActs } from './ItemActs.tsx'
import { PublishedItem } from './PublishedItem.tsx'
import { RevisionChanges } from './RevisionChanges.tsx'
import { RevisionActs } from './RevisionActs.tsx'

/** One item at work: the revision on its way when there is one, otherwise what is in force. */
export function ItemPage() {
  const { implementationCode: code = '' } = useParams()
  const draft = useQuery({
    queryKey: ['draft', code],
    queryFn: () => orNothing(api.get('/implementations/{implementationCode}/draft', { path: { implementationCode: code } })),
  })
  const published = useQuery({
    queryKey: ['published', code],
    queryFn: () => orNothing(api.get('/items/{implementationCode}', { path: { implementationCode: code } })),
  })
  if (draft.isPending || published.isPending) return <PageSkeleton />
  if (draft.error) return <ReadFailed error={draft.error} again={() => void draft.refetch()} />
  if (!draft.data && !published.data) return <NotFound />
  const name = draft.data?.revision.elements.name ?? published.data?.name ?? code
  return (
    <>
      <p className="crumb">
        <Link to="/catalogue">
          <Icon name="arrowLeft" size={18} /> {t('catalogue.items')}
        </Link>
      </p>
      <header className="page-head">
        <h1>{name}</h1>
        {published.data && <span className="tag green">{tOf('itemState', published.data.state)}</span>}
        {draft.data && <span className="tag blue">{tOf('revisionState', draft.data.revision.state)}</span>}
        <p className="lead figures">{code}</p>
      </header>
      {draft.data ? (
        <OnItsWay
          key={`${draft.data.revision.id} ${draft.data.revision.state}`}
          desk={draft.data}
          published={published.data ?? undefined}
        />
      ) : (
        published.data && (
          <>
            <ItemActs item={published.data} />
            <PublishedItem item={published.data} />
          </>
        )
      )}
    </>
  )
}

function OnItsWay({ desk, published }: { desk: DraftDesk; published: Implementation | undefined }) {
  const [comparing, setComparing] = useState(false)
  return (
    <>
      <RevisionActs desk={desk} comparing={comparing} onCompare={published ? () => setComparing(!comparing) : undefined} />
      {comparing && published ? <RevisionChanges now={desk.revision.elements} before={published} /> : <ElementEditor desk={desk} />}
    </>
  )
}
