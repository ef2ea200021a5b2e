import { sql } from 'kysely'
import type { Act } from './act.ts'
import { systemActor } from './actor.ts'
import type { Module } from './module.ts'
import { perform, type Ground } from './perform.ts'

type Reaction = (act: Act, body: unknown) => Promise<void>

/** All reactions of the house by `<module>:<event>`. */
export function reactionTable(modules: readonly Module[]): ReadonlyMap<string, Reaction> {
  const pairs = modules.flatMap((module) =>
    Object.entries(module.reactions ?? {}).map(([event, react]) => [`${module.name}:${event}`, react as Reaction] as const),
  )
  return new Map(pairs)
}

/** Which reactions wait for an event. */
export function listeners(table: ReadonlyMap<string, Reaction>): (event: string) => readonly string[] {
  const byEvent = new Map<string, string[]>()
  for (const key of table.keys()) {
    const event = key.slice(key.indexOf(':') + 1)
    byEvent.set(event, [...(byEvent.get(event) ?? []), key])
  }
  return (event) => byEvent.get(event) ?? []
}

/** Runs one reaction to one event, once: a second delivery finds the note of the first and does nothing. */
export async function runReaction(
  ground: Ground,
  table: ReadonlyMap<string, Reaction>,
  data: { eventId: string; reaction: string },
): Promise<void> {
  const react = table.get(data.reaction)
  if (!react) throw new Error(`no reaction ${data.reaction}`)
  const by = systemActor(data.reaction)
  await perform(ground, { act: data.reaction, by, subject: { eventId: data.eventId } }, async (act) => {
    const noted =
      await sql`insert into kernel.reaction_done (event_id, reaction, done_at) values (${data.eventId}, ${data.reaction}, ${act.now})
      on conflict do nothing returning 1 as one`.execute(act.tx)
    if (noted.rows.length === 0) return
    const { rows } = await sql<{ body: unknown }>`select body from kernel.event where id = ${data.eventId}`.execute(act.tx)
    if (rows[0]) await react(act, rows[0].body)
  })
}
