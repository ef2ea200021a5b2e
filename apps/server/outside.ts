import type { Outside, Settings } from '@yiwang/kernel'

/** The adapters to the outside world, chosen by the settings. */
export function composeOutside(_settings: Settings): Outside {
  return {} as Outside
}
