import type { Account } from './account.ts'

/** Where strangers are sent from a page of the signed-in: to sign in, and back afterwards. */
export function signInFirst(account: Account | undefined, url: URL): string | undefined {
  return account ? undefined : `/sign-in?back=${encodeURIComponent(url.pathname + url.search)}`
}
