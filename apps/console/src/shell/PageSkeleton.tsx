import { t } from '../words/index.ts'

/** The shape of what is coming, so that nothing jumps. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status" aria-label={t('shell.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} style={{ width: `${92 - ((row * 17) % 38)}%` }} />
      ))}
    </div>
  )
}
