/** A contract's versions over real HTTP: proposed, compared, signed, effective, beside one another, superseded, retired. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, describe, expect, test } from 'vitest'
import { ANNOTATIONS } from '../../../contracts/build.ts'
import { CONTRACTS, type Contract, type ContractJson, contract } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import waterJson from '../../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { CONTRACT, callsOf, refused } from '../http/calls.ts'
import { recordsOf } from '../intake/files.ts'
import { csv, openWorld, type World, type WorldKey } from '../world.ts'

type Water = typeof waterJson

/** A version with its validator compiled here, as the build does. */
function compiled(json: ContractJson): Contract {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  ajv.addVocabulary(ANNOTATIONS)
  return contract(json, ajv.compile(json.schema))
}

function next(version: string, change: (json: Water) => object): Contract {
  const json: Water = structuredClone(waterJson)
  return compiled({ ...json, ...change(json), version })
}

/** A member that may be left out. */
const withRemark = (json: Water, effective = {}) => ({
  schema: { ...json.schema, properties: { ...json.schema.properties, remark: { type: 'string', maxLength: 200 } } },
  terms: { ...json.terms, audience: { ...json.terms.audience, remark: 'joint' }, ...effective },
})
const MINOR = next('1.1.0', (json) =>
  withRemark(json, { effective: { from: '2026-11-20' }, transition: { until: '2026-11-30' } }),
)
/** The same change under a number that is too small for it. */
const SHY = next('1.0.1', (json) => withRemark(json))
/** Of 1.0.0 only the title is another. */
const RENAMED = next('1.1.1', (json) => ({ title: { ...json.title, en: 'Water sections' } }))
/** No record may be automatic any more. */
const MAJOR = next('2.0.0', (json) => ({
  schema: { ...json.schema, properties: { ...json.schema.properties, monitoring: { enum: ['manual'] } } },
}))

const DAY = 86_400_000
const START = Date.parse('2026-11-16T09:00:00+08:00')
const FILE = csv([['朱沱', '2026-11-02 04:00', '2.1']])
const LATER = csv([['朱沱', '2026-11-02 08:00', '2.2']])

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function opened() {
  let time = START
  const contracts = [...CONTRACTS, MINOR, SHY, RENAMED, MAJOR]
  const made = await openWorld({ contracts, now: () => (time += 1000) })
  world = made
  const calls = callsOf(made)
  const key = (party: PartyId): WorldKey => made.sides[party].signatory
  const signed = (party: PartyId, payload: string, typ: string) =>
    assembleDocument(payload, [signDocument(payload, { ...key(party), typ })])
  const contractPath = ({ version }: Contract) => `/v1/contracts/${CONTRACT}/${version}`
  const sent = async (party: PartyId, path: string, payload: string, typ: string) =>
    calls.writeJson(key(party), path, signed(party, payload, typ))
  return {
    calls,
    world: made,
    pass: (ms: number) => {
      time += ms
    },
    propose: (party: PartyId, one: Contract) => sent(party, '/v1/contracts', one.source, 'chuanyu-contract+jws'),
    sign: (party: PartyId, one: Contract) =>
      sent(party, `${contractPath(one)}/signatures`, one.source, 'chuanyu-contract+jws'),
    retire: (party: PartyId, one: Contract, payload: string, path = 'retirement') =>
      sent(party, `${contractPath(one)}/${path}`, payload, 'chuanyu-retirement+jws'),
    submit: (named: string, file = FILE) =>
      calls.write(made.sides.cq.agency, `/v1/submissions?contract=${named}`, file, { contentType: 'text/csv' }),
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

describe('a newer version', () => {
  test('is proposed, agreed, effective on its day, beside the older one, and then alone', async () => {
    const { propose, sign, states, submit, pass } = await opened()
    expect((await propose('cq', MINOR)).status).toBe(201)
    expect(await states()).toEqual({ '1.0.0': 'in-force', '1.1.0': 'proposed' })
    await refused(await submit(`${CONTRACT}@1.1.0`), 409, 'contract-not-in-force')
    expect((await sign('sc', MINOR)).status).toBe(201)
    expect(await states()).toEqual({ '1.0.0': 'in-force', '1.1.0': 'agreed' })
    const { detail } = await refused(await submit(`${CONTRACT}@1.1.0`), 409, 'contract-not-in-force')
    expect(detail).toContain('2026-11-20')

    pass(4 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'in-force', '1.1.0': 'in-force' })
    const versionOf = async (answer: Response) => JSON.parse(await answer.text()).receipt.header.contract.version
    expect(await versionOf(await submit(`${CONTRACT}@1.0.0`))).toBe('1.0.0')
    expect(await versionOf(await submit(CONTRACT, LATER))).toBe('1.1.0')

    pass(11 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'superseded', '1.1.0': 'in-force' })
    await refused(await submit(`${CONTRACT}@1.0.0`, LATER), 409, 'contract-not-in-force')
    await refused(await submit(`${CONTRACT}@9.9.9`), 404, 'contract-unknown')
  })

  test('whose number is too small for its changes is neither proposed nor signed', async () => {
    const { propose, states, world: made } = await opened()
    const size = made.gateway.log.head().size
    const { value, detail } = await refused(await propose('cq', SHY), 409, 'version-step')
    expect(value).toBe('1.0.0 → 1.0.1')
    expect(detail).toContain('次版本号')
    expect(made.gateway.log.head().size).toBe(size)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
  })

  test('proposed in good time is not signed once another has come between that makes its number too small', async () => {
    const { propose, sign, states } = await opened()
    expect((await propose('cq', RENAMED)).status).toBe(201)
    for (const [party, step] of [
      ['cq', propose],
      ['sc', sign],
    ] as const)
      expect((await step(party, MINOR)).status).toBe(201)
    // Against 1.0.0 only words had changed; against 1.1.0 a member is gone.
    const { value } = await refused(await sign('sc', RENAMED), 409, 'version-step')
    expect(value).toBe('1.1.0 → 1.1.1')
    expect(await states()).toMatchObject({ '1.1.1': 'proposed' })
  })

  test('can be compared with the old by anyone, with a verdict and an instance that only one takes', async () => {
    const { propose, calls } = await opened()
    await propose('cq', MINOR)
    await propose('cq', MAJOR)
    const compared = async (to: string) => {
      const answer = await calls.get(`/v1/contracts/${CONTRACT}/compare?from=1.0.0&to=${to}`)
      expect(answer.status).toBe(200)
      return JSON.parse(await answer.text())
    }
    expect(await compared('1.1.0')).toMatchObject({ verdict: 'backward', step: { fits: true, required: 'minor' } })
    const major = await compared('2.0.0')
    expect(major.step).toMatchObject({ required: 'major', fits: true })
    const [finding] = major.findings.filter(({ breaks }: { breaks: string[] }) => breaks.includes('backward'))
    const { instance, accepted } = finding.example
    expect(accepted).toBe('old')
    expect([CONTRACTS[0]?.validate(instance), MAJOR.validate(instance)]).toEqual([true, false])
    await refused(await calls.get(`/v1/contracts/${CONTRACT}/compare?from=1.0.0`), 400, 'query-invalid')
    await refused(await calls.get(`/v1/contracts/${CONTRACT}/compare?from=1.0.0&to=3.0.0`), 404, 'contract-unknown')
  })
})

test('old records are read through a newer version where they hold by it; where not, their place is seen', async () => {
  const { propose, sign, submit, calls, pass, world: made } = await opened()
  expect((await submit(CONTRACT)).status).toBe(201)
  for (const one of [MINOR, MAJOR]) {
    expect((await propose('cq', one)).status).toBe(201)
    expect((await sign('sc', one)).status).toBe(201)
  }
  pass(20 * DAY)
  const agency = made.sides.sc.agency
  const [plain] = await recordsOf(calls, agency)
  expect(plain).toMatchObject({ meta: { contract: '1.0.0' }, record: { monitoring: 'automatic' } })
  const [minor] = await recordsOf(calls, agency, '&version=1.1.0')
  expect(minor).toEqual(plain)
  const [major] = await recordsOf(calls, agency, '&version=2.0.0')
  expect(major).toMatchObject({ meta: { contract: '1.0.0', key: plain?.meta.key }, record: null })
  await refused(await calls.read(agency, `/v1/records/${CONTRACT}?version=7.0.0`), 404, 'contract-unknown')
})

describe('a retirement', () => {
  const payload = (one: Contract, more: object = {}) =>
    canonical({
      type: 'retirement',
      contract: { digest: sha256Hex(one.source), id: one.id, version: one.version },
      from: '2026-11-20',
      reason: { zh: '示例：不再共享', en: 'Sample: no longer shared' },
      ...more,
    })
  const [WATER] = CONTRACTS
  if (!WATER) throw new TypeError('there is no contract')

  test('takes both sides’ signatures, and its day', async () => {
    const { retire, states, submit, pass, calls } = await opened()
    expect((await retire('sc', WATER, payload(WATER))).status).toBe(201)
    pass(5 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
    const signed = await retire('cq', WATER, payload(WATER), 'retirement/signatures')
    expect(await signed.json()).toMatchObject({ status: 'in-force', missing: [] })
    expect(await states()).toEqual({ '1.0.0': 'retired' })
    const { detail } = await refused(await submit(CONTRACT), 409, 'contract-not-in-force')
    expect(detail).toContain('已退役')
    const shown = await (await calls.get(`/v1/contracts/${CONTRACT}/1.0.0/retirement`)).json()
    expect(shown).toMatchObject({ retirement: { from: '2026-11-20' }, signing: { status: 'in-force' } })
  })

  test.each([
    [
      'of another version',
      payload(WATER, { contract: { digest: 'a'.repeat(64), id: WATER.id, version: '1.0.0' } }),
      409,
    ],
    ['without a day', payload(WATER, { from: 'soon' }), 400],
    ['without a reason', canonical({ ...JSON.parse(payload(WATER)), reason: null }), 400],
  ])('%s is refused', async (_, text, status) => {
    const { retire, states } = await opened()
    expect((await retire('sc', WATER, text)).status).toBe(status)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
  })

  test('nobody proposed cannot be signed, nor one of a version that is not in force', async () => {
    const { retire, propose } = await opened()
    await refused(await retire('cq', WATER, payload(WATER), 'retirement/signatures'), 404, 'document-unknown')
    await propose('cq', MINOR)
    await refused(await retire('cq', MINOR, payload(MINOR)), 409, 'contract-not-in-force')
  })
})
