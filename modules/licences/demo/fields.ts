import type { FaceField } from '../contract.ts'

/** Faces of the demo take what its forms ask for, by the same keys; nothing is required, since a licence may come from any of several forms. */
const field = (kind: FaceField['kind'], key: string, label: string): FaceField => ({ key, label, kind, required: false })

export const text = (key: string, label: string): FaceField => ({ ...field('text', key, label), maxLength: 200 })
/** Takes a row of its own. */
export const line = (key: string, label: string): FaceField => ({ ...text(key, label), wide: true })
export const long = (key: string, label: string): FaceField => field('longText', key, label)
export const day = (key: string, label: string): FaceField => field('date', key, label)
export const number = (key: string, label: string): FaceField => field('number', key, label)
export const money = (key: string, label: string): FaceField => field('money', key, label)
export const choice = (key: string, label: string, choices: Readonly<Record<string, string>>): FaceField => ({
  ...field('choice', key, label),
  choices: Object.entries(choices).map(([value, name]) => ({ value, label: name })),
})

export const sex = choice('sex', '性别', { male: '男', female: '女' })
export const address = line('address', '住址')
export const representative = text('legalRepresentative', '法定代表人（负责人）')
export const shopName = text('shopName', '经营场所名称')
export const shopAddress = line('shopAddress', '经营场所')
/** What was granted, where the item has no form of its own. */
export const content = line('content', '许可（登记）事项')
