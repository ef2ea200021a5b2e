import type { Act, Tx, Work } from '@yiwang/kernel'

/**
 * Goes through what is due, batch after batch, each one in an act of its own: one that fails is left for the next round and does not hold up the
 * others.
 * @throws AggregateError of what failed, once all had their turn.
 */
export async function inTurn<One>(
  work: Work,
  name: string,
  find: (tx: Tx, after: One | undefined) => Promise<readonly One[]>,
  run: (act: Act, one: One) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  for (let last: One | undefined; ;) {
    const batch = await work.read(({ tx }) => find(tx, last))
    for (const one of batch) {
      await work.perform(name, (act) => run(act, one)).catch((error: unknown) => failures.push(error))
    }
    last = batch.at(-1)
    if (last === undefined) break
  }
  if (failures.length > 0) throw new AggregateError(failures, `${name} failed for ${failures.length} cases`)
}
