import { Icon } from '../shell/Icon.tsx'
import { tOf } from '../words/index.ts'

/** One of the two lowest levels, by face and word. */
export function Score({ score }: { score: number }) {
  return (
    <span className={`score ${score === 1 ? 'worst' : ''}`}>
      <Icon name={score === 1 ? 'faceVeryPoor' : 'facePoor'} size={22} /> {tOf('score', String(score))}
    </span>
  )
}
