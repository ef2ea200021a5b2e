import type { Module } from '@yiwang/kernel'
import { registerRoutes } from './routes.ts'
import { adapterProblems } from './sandbox-registers.ts'

export const registers: Module = {
  name: 'registers',
  routes: registerRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions: { 'registers.look': { name: '查看基础信息库查询记录' } },
  problems: adapterProblems,
  words: {
    'zh-CN': { 'registers.refused': '基础信息库没有接受本次查询，请稍后再试。' },
    en: { 'registers.refused': 'The base register did not take this question. Please try again later.' },
  },
}
