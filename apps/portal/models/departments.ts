import type { DepartmentCount, ItemsPage } from '@yiwang/catalogue/contract'
import type { Body } from '@yiwang/organisation/contract'
import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { type ItemRow, itemRow } from './item.ts'

export type Department = { code: string; name: string; href: string; count: number }
export type DepartmentPage = {
  name: string
  address: string
  phone: string
  complaintPhone: string
  rows: ItemRow[]
  found: string
  next?: string
}

const hrefOf = (code: string): string => `/departments/${encodeURIComponent(code)}`

export async function loadDepartments(api: Api, place: string): Promise<Department[]> {
  const answer = await api.get<DepartmentCount[]>('/departments', { query: { division: place } })
  if (!isOk(answer) || !Array.isArray(answer.body)) return []
  return answer.body.map(({ bodyCode, name, count }) => ({ code: bodyCode, name, count, href: hrefOf(bodyCode) }))
}

export async function loadDepartment(api: Api, code: string, after: string | null, t: Translate): Promise<DepartmentPage | undefined> {
  const body = await api.get<Body>(`/bodies/${encodeURIComponent(code)}`)
  if (!isOk(body)) return undefined
  const items = await api.get<ItemsPage>('/items', { query: { body: code, limit: 20, ...(after && { after }) } })
  const { name, address = '', phone = '', complaintPhone = '' } = body.body
  const page = isOk(items) ? items.body : { items: [], found: { count: 0, more: false } }
  return {
    name,
    address,
    phone,
    complaintPhone,
    rows: page.items.map((item) => itemRow(item, t)),
    found: t(page.found.more ? 'search.foundMore' : 'search.found', { count: page.found.count }),
    ...('next' in page && page.next && { next: `${hrefOf(code)}?after=${encodeURIComponent(page.next)}` }),
  }
}
