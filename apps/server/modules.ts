import type { Module } from '@yiwang/kernel'
import { cases } from '@yiwang/cases'
import { catalogue } from '@yiwang/catalogue'
import { documents } from '@yiwang/documents'
import { hall } from '@yiwang/hall'
import { identity } from '@yiwang/identity'
import { interaction } from '@yiwang/interaction'
import { licences } from '@yiwang/licences'
import { logistics } from '@yiwang/logistics'
import { messages } from '@yiwang/messages'
import { organisation } from '@yiwang/organisation'
import { payments } from '@yiwang/payments'
import { registers } from '@yiwang/registers'
import { seals } from '@yiwang/seals'

/** The modules of the house, from the ground up. */
export const modules: readonly Module[] = [
  organisation,
  messages,
  documents,
  registers,
  identity,
  seals,
  catalogue,
  licences,
  payments,
  logistics,
  cases,
  hall,
  interaction,
]
