import type { Implementation } from '@yiwang/catalogue/contract'
import { findItemType } from '@yiwang/standards'
import type { Translate } from '../i18n.ts'
import { limitWords } from './dates.ts'

/** What appendix 1 also says of an item and no section above has shown yet. */
export function elementsOf(item: Implementation, t: Translate): { label: string; value: string }[] {
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(t('list.comma'))
  const all: [string, string | undefined][] = [
    ['implementingCode', item.implementingCode],
    ['baseCode', item.baseCode],
    ['itemType', findItemType(item.itemType)?.name ?? item.itemType],
    ['level', item.exerciseLevels.map((level) => t(`level6.${level}`)).join(t('list.comma'))],
    ['body', item.bodyName],
    ['bodyNature', t(`bodyNature.${item.bodyNature}`)],
    ['jointBodies', names(item.jointBodies)],
    ['authorityDivision', item.authorityDivision],
    ['exerciseContent', item.exerciseContent],
    ['caseKind', t(`caseKind.${item.caseKind}`)],
    ['statutory', limitWords(item.statutoryLimit, t)],
    ['committed', limitWords(item.committedLimit, t)],
    ['resultName', item.result.name],
    ['range', t(`range.${item.crossRegionRange ?? 'fixed'}`)],
    ['intermediaries', names(item.intermediaries)],
    ['runningSystem', item.runningSystem.name ?? t(`level6.${item.runningSystem.level}`)],
  ]
  return all.flatMap(([key, value]) => (value ? [{ label: t(`element.${key}`), value }] : []))
}
