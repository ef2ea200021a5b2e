import type { IconName } from '@yiwang/ui/icons'
import { type Api, isOk } from '../api.ts'
import type { Audience, ApiItem } from './item.ts'
import { itemHref } from './item.ts'
import { searchHref } from './search.ts'

/** 面向自然人: the guide's 31 themes in its order, which is that of a life (guide 二（四）1). */
export const personThemes = [
  '生育收养', '户籍办理', '民族宗教', '教育科研', '入伍服役', '就业创业', '设立变更', '准营准办', '抵押质押', '职业资格', '行政缴费',
  '婚姻登记', '优待抚恤', '规划建设', '住房保障', '社会保障', '证件办理', '交通出行', '旅游观光', '出境入境', '消费维权', '公共安全',
  '司法公证', '知识产权', '环保绿化', '文化体育', '公用事业', '医疗卫生', '离职退休', '死亡殡葬', '其他',
] as const

/** 面向法人: the guide's 34 themes in its order, which is that of a company (guide 二（四）2). */
export const organisationThemes = [
  '设立变更', '准营准办', '资质认证', '年检年审', '税收财务', '人力资源', '社会保障', '投资审批', '融资信贷', '抵押质押', '商务贸易',
  '招标拍卖', '海关口岸', '涉外服务', '农林牧渔', '国土和规划建设', '交通运输', '环保绿化', '应对气候变化', '水务气象', '医疗卫生',
  '科技创新', '文体教育', '知识产权', '民族宗教', '质量技术', '检验检疫', '安全生产', '公安消防', '司法公证', '公用事业', '法人注销',
  '档案文物', '其他',
] as const

const pictures: Partial<Record<string, IconName>> = {
  生育收养: 'baby', 户籍办理: 'home', 教育科研: 'school', 就业创业: 'work', 设立变更: 'plus', 准营准办: 'shop', 职业资格: 'licence',
  行政缴费: 'card', 婚姻登记: 'rings', 优待抚恤: 'heart', 规划建设: 'factory', 住房保障: 'home', 社会保障: 'shield', 证件办理: 'licence',
  交通出行: 'car', 旅游观光: 'globe', 出境入境: 'passport', 公共安全: 'shield', 司法公证: 'scales', 环保绿化: 'leaf', 医疗卫生: 'heart',
  离职退休: 'elder', 资质认证: 'seal', 年检年审: 'calendar', 税收财务: 'card', 人力资源: 'person', 投资审批: 'documents', 农林牧渔: 'leaf',
  国土和规划建设: 'place', 交通运输: 'truck', 科技创新: 'star', 质量技术: 'done', 安全生产: 'warning', 公安消防: 'shield', 商务贸易: 'shop',
  文体教育: 'school', 公用事业: 'factory', 法人注销: 'close', 档案文物: 'folder', 知识产权: 'star', 招标拍卖: 'scales', 文化体育: 'school',
}

export type Theme = { name: string; icon: IconName; href: string; count: number; items: { name: string; href: string }[] }
type ApiTheme = { theme: string; count: number; items: Pick<ApiItem, 'implementationCode' | 'name'>[] }

export async function loadThemes(api: Api, audience: Audience, place: string): Promise<Theme[]> {
  const answer = await api.get<{ themes: ApiTheme[] }>('/themes', { query: { audience, division: place } })
  const known = new Map((isOk(answer) ? answer.body.themes : []).map((one) => [one.theme, one]))
  return (audience === 'person' ? personThemes : organisationThemes).map((name) => {
    const found = known.get(name)
    return {
      name,
      icon: pictures[name] ?? 'sparkTheme',
      href: searchHref({ question: '', filters: { audience, theme: name } }),
      count: found?.count ?? 0,
      items: (found?.items ?? []).map((item) => ({ name: item.name, href: itemHref(item.implementationCode) })),
    }
  })
}
