/** Whether a rating once released is still to be shown: a page of an old release forgets what was repaired, expired or taken back, while its proof holds. */
import type { Contract } from '../contract.ts'
import { type HeldCredit, type PublicCredit, publicCredit } from './public.ts'

/** `shown` as released; `revised`: its authority now says otherwise, and publicly; `gone`: to be told of no more, for whatever reason. */
export type ReleasedCreditState = 'shown' | 'revised' | 'gone'

/** A row of a release: the key it was released under and the public part it had. */
export interface ReleasedCredit {
  readonly key: string
  readonly record: Partial<PublicCredit>
}

/**
 * What has become of a released row by a civil day. `current` is the current record of its side and key, undefined where
 * there is none. Members no longer open to everybody are not held against it, and must not be shown.
 */
export function releasedCreditState(
  released: ReleasedCredit,
  current: HeldCredit | undefined,
  day: string,
  contract: Contract,
): ReleasedCreditState {
  if (current === undefined || current.key !== released.key) return 'gone'
  const [row] = publicCredit([current], day, contract)
  if (!row) return 'gone'
  const now: Readonly<Record<string, unknown>> = { ...row.record }
  const same = Object.entries(released.record).every(
    ([member, value]) => !(member in now) || JSON.stringify(now[member]) === JSON.stringify(value),
  )
  return same ? 'shown' : 'revised'
}

/** Whether a released row may still be shown as it was released. */
export function creditRowVisible(...asked: Parameters<typeof releasedCreditState>): boolean {
  return releasedCreditState(...asked) === 'shown'
}
