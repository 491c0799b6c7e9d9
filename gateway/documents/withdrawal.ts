/** A withdrawal: the side that proposed a joint document takes it back while the other has not signed. It is final. */
import { matching, oneOf, read, shape, text } from '../../contracts/read.ts'
import { bilingual } from '../../contracts/standards/read.ts'
import type { Bilingual } from '../../contracts/types.ts'

/** What the proposing side signs. */
export interface Withdrawal {
  readonly type: 'withdrawal'
  readonly document: { readonly digest: string; readonly id: string }
  readonly reason: Bilingual
}

const guard = shape<Withdrawal>({
  type: oneOf('withdrawal'),
  document: shape<Withdrawal['document']>({
    digest: matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
    id: text,
  }),
  reason: bilingual,
})

/** A withdrawal of unknown origin. Throws TypeError naming what is at fault. */
export function readWithdrawal(value: unknown): Withdrawal {
  return read('withdrawal', guard, value)
}

const PREFIX = 'withdrawal/'

/** The id of the document that withdraws another. */
export function withdrawalId(document: string): string {
  return `${PREFIX}${document}`
}

/** The id of the document that a withdrawal takes back. */
export function withdrawnId(withdrawal: string): string {
  return withdrawal.slice(PREFIX.length)
}
