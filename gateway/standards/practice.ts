/** What the differences come to on the records held, as of a ledger size: counts only, the same for whoever asks, each worked out once. */
import { readCreditRecord } from '../../contracts/enterprise-credit/read.ts'
import type { Bilingual } from '../../contracts/types.ts'
import type { Store } from '../ports.ts'
import { CREDIT_CONTRACT, type CreditPractice, creditPractice, type Rating } from './credit-practice.ts'
import { CREDIT_DEFINITIONS, PRACTICE_NOTES, WARNING_DEFINITIONS } from './definitions.ts'
import { PRACTICE_LIMITS } from './limits.ts'
import { type ReadOutcome, readRecords } from './read-records.ts'
import { FORECAST_CONTRACT, sequenceCollector } from './sequence.ts'
import { type WarningPractice, warningTally } from './warning-practice.ts'
import { SUGGESTION, WITHIN_SCHEME } from './words.ts'

interface Basis {
  readonly contract: string
  readonly records: number
  /** False when more than the limit are held: the counts are then of the first in the ledger's order. */
  readonly complete: boolean
  readonly limit: number
  readonly definitions: Readonly<Record<string, Bilingual>>
}

/** The answer. */
export interface Practice {
  readonly asOf: number
  readonly kind: 'suggestion'
  readonly notes: readonly Bilingual[]
  readonly warnings: Basis & WarningPractice
  readonly credit: Basis & CreditPractice
}

/** How much is read; other limits than the usual are for tests. */
export type PracticeLimits = Readonly<Record<keyof typeof PRACTICE_LIMITS, number>>

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Sequences worked out before others get their turn: some milliseconds. */
const AT_ONCE = 100

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** A practice, and the last record of each dataset that went into it. */
interface Worked {
  readonly practice: Practice
  readonly last: Readonly<Record<string, number>>
}

async function work(store: Pick<Store, 'records'>, asOf: number, limits: PracticeLimits): Promise<Worked> {
  const { page, records: most } = limits
  const basis = (contract: string, { read, complete }: ReadOutcome, definitions: Basis['definitions']): Basis => {
    return { contract, records: read, complete, limit: most, definitions }
  }
  const collector = sequenceCollector()
  const forecasts = await readRecords(store, { dataset: FORECAST_CONTRACT, asOf, page, most }, collector.take)
  const tally = warningTally()
  for (const [at, sequence] of collector.sequences(forecasts.cut).entries()) {
    if (at % AT_ONCE === 0) await pause()
    tally.add(sequence)
  }
  const ratings: Rating[] = []
  const credit = await readRecords(store, { dataset: CREDIT_CONTRACT, asOf, page, most }, ({ party, body }) => {
    ratings.push({ party, record: readCreditRecord(utf8.decode(body)) })
  })
  const practice: Practice = {
    asOf,
    kind: 'suggestion',
    notes: [SUGGESTION, WITHIN_SCHEME, ...PRACTICE_NOTES],
    warnings: { ...basis(FORECAST_CONTRACT, forecasts, WARNING_DEFINITIONS), ...tally.counts() },
    credit: { ...basis(CREDIT_CONTRACT, credit, CREDIT_DEFINITIONS), ...creditPractice(ratings) },
  }
  return { practice, last: { [FORECAST_CONTRACT]: forecasts.last, [CREDIT_CONTRACT]: credit.last } }
}

/** Whether nothing has come under either contract since: a record is only ever replaced by a later one. */
async function holdsAt(store: Pick<Store, 'records'>, { practice, last }: Worked, asOf: number): Promise<boolean> {
  if (asOf < practice.asOf) return false
  for (const [dataset, after] of Object.entries(last)) {
    const later = await store.records({ dataset, asOf, after, revisions: true, limit: 1 })
    if (later.length > 0) return false
  }
  return true
}

/**
 * The answer as of a ledger size, as JSON. Worked out one size at a time, and only when a record has come under either
 * contract since the last that was; the last few are kept.
 */
export function practiceOf(
  store: Pick<Store, 'records'>,
  limits: PracticeLimits = PRACTICE_LIMITS,
): (asOf: number) => Promise<string> {
  const kept = new Map<number, Promise<string>>()
  let busy: Promise<unknown> = Promise.resolve()
  let worked: Worked | undefined
  const answer = async (asOf: number): Promise<string> => {
    if (worked && (await holdsAt(store, worked, asOf))) return JSON.stringify({ ...worked.practice, asOf })
    const found = await work(store, asOf, limits)
    if (!worked || asOf >= worked.practice.asOf) worked = found
    return JSON.stringify(found.practice)
  }
  return (asOf) => {
    const known = kept.get(asOf)
    if (known) return known
    const made = busy.then(() => answer(asOf))
    busy = made.catch(() => kept.delete(asOf))
    kept.set(asOf, made)
    const [oldest] = kept.keys()
    if (kept.size > limits.kept && oldest !== undefined) kept.delete(oldest)
    return made
  }
}
