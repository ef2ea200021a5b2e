import { openApi } from '@yiwang/api-client'
import { language } from './words/index.ts'

/** The one door to the server. */
export const api = openApi({ app: 'console', language })

/** Where a file is read from, for viewers and links. */
export const fileAddress = (path: string) => `/api/v1${path}`
