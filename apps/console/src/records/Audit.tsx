import type { AuditEntry } from '@yiwang/kernel/contract'
import { sayMoment } from '../dates.ts'
import type { Column } from '../lists/ListTable.tsx'
import { PagedList } from '../lists/PagedList.tsx'
import { SearchBox } from '../lists/SearchBox.tsx'
import { useAddress } from '../lists/use-address.ts'
import { Behind } from '../shell/Behind.tsx'
import { Empty } from '../shell/Empty.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t, tOf } from '../words/index.ts'
import { ActorName } from './ActorName.tsx'
import { AuditChainCard } from './AuditChainCard.tsx'
import { RecordTabs } from './RecordTabs.tsx'

/** Who did what about what (审计记录), for the audit administrator; whether the chain holds stands above it. */
export function Audit() {
  return (
    <Behind anyOf={['kernel.lookAudit']}>
      <RecordTabs />
      <AuditChainCard />
      <AuditLog />
    </Behind>
  )
}

function AuditLog() {
  const { values, set } = useAddress(['subject', 'actor', 'outcome', 'by'])
  const denied = values.outcome === 'denied'
  const everything = values.by === 'all'
  return (
    <PagedList
      path="/audit"
      query={{
        subject: sound(values.subject),
        actor: sound(values.actor),
        outcome: denied ? 'denied' : undefined,
        byPeople: everything ? undefined : true,
      }}
      label={t('audit.title')}
      columns={columns((actor) => set({ actor }))}
      keyOf={({ position }) => String(position)}
      tools={
        <>
          <SearchBox value={values.subject} onSearch={(subject) => set({ subject })} placeholder={t('audit.search')} />
          <div className="chips">
            <button type="button" className="chip" aria-pressed={denied} onClick={() => set({ outcome: denied ? undefined : 'denied' })}>
              {t('audit.onlyDenied')}
            </button>
            <button type="button" className="chip" aria-pressed={everything} onClick={() => set({ by: everything ? undefined : 'all' })}>
              {t('audit.alsoSystem')}
            </button>
            {values.actor && (
              <button type="button" className="chip" aria-pressed onClick={() => set({ actor: undefined })}>
                {t('audit.onlyActor')} <Icon name="close" size={14} />
              </button>
            )}
          </div>
        </>
      }
      empty={<Empty icon="shield" title={t('audit.none')} text={t('audit.noneText')} />}
    />
  )
}

/** What cannot be a number or key of ours finds nothing and is not asked. */
const sound = (text: string | undefined) => text?.replaceAll(/[^A-Za-z0-9._:-]/g, '').slice(0, 100) || undefined

const columns = (onActor: (id: string) => void): Column<AuditEntry>[] => [
  {
    key: 'act',
    title: t('audit.act'),
    main: true,
    cell: ({ act, permissionName, outcome }) => (
      <>
        <span className="list-main">
          {permissionName ?? act} {outcome === 'denied' && <span className="tag red">{t('audit.denied')}</span>}
        </span>
        <span className="list-sub">{act.split('#').at(-1)}</span>
      </>
    ),
  },
  {
    key: 'actor',
    title: t('audit.actor'),
    cell: ({ actorKind, actorId }) => (
      <button type="button" className="link" onClick={() => onActor(actorId)}>
        <ActorName kind={actorKind} id={actorId} />
      </button>
    ),
  },
  {
    key: 'subject',
    title: t('audit.subject'),
    wide: true,
    cell: ({ subject }) => <span className="figures small">{sayTheSubject(subject)}</span>,
  },
  {
    key: 'chained',
    title: t('audit.chained'),
    width: 110,
    cell: ({ chained }) => <span className={chained ? 'tag green' : 'tag'}>{t(chained ? 'audit.inChain' : 'audit.waiting')}</span>,
  },
  { key: 'at', title: t('records.at'), width: 150, cell: ({ at }) => <span className="figures quiet">{sayMoment(at)}</span> },
]

/** The keys an act was about; what stands in its address. */
export function sayTheSubject(subject: Record<string, unknown>): string {
  const values = Object.entries(subject).map(([name, value]) => `${tOf('auditSubject', name)} ${String(value)}`)
  return values.join('，') || t('shell.none')
}
