/// <reference types="astro/client" />
import type { Api } from '../api.ts'
import type { Translate } from '../i18n.ts'
import type { Account } from '../models/account.ts'
import type { Preferences } from '../preferences.ts'

declare global {
  namespace App {
    interface Locals {
      api: Api
      /** The service administration that runs the portal (政务服务机构). */
      operator: string
      t: Translate
      preferences: Preferences
      /** Who is signed in; asked once a page, and only when a page wants to know. */
      account: () => Promise<Account | undefined>
    }
  }
}
