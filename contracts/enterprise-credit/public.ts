/** Ratings as the public may see them on a day: what their authority made public, of each only the members the contract opens. */
import type { Contract } from '../contract.ts'
import type { Audience, PartyId } from '../types.ts'
import { publicOn } from './display.ts'
import { prevailing } from './prevailing.ts'
import { type Recognition, recognitionOf } from './recognition.ts'
import type { CreditRecord } from './record.ts'
import { creditTermsOf } from './terms.ts'

/** A current record as it is held. `under`: the version it was sent under, where that is not the one asked about. */
export interface HeldCredit {
  readonly key: string
  readonly party: PartyId
  readonly record: CreditRecord
  readonly under?: Contract
}

/** Without these a rating cannot be told at all, nor be found. */
const NEEDED = ['authority', 'enterprise', 'level', 'ratingYear', 'scheme', 'status'] as const

/** The part of a record that is open to everybody, its members in the record's order. */
export type PublicCredit = Pick<CreditRecord, (typeof NEEDED)[number]> &
  Partial<Omit<CreditRecord, (typeof NEEDED)[number]>>

/** A rating with what it counts for. `setAsideBy` is the key of the rating of its side and year that goes before it; both are kept. */
export interface CreditRow<R> {
  readonly key: string
  readonly party: PartyId
  readonly record: R
  readonly setAsideBy: string | null
  readonly recognition: Recognition
}

/** A rating as anybody may see it. */
export type PublicCreditRow = CreditRow<PublicCredit>

type AudienceOf = Readonly<Record<string, Audience>>

function isTold(part: object): part is PublicCredit {
  return NEEDED.every((member) => member in part)
}

/** What of a record is open by every one of the audiences; null when that tells no rating. */
export function publicPart(record: CreditRecord, audiences: readonly AudienceOf[]): PublicCredit | null {
  const open = Object.entries(record).filter(([member]) => audiences.every((of) => of[member] === 'public'))
  const part = Object.fromEntries(open)
  return isTold(part) ? part : null
}

/** Every one of the ratings, in the order given, with what goes before what and what counts on the other side, by the contract's terms. */
export function creditRows(
  records: readonly HeldCredit[],
  contract: Pick<Contract, 'source'>,
): readonly CreditRow<CreditRecord>[] {
  const terms = creditTermsOf(contract)
  const held = new Map(records.map((one) => [one.record, one]))
  const aside = new Map(prevailing([...held.keys()]).setAside.map(({ rating, by }) => [rating, by]))
  return records.map(({ key, party, record }) => {
    const by = aside.get(record)
    const { level, scheme, status } = record
    return {
      key,
      party,
      record,
      setAsideBy: by === undefined ? null : (held.get(by)?.key ?? null),
      recognition: recognitionOf({ level, scheme, status, party, setAside: by !== undefined }, terms),
    }
  })
}

/**
 * The ratings that are shown publicly on a civil day by a contract in force. One that was sent under another version is
 * shown only while, and only as far as, both allow it: what was sent before was not agreed to be shown for longer or in more.
 * Ratings that are not shown set nothing aside, so that nothing tells of them.
 */
export function publicCredit(
  records: readonly HeldCredit[],
  day: string,
  contract: Contract,
): readonly PublicCreditRow[] {
  const both = ({ under = contract }: HeldCredit): readonly Contract[] => [contract, under]
  const shown = records.flatMap((held) => {
    const visible = both(held).every((one) => publicOn(held.record, day, creditTermsOf(one).display))
    const part = visible
      ? publicPart(
          held.record,
          both(held).map(({ terms }) => terms.audience),
        )
      : null
    return part ? [{ held, part }] : []
  })
  const rows = creditRows(
    shown.map(({ held }) => held),
    contract,
  )
  return rows.flatMap((row, at) => {
    const part = shown[at]?.part
    return part ? [{ ...row, record: part }] : []
  })
}
