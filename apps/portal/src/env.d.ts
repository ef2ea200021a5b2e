/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    api: import('../api.ts').Api
    t: import('../i18n.ts').Translate
    preferences: import('../preferences.ts').Preferences
    /** Who is signed in; asked once a page, and only when a page wants to know. */
    account: () => Promise<import('../models/account.ts').Account | undefined>
  }
}
