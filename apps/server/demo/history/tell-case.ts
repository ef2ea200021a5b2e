import { apply } from './apply-story.ts'
import { handOver, rate } from './hand-over-story.ts'
import { handle } from './handle-story.ts'
import { takeIn } from './intake-story.ts'
import { ended, look, type Story, type Telling } from './telling.ts'

/** One case from the wish to the rating. */
export async function* story(telling: Telling): Story {
  yield* apply(telling)
  yield* takeIn(telling)
  yield* handle(telling)
  if (!ended(await look(telling))) yield* handOver(telling)
  yield* rate(telling)
}

/** Tells a case up to the given moment. */
export async function tellCase(telling: Telling, until: () => Date): Promise<void> {
  const told = story(telling)
  for (let next = await told.next(); !next.done; next = await told.next()) {
    if (next.value > until()) {
      await told.return()
      return
    }
    // what was just done may have taken the clock a little further already
    if (next.value > telling.past.clock.now()) telling.past.clock.set(next.value)
  }
}
