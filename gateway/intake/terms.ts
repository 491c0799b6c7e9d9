/** What a file is read under: the contract and register in force, the side's adapter, and the time that undated times lie before. */
import type { Context } from 'hono'
import type { Adapter } from '../../adapters/types.ts'
import type { Contract } from '../../contracts/contract.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { ContractStanding, RegistryStanding } from '../documents/standing.ts'
import { Problem } from '../errors/problem.ts'
import type { Env } from '../http/caller.ts'
import { invalid, readInstant } from '../http/query.ts'

/** What a file is read under. */
export interface Terms {
  readonly contract: ContractStanding
  readonly registry: RegistryStanding<Registry>
  readonly adapter: Adapter<object>
}

const STATES: Readonly<Record<ContractStanding['state'], Bilingual>> = {
  proposed: { zh: '双方尚未签齐', en: 'is not signed by both sides yet' },
  withdrawn: { zh: '已由提出方撤回', en: 'is withdrawn by the side that proposed it' },
  agreed: { zh: '尚未到生效日期', en: 'is signed and not effective yet' },
  'in-force': { zh: '现行有效', en: 'is in force' },
  superseded: { zh: '已被新版本取代', en: 'is superseded by a newer version' },
  retired: { zh: '已退役', en: 'is retired' },
}

function notInForce({ document, state, contract }: ContractStanding): { value: string; detail: Bilingual } {
  const since = state === 'agreed' ? `（${contract.terms.effective}）` : ''
  return {
    value: document.id,
    detail: {
      zh: `契约 ${contract.id}@${contract.version} ${STATES[state].zh}${since}`,
      en: `The contract ${contract.id}@${contract.version} ${STATES[state].en}${since && ` (${contract.terms.effective})`}`,
    },
  }
}

/** The contract named as `id` or `id@version` and the register in force, and the side's adapter. Throws Problem `contract-unknown`, `contract-not-in-force`. */
export function termsInForce(c: Context<Env>, named: string | undefined, party: PartyId): Terms {
  const { standing, adapter: adapterFor } = c.get('gateway')
  if (named === undefined) throw invalid('contract', '', '必填', 'expected one')
  const [id = '', version] = named.split('@', 2)
  const contract = standing.contract(id, version)
  if (!contract) throw new Problem('contract-unknown', { value: named })
  const adapter = adapterFor(id, party)
  if (!adapter) throw new Problem('contract-unknown', { value: id })
  const registry = standing.registry(adapter.register)
  if (contract.state !== 'in-force') throw new Problem('contract-not-in-force', notInForce(contract))
  if (!registry) throw new Problem('contract-not-in-force', { value: `registry/${adapter.register}` })
  return { contract, registry, adapter }
}

/** When undated times must lie before: as asked, never later than now. */
export function referenceTime(c: Context<Env>, at: string | undefined): number {
  const now = c.get('gateway').now()
  if (at === undefined) return now
  const asked = readInstant('at', at)
  if (asked > now) throw invalid('at', at, '不得晚于当前时刻', 'expected no later than now')
  return asked
}

const HOUR = 3_600_000
const SPAN = /^P(?:(\d+)D)?(?:T(\d+)H)?$/

/** How long after its interval a record still is on time, ms; null where the contract does not say. */
function deadlineOf({ source }: Contract): number | null {
  const members = (value: unknown) =>
    new Map<string, unknown>(typeof value === 'object' ? Object.entries(value ?? {}) : [])
  const told = members(members(members(JSON.parse(source)).get('terms')).get('cadence')).get('deadline')
  const found = typeof told === 'string' ? SPAN.exec(told) : null
  if (!found || found[0] === 'P') return null
  const [, days = '0', hours = '0'] = found
  return (Number(days) * 24 + Number(hours)) * HOUR
}

/** Before when (ms) a record's interval must have ended to be backfilled now. Throws Problem `query-invalid`. */
export function backfillBefore(contract: Contract, now: number): number {
  const deadline = deadlineOf(contract)
  if (deadline === null)
    throw invalid('backfill', 'true', '该契约没有报送期限', 'the contract says no deadline to be past')
  return now - deadline
}

/** The `backfill` of a query. Throws Problem `query-invalid`. */
export function readBackfill(value: string | undefined): boolean {
  if (value === undefined) return false
  if (value === 'true') return true
  throw invalid('backfill', value, '应为 true', 'expected true')
}
