/** Real use of items, from which hot items are ranked. */
import { sql } from 'kysely'
import type { Act } from '@yiwang/kernel'
import { addDays, legalDay } from '@yiwang/standards'

/** One more application today. */
export async function countUse(act: Act, implementationCode: string): Promise<void> {
  await sql`insert into catalogue.use_day (implementation_code, day, uses) values (${implementationCode}, ${legalDay(act.now)}, 1)
    on conflict (day, implementation_code) do update set uses = use_day.uses + 1`.execute(act.tx)
}

/** The rank of every item whose use of the last 30 days has changed; days beyond are forgotten. */
export async function rankItems(act: Act): Promise<void> {
  const since = addDays(legalDay(act.now), -29)
  await sql`delete from catalogue.use_day where day < ${since}`.execute(act.tx)
  await sql`update catalogue.listing l set rank = coalesce(u.rank, 0)
    from catalogue.listing old left join
      (select implementation_code, -sum(uses)::int as rank from catalogue.use_day group by implementation_code) u using (implementation_code)
    where l.implementation_code = old.implementation_code and l.rank <> coalesce(u.rank, 0)`.execute(act.tx)
}
