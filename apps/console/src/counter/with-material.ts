import type { GivenMaterial } from '@yiwang/cases/contract'

/** The materials with one put in or taken out. */
export function withMaterial(
  before: Readonly<Record<string, GivenMaterial>>,
  code: string,
  material: GivenMaterial | undefined,
): Readonly<Record<string, GivenMaterial>> {
  const others = Object.entries(before).filter(([key]) => key !== code)
  return Object.fromEntries(material ? [...others, [code, material]] : others)
}
