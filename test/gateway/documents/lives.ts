/** A world whose water contract has newer versions ready, and the steps of their lives over real HTTP. */
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { CONTRACT, callsOf } from '../http/calls.ts'
import { nextWater as next, withRemark } from '../versions.ts'
import { csv, openWorld, type World, type WorldKey, type WorldOptions } from '../world.ts'

const [first] = CONTRACTS
if (!first) throw new TypeError('there is no contract')
/** The first version, in force in every world of these. */
export const WATER: Contract = first
/** A member more; in force from 20 November 2026 beside the first until the 30th. */
export const MINOR = next('1.1.0', (json) =>
  withRemark(json, { effective: { from: '2026-11-20' }, transition: { until: '2026-11-30' } }),
)
/** The same change under a number that is too small for it. */
export const SHY = next('1.0.1', (json) => withRemark(json))
/** Of 1.0.0 only the title is another. */
export const RENAMED = next('1.1.1', (json) => ({ title: { ...json.title, en: 'Water sections' } }))
/** No record may be automatic any more. */
export const MAJOR = next('2.0.0', (json) => ({
  schema: { ...json.schema, properties: { ...json.schema.properties, monitoring: { enum: ['manual'] } } },
}))

export const DAY = 86_400_000
const START = Date.parse('2026-11-16T09:00:00+08:00')
export const FILE = csv([['朱沱', '2026-11-02 04:00', '2.1']])

/** What both sign to retire a version. */
export const retirementOf = (one: Contract, more: object = {}): string =>
  canonical({
    type: 'retirement',
    contract: { digest: sha256Hex(one.source), id: one.id, version: one.version },
    from: '2026-11-20',
    reason: { zh: '示例：不再共享', en: 'Sample: no longer shared' },
    ...more,
  })

/** What its proposer signs to take a document back. */
export const withdrawalOf = (id: string, payload: string, more: object = {}): string =>
  canonical({
    type: 'withdrawal',
    document: { digest: sha256Hex(payload), id },
    reason: { zh: '示例：日期写错', en: 'Sample: a wrong day' },
    ...more,
  })

/** The ways to lead a version through its life. */
export type Life = Awaited<ReturnType<typeof openLife>>

/** Opens the world, on 16 November 2026. */
export async function openLife(options: WorldOptions = {}) {
  let time = START
  const contracts = [...CONTRACTS, MINOR, SHY, RENAMED, MAJOR]
  const world: World = await openWorld({ contracts, now: () => (time += 1000), ...options })
  const calls = callsOf(world)
  const key = (party: PartyId): WorldKey => world.sides[party].signatory
  const signed = (party: PartyId, payload: string, typ: string) =>
    assembleDocument(payload, [signDocument(payload, { ...key(party), typ })])
  const contractPath = ({ version }: Contract) => `/v1/contracts/${CONTRACT}/${version}`
  const sent = async (party: PartyId, path: string, payload: string, typ: string) =>
    calls.writeJson(key(party), path, signed(party, payload, typ))
  return {
    calls,
    world,
    sent,
    pass: (ms: number) => {
      time += ms
    },
    propose: (party: PartyId, one: Contract) => sent(party, '/v1/contracts', one.source, 'chuanyu-contract+jws'),
    sign: (party: PartyId, one: Contract) =>
      sent(party, `${contractPath(one)}/signatures`, one.source, 'chuanyu-contract+jws'),
    retire: (party: PartyId, one: Contract, payload: string, path = 'retirement') =>
      sent(party, `${contractPath(one)}/${path}`, payload, 'chuanyu-retirement+jws'),
    withdraw: (party: PartyId, path: string, payload: string) =>
      sent(party, `${path}/withdrawal`, payload, 'chuanyu-withdrawal+jws'),
    submit: (named: string, file = FILE) =>
      calls.write(world.sides.cq.agency, `/v1/submissions?contract=${named}`, file, { contentType: 'text/csv' }),
    async states(): Promise<Record<string, string>> {
      const { contracts: list } = JSON.parse(await (await calls.get('/v1/contracts')).text())
      return Object.fromEntries(
        list
          .filter(({ id }: { id: string }) => id === CONTRACT)
          .map(({ version, state }: { version: string; state: string }) => [version, state]),
      )
    },
  }
}
