import type { GivenMaterial } from '@yiwang/cases/contract'
import type { KeptFile } from '@yiwang/documents/contract'
import { Button } from 'antd'
import { useRef, type ChangeEvent } from 'react'
import { api } from '../api.ts'
import { sayProblem } from '../acts/problem-text.ts'
import { useAct } from '../acts/use-act.ts'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'

interface GiveShape {
  code: string
  name: string
  note?: string
  /** In which form and how many are asked for. */
  tags?: readonly string[]
  given: GivenMaterial | undefined
  mayDefer?: boolean
  onGive: (material: GivenMaterial | undefined) => void
}

/** One material at the counter: scanned or uploaded, seen on paper, or to follow. */
export function GiveMaterial({ code, name, note, tags = [], given, mayDefer, onGive }: GiveShape) {
  const input = useRef<HTMLInputElement>(null)
  const upload = useAct({
    send: (file: File) => api.upload('/files', file, file.name),
    onDone: ({ id }) => onGive({ code, source: 'upload', fileId: id }),
  })
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) upload.mutate(file)
  }
  return (
    <div className={given ? 'give given' : 'give'}>
      <div className="give-name">
        <Icon name={given ? 'done' : 'document'} />
        <div>
          <strong>{name}</strong> {mayDefer && <span className="tag amber">{t('need.deferrable')}</span>}
          {tags.length > 0 && <p className="small">{tags.join(' · ')}</p>}
          {note && <p className="quiet small">{note}</p>}
          {given && <p className="give-how">{sayGiven(given, upload.data)}</p>}
          {upload.error && (
            <p className="give-error" role="alert">
              {sayProblem(upload.error).title}
            </p>
          )}
        </div>
      </div>
      <div className="give-ways">
        <input ref={input} type="file" hidden accept="application/pdf,image/png,image/jpeg,image/webp" onChange={choose} />
        <Button icon={<Icon name="camera" size={18} />} loading={upload.isPending} onClick={() => input.current?.click()}>
          {t('give.scan')}
        </Button>
        <Button aria-pressed={given?.source === 'paper'} onClick={() => onGive({ code, source: 'paper' })}>
          {t('give.paper')}
        </Button>
        {mayDefer && (
          <Button aria-pressed={given?.source === 'deferred'} onClick={() => onGive({ code, source: 'deferred' })}>
            {t('give.defer')}
          </Button>
        )}
        {given && (
          <Button
            type="text"
            aria-label={t('give.clear', { name })}
            icon={<Icon name="close" size={18} />}
            onClick={() => onGive(undefined)}
          />
        )}
      </div>
    </div>
  )
}

function sayGiven({ source }: GivenMaterial, file: KeptFile | undefined): string {
  if (source === 'upload') return t('give.uploaded', { name: file?.name ?? '' })
  return source === 'paper' ? t('give.seen') : t('give.deferred')
}
