import type { Audience, ThemeCount } from '@yiwang/catalogue/contract'
import { corporateThemes, personThemes } from '@yiwang/standards'
import type { IconName } from '@yiwang/ui/icons'
import { type Api, isOk } from '../api.ts'
import type { Language } from '../i18n.ts'
import { nameIn } from './english-names.ts'
import { itemHref } from './item.ts'
import { searchHref } from './search.ts'
import { themePictures } from './theme-pictures.ts'

export type Theme = { name: string; icon: IconName; href: string; count: number; items: { name: string; href: string }[] }

/** The guide's themes in its order: that of a life for persons (31), of a company for organisations (34). Those without services yet are shown too. */
export async function loadThemes(api: Api, audience: Audience, place: string, language: Language = 'zh'): Promise<Theme[]> {
  const answer = await api.get<ThemeCount[]>('/themes', { query: { audience, division: place } })
  const known = new Map((isOk(answer) && Array.isArray(answer.body) ? answer.body : []).map((one) => [one.code, one]))
  return (audience === 'person' ? personThemes : corporateThemes).entries.map(({ code, name }) => {
    const found = known.get(code)
    return {
      name: nameIn(language, name),
      icon: themePictures[name] ?? 'sparkTheme',
      href: themeHref(audience, code),
      count: found?.count ?? 0,
      items: (found?.items ?? []).slice(0, 3).map((item) => ({ name: item.name, href: itemHref(item.implementationCode) })),
    }
  })
}

export const themeHref = (audience: Audience, theme: string): string => searchHref({ question: '', filters: { audience, theme } })
