import { openApi } from '@yiwang/api-client'
import { language } from './words/index.ts'

const origin = typeof location === 'undefined' ? '' : location.origin

/** The one door to the server. */
export const api = openApi({ app: 'console', language, baseUrl: `${origin}/api/v1` })
