declare module '@yiwang/kernel' {
  interface Events {
    'account.registered': { accountId: string; kind: 'person' | 'organisation' }
    'account.levelRaised': { accountId: string; level: number }
    'account.disabled': { accountId: string }
    'account.enabled': { accountId: string }
    'account.closed': { accountId: string }
    'account.phoneChanged': { accountId: string }
    'account.passwordChanged': { accountId: string }
    'login.secondFactorReset': { staffId: string; reason: string }
  }
  interface Jobs {
    'identity.forget': Record<string, never>
  }
}
export {}
