import type { IconName } from '@yiwang/ui/icons'

/** A small picture for the themes people look for most; the others share one. */
export const themePictures: Partial<Record<string, IconName>> = {
  生育收养: 'baby', 户籍办理: 'home', 教育科研: 'school', 就业创业: 'work', 设立变更: 'plus', 准营准办: 'shop', 职业资格: 'licence',
  行政缴费: 'card', 婚姻登记: 'rings', 优待抚恤: 'heart', 规划建设: 'factory', 住房保障: 'home', 社会保障: 'shield', 证件办理: 'licence',
  交通出行: 'car', 旅游观光: 'globe', 出境入境: 'passport', 公共安全: 'shield', 司法公证: 'scales', 环保绿化: 'leaf', 医疗卫生: 'heart',
  离职退休: 'elder', 资质认证: 'seal', 年检年审: 'calendar', 税收财务: 'card', 人力资源: 'person', 投资审批: 'documents', 农林牧渔: 'leaf',
  国土和规划建设: 'place', 交通运输: 'truck', 科技创新: 'star', 质量技术: 'done', 安全生产: 'warning', 公安消防: 'shield', 商务贸易: 'shop',
  文体教育: 'school', 公用事业: 'factory', 法人注销: 'close', 档案文物: 'folder', 知识产权: 'star', 招标拍卖: 'scales', 文化体育: 'school',
}
