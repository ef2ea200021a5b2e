import { useSearchParams } from 'react-router'

/** Filters live in the address: they can be kept, sent and gone back to. An empty value is no filter. */
export function useAddress<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const values = Object.fromEntries(names.map((name) => [name, params.get(name) ?? undefined])) as Record<Name, string | undefined>
  const set = (changes: Partial<Record<Name, string | undefined>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries<string | undefined>(changes as Record<string, string | undefined>)) {
          if (value === undefined || value === '') after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true },
    )
  const clear = () => set(Object.fromEntries(names.map((name) => [name, undefined])) as Partial<Record<Name, undefined>>)
  return { values, set, clear, isFiltered: names.some((name) => values[name] !== undefined) }
}
