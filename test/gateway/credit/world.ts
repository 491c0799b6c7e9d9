/** A world with ratings of fictional enterprises (示例), sent over HTTP as partners send them, on a clock that tests move. */
import { expect } from 'vitest'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { sampleCode } from '../standards/forecasts.ts'
import { openWorld, type World, type WorldOptions } from '../world.ts'

export const DAY = 86_400_000
/** A morning of September 2026, after the sides have published their ratings of 2025. */
export const MORNING = Date.parse('2026-09-01T09:00:00+08:00')

/** One rating as a side writes it; made public by a document unless `document` is empty. */
export interface RatingRow {
  readonly enterprise: number
  readonly name?: string
  readonly authority: string
  readonly level?: string
  readonly score?: string
  readonly year?: string
  readonly status?: string
  readonly document?: string
  readonly validity?: string
  readonly repair?: string
  readonly appeal?: string
}

/** The name of a fictional enterprise. */
export const sampleName = (n: number): string => `样品${n}有限公司（示例）`
export { sampleCode }

/** The file a side would send. */
export function creditFile(rows: readonly RatingRow[]): string {
  const head = '企业名称,统一社会信用代码,评价年度,级别,评价机关,评价等级,得分,参评状态,文号,有效期,修复情况,复核/申诉'
  const line = (row: RatingRow): string => {
    const { enterprise, name = sampleName(enterprise), authority, level = '', score = '', year = '2025' } = row
    const {
      status = '',
      document = '示例公告〔2026〕1号',
      validity = '2026-08-13至2027-08-12',
      repair = '',
      appeal = '',
    } = row
    const [rank = '', office = ''] = authority.split(':')
    const cells = [
      name,
      sampleCode(enterprise),
      year,
      rank,
      office,
      level,
      score,
      status,
      document,
      validity,
      repair,
      appeal,
    ]
    return cells.join(',')
  }
  return `${[head, ...rows.map(line)].join('\n')}\n`
}

/** The world, its clock and the ways to send and ask. */
export interface CreditWorld {
  readonly world: World
  readonly calls: Calls
  /** Moves the clock on. */
  pass(ms: number): void
  rate(party: PartyId, rows: readonly RatingRow[]): Promise<void>
  /** Both sides sign a version of a contract. */
  agree(contract: Contract): Promise<void>
  /** What anybody reads of a question. */
  ask(q: string): Promise<Answer>
  /** What a side's agency reads of a code. */
  partner(party: PartyId, code: string): Promise<PartnerAnswer>
}

interface Row {
  readonly key: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly setAsideBy: string | null
  readonly recognition: {
    readonly level: string | null
    readonly name: string | null
    readonly zh: string
    readonly en: string
  }
  readonly record: Readonly<Record<string, unknown>> & { readonly level: string | null; readonly ratingYear: number }
}

/** The JSON of `/v1/credit`. */
export interface Answer {
  readonly day: string
  readonly contract: { readonly version: string } | null
  readonly mutualRecognition: { readonly enabled: boolean } | null
  readonly enterprises: readonly {
    readonly code: string
    readonly names: readonly string[]
    readonly sides: Readonly<Record<PartyId, readonly Row[]>>
  }[]
  readonly more: boolean
}

/** The JSON of `/v1/credit/{code}`. */
export interface PartnerAnswer {
  readonly asOf: number
  readonly names: readonly string[]
  readonly sides: Readonly<Record<PartyId, readonly (Row & { readonly shown: boolean })[]>>
}

/** Opens it. */
export async function creditWorld(options: WorldOptions = {}): Promise<CreditWorld> {
  let time = MORNING
  const world = await openWorld({ datasets: ['enterprise-credit'], now: () => (time += 10), ...options })
  const calls = callsOf(world)
  const text = async (answer: Response, status = 200): Promise<string> => {
    const body = await answer.text()
    expect({ status: answer.status, body }).toMatchObject({ status })
    return body
  }
  return {
    world,
    calls,
    pass: (ms) => {
      time += ms
    },
    async rate(party, rows) {
      const { agency } = world.sides[party]
      const path = '/v1/submissions?contract=enterprise-credit'
      const done = await calls.write(agency, path, creditFile(rows), { contentType: 'text/csv' })
      const location = done.headers.get('location') ?? ''
      await text(done, 201)
      const { counts } = JSON.parse(await text(await calls.read(agency, location)))
      expect(counts).toMatchObject({ rejected: 0, duplicates: 0, accepted: rows.length })
    },
    async agree(contract) {
      const { id, version, source } = contract
      for (const [party, path] of [
        ['cq', '/v1/contracts'],
        ['sc', `/v1/contracts/${id}/${version}/signatures`],
      ] as const) {
        const key = world.sides[party].signatory
        const jws = assembleDocument(source, [signDocument(source, { ...key, typ: 'chuanyu-contract+jws' })])
        await text(await calls.writeJson(key, path, jws), 201)
      }
    },
    ask: async (q) => JSON.parse(await text(await calls.get(`/v1/credit?q=${encodeURIComponent(q)}`))),
    partner: async (party, code) =>
      JSON.parse(await text(await calls.read(world.sides[party].agency, `/v1/credit/${code}`))),
  }
}

/** All contracts and these. */
export const withContracts = (...more: readonly Contract[]): readonly Contract[] => [...CONTRACTS, ...more]
