/** Both sides' ratings of an enterprise side by side: what the public may see on the day, found by code or name; and for partners all that is held. */

import { heldCredit } from '../../contracts/enterprise-credit/held.ts'
import {
  type CreditRow,
  creditRows,
  type HeldCredit,
  type PublicCredit,
  publicCredit,
} from '../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../contracts/enterprise-credit/record.ts'
import { type CreditTerms, creditTermsOf } from '../../contracts/enterprise-credit/terms.ts'
import type { Contract } from '../../contracts/index.ts'
import { civilDay } from '../../contracts/life.ts'
import { CREDIT_AUTHORITIES, type CreditAuthority } from '../../contracts/standards/credit-types.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Gateway } from '../gateway.ts'
import type { Store } from '../ports.ts'
import { CREDIT_LIMITS } from './limits.ts'
import { creditNames, type FindNames } from './names.ts'
import type { CreditQuestion } from './question.ts'
import { CREDIT_DATASET, currentRecords } from './read.ts'

/** An enterprise and each side's ratings of it, the newest year first and within it what goes first. `names` as the ratings write them. */
export interface EnterpriseCredit<R extends PublicCredit = PublicCredit> {
  readonly code: string
  readonly names: readonly string[]
  readonly sides: Readonly<Record<PartyId, readonly CreditRow<R>[]>>
}

/** What a question found. `contract` is null while none is in force: then nothing is shown. `more`: there are others than those listed. */
export interface CreditAnswer {
  readonly day: string
  readonly contract: { readonly id: string; readonly version: string } | null
  readonly terms: Pick<CreditTerms, 'display' | 'mutualRecognition'> | null
  readonly enterprises: readonly EnterpriseCredit[]
  readonly more: boolean
}

/** What partners read of an enterprise as of a ledger size; `shown` holds those of its records that the public sees on the day. */
export interface PartnerCredit {
  readonly asOf: number
  readonly day: string
  readonly contract: CreditAnswer['contract']
  readonly terms: CreditAnswer['terms']
  readonly enterprise: EnterpriseCredit<CreditRecord>
  readonly shown: ReadonlySet<CreditRow<unknown>['key']>
  readonly more: boolean
}

/** What the look-up needs of a gateway. */
export type CreditPorts = Pick<Gateway, 'store' | 'log' | 'standing' | 'now'>

/** One question's footing. */
interface Footing {
  readonly ports: CreditPorts
  readonly contract: Contract
  readonly size: number
  readonly day: string
}

const finders = new WeakMap<Store, FindNames>()

/** The page and its data search the same names, kept once a store. */
function finderOf(store: Store): FindNames {
  const known = finders.get(store) ?? creditNames(store)
  finders.set(store, known)
  return known
}

function contractInForce({ standing }: CreditPorts): Contract | null {
  const found = standing.contract(CREDIT_DATASET)
  return found?.state === 'in-force' ? found.contract : null
}

const RANK: ReadonlyMap<CreditAuthority, number> = new Map(CREDIT_AUTHORITIES.map((level, at) => [level, at]))
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function inOrder<R extends PublicCredit>(one: CreditRow<R>, other: CreditRow<R>): number {
  const rank = ({ record }: CreditRow<R>): number => RANK.get(record.authority.level) ?? RANK.size
  return (
    other.record.ratingYear - one.record.ratingYear ||
    Number(one.setAsideBy !== null) - Number(other.setAsideBy !== null) ||
    rank(one) - rank(other) ||
    byText(one.key, other.key)
  )
}

function sideBySide<R extends PublicCredit>(code: string, rows: readonly CreditRow<R>[]): EnterpriseCredit<R> {
  const sorted = [...rows].sort(inOrder)
  const of = (party: PartyId): readonly CreditRow<R>[] => sorted.filter((row) => row.party === party)
  return {
    code,
    names: [...new Set(sorted.map(({ record }) => record.enterprise.name))],
    sides: { cq: of('cq'), sc: of('sc') },
  }
}

async function heldOf(
  { ports, contract, size }: Footing,
  code: string,
): Promise<{ held: readonly HeldCredit[]; cut: boolean }> {
  const held: HeldCredit[] = []
  const versionOf = (version: string): Contract | undefined =>
    ports.standing.contract(CREDIT_DATASET, version)?.contract
  for await (const stored of currentRecords(ports.store, { subject: code, asOf: size, page: CREDIT_LIMITS.ratings })) {
    if (held.length === CREDIT_LIMITS.ratings) return { held, cut: true }
    const one = heldCredit(stored, contract, versionOf)
    if (one) held.push(one)
  }
  return { held, cut: false }
}

type Found = Pick<CreditAnswer, 'enterprises' | 'more'>

async function byCode(footing: Footing, code: string): Promise<Found> {
  const { held, cut } = await heldOf(footing, code)
  const rows = publicCredit(held, footing.day, footing.contract)
  return { enterprises: rows.length === 0 ? [] : [sideBySide(code, rows)], more: cut }
}

async function byName(footing: Footing, name: string): Promise<Found> {
  const { ports, ...moment } = footing
  const { codes, complete } = await finderOf(ports.store)(name, moment)
  const most = CREDIT_LIMITS.enterprises
  const enterprises: EnterpriseCredit[] = []
  let more = !complete
  for (let at = 0; at < codes.length && enterprises.length <= most; at += most + 1) {
    for (const found of await Promise.all(codes.slice(at, at + most + 1).map((code) => byCode(footing, code)))) {
      enterprises.push(...found.enterprises)
      more ||= found.more
    }
  }
  return { enterprises: enterprises.slice(0, most), more: more || enterprises.length > most }
}

function footingOf(ports: CreditPorts): Footing | null {
  const contract = contractInForce(ports)
  return contract && { ports, contract, size: ports.log.head().size, day: civilDay(ports.now()) }
}

/** By which contract and on which day a question would be answered. */
export type CreditStanding = Pick<CreditAnswer, 'day' | 'contract' | 'terms'>

function headOf({ contract, day }: Footing): CreditStanding {
  const { id, version } = contract
  return { day, contract: { id, version }, terms: creditTermsOf(contract) }
}

/** The same before anything is asked. */
export function creditStanding(ports: CreditPorts): CreditStanding {
  const footing = footingOf(ports)
  return footing ? headOf(footing) : { day: civilDay(ports.now()), contract: null, terms: null }
}

/** Answers anybody. */
export async function askCredit(ports: CreditPorts, question: CreditQuestion): Promise<CreditAnswer> {
  const footing = footingOf(ports)
  if (!footing) return { ...creditStanding(ports), enterprises: [], more: false }
  const found = question.by === 'code' ? byCode(footing, question.code) : byName(footing, question.name)
  return { ...headOf(footing), ...(await found) }
}

/** Answers a partner: every rating both sides hold of a code, whole; null while no contract is in force. */
export async function partnerCredit(ports: CreditPorts, code: string): Promise<PartnerCredit | null> {
  const footing = footingOf(ports)
  if (!footing) return null
  const { contract, day, size } = footing
  const { held, cut } = await heldOf(footing, code)
  return {
    asOf: size,
    ...headOf(footing),
    enterprise: sideBySide(code, creditRows(held, contract)),
    shown: new Set(publicCredit(held, day, contract).map(({ key }) => key)),
    more: cut,
  }
}
