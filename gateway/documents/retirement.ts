/** A contract version's retirement: both sides sign from which day it no longer counts, and why. */

import { matching, oneOf, read, shape, text } from '../../contracts/read.ts'
import { bilingual } from '../../contracts/standards/read.ts'
import type { Bilingual } from '../../contracts/types.ts'

/** What both sides sign. `from` is the first civil day (Asia/Shanghai) the version no longer counts. */
export interface Retirement {
  readonly type: 'retirement'
  readonly contract: { readonly digest: string; readonly id: string; readonly version: string }
  readonly from: string
  readonly reason: Bilingual
}

const guard = shape<Retirement>({
  type: oneOf('retirement'),
  contract: shape<Retirement['contract']>({
    digest: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
    id: text,
    version: text,
  }),
  from: matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a civil day'),
  reason: bilingual,
})

/** A retirement of unknown origin. Throws TypeError naming what is at fault. */
export function readRetirement(value: unknown): Retirement {
  return read('retirement', guard, value)
}

/** The id of the document that retires a version. One withdrawn or replaced is followed by another: `attempt` counts them from 1. */
export function retirementId(contract: string, version: string, attempt = 1): string {
  return `retirement/${contract}/${version}${attempt === 1 ? '' : `/${attempt}`}`
}

/** A retirement's place among those of its version, or null for the id of anything else. */
export function attemptOf(id: string): { contract: string; version: string; attempt: number } | null {
  const [, contract, version, attempt = '1'] = /^retirement\/([^/]+)\/([^/]+)(?:\/(\d+))?$/.exec(id) ?? []
  if (contract === undefined || version === undefined) return null
  return { contract, version, attempt: Number(attempt) }
}
