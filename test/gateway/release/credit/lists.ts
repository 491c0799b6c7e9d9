/** Annual lists of ratings held and published over signed HTTP: for tests. Enterprises are fictional (示例). */
import { canonical } from '../../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { type CreditWorld, creditWorld, type RatingRow } from '../../credit/world.ts'
import { jsonOf } from '../../intake/files.ts'
import type { WorldOptions } from '../../world.ts'
import { type Desk, deskOf } from '../desk.ts'

/** The rating year of these tests. */
export const YEAR = { start: '2025-01-01T00:00:00+08:00', end: '2026-01-01T00:00:00+08:00' }
/** What asks for a list of it. */
export const REQUEST = { product: 'annual-credit-list', period: YEAR }
export const LIST = 'credit-list-2025'

/** What both sides send: 1 by both, 2 by two authorities of Chongqing, 3 between the sides alone, 4 not rated, 5 of a year before. */
export const RATINGS: Readonly<Record<PartyId, readonly RatingRow[]>> = {
  sc: [
    { enterprise: 1, authority: '市级:成都市生态环境局', level: '环保良好企业', score: '86' },
    { enterprise: 3, authority: '省级:四川省生态环境厅', level: '环保警示企业', document: '' },
    { enterprise: 4, authority: '市级:宜宾市生态环境局', status: '未参评' },
  ],
  cq: [
    { enterprise: 1, authority: '市级:重庆市生态环境局', level: '环保不良企业', score: '72' },
    { enterprise: 2, authority: '市级:重庆市生态环境局', level: '环保诚信企业', score: '101' },
    { enterprise: 2, authority: '区县级:铜梁区生态环境局', level: '环保良好企业', validity: '2026-08-13至2026-12-31' },
    {
      enterprise: 5,
      authority: '市级:重庆市生态环境局',
      level: '环保良好企业',
      year: '2024',
      validity: '2025-08-13至2027-08-12',
    },
  ],
}

/** A credit world with its desk. */
export interface ListWorld extends CreditWorld {
  readonly desk: Desk
  /** Drafts, agrees and signs; the id of the release. */
  publish(request?: object): Promise<string>
  /** The JSON of a release. */
  shown(id: string): Promise<Shown>
  /** Its proof bundle as anybody gets it. */
  bundle(id: string): Promise<string>
}

/** The JSON of a published list. */
export interface Shown {
  readonly digest: string
  readonly release: Readonly<Record<string, unknown>> & { readonly rowCount: number; readonly rowsRoot: string }
  readonly rows: {
    readonly day: string
    readonly leaves: readonly string[]
    readonly shown: readonly {
      readonly at: number
      readonly key: string
      readonly party: PartyId
      readonly title: { readonly zh: string }
      readonly setAsideBy: string | null
      readonly record: Readonly<Record<string, unknown>> & { readonly enterprise: { readonly name: string } }
      readonly opening: { readonly salt: string; readonly joint: string } | null
    }[]
  }
}

/** Opens it with both sides' ratings sent. */
export async function listWorld(options: WorldOptions = {}): Promise<ListWorld> {
  const credit = await creditWorld(options)
  const { world, calls } = credit
  const desk = deskOf(world, calls)
  for (const party of PARTIES) await credit.rate(party, RATINGS[party])
  return {
    ...credit,
    desk,
    async publish(request = REQUEST) {
      const { id } = await jsonOf(await desk.propose(request), 201)
      await desk.agreed(id)
      for (const party of PARTIES) await jsonOf(await desk.sign(party, id), 201)
      return id
    },
    shown: async (id) => jsonOf(await calls.get(`/v1/releases/${id}.json`)),
    bundle: async (id) => {
      const answer = await calls.get(`/v1/releases/${id}/proof`)
      const text = await answer.text()
      return answer.status === 200 ? text : canonical({ status: answer.status, text })
    },
  }
}
