/** A contract's versions over real HTTP: proposed, compared, signed, effective, beside one another, superseded, retired. */
import { afterEach, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { CONTRACT, refused } from '../http/calls.ts'
import { recordsOf } from '../intake/files.ts'
import { csv, type World } from '../world.ts'
import { DAY, MAJOR, MINOR, openLife, RENAMED, retirementOf, SHY, WATER } from './lives.ts'

const LATER = csv([['朱沱', '2026-11-02 08:00', '2.2']])

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function opened() {
  const life = await openLife()
  world = life.world
  return life
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
  test('takes both sides’ signatures, and its day', async () => {
    const { retire, states, submit, pass, calls } = await opened()
    expect((await retire('sc', WATER, retirementOf(WATER))).status).toBe(201)
    pass(5 * DAY)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
    const signed = await retire('cq', WATER, retirementOf(WATER), 'retirement/signatures')
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
      retirementOf(WATER, { contract: { digest: 'a'.repeat(64), id: WATER.id, version: '1.0.0' } }),
      409,
    ],
    ['without a day', retirementOf(WATER, { from: 'soon' }), 400],
    ['without a reason', canonical({ ...JSON.parse(retirementOf(WATER)), reason: null }), 400],
  ])('%s is refused', async (_, text, status) => {
    const { retire, states } = await opened()
    expect((await retire('sc', WATER, text)).status).toBe(status)
    expect(await states()).toEqual({ '1.0.0': 'in-force' })
  })

  test('nobody proposed cannot be signed, nor one of a version that is not in force', async () => {
    const { retire, propose } = await opened()
    await refused(await retire('cq', WATER, retirementOf(WATER), 'retirement/signatures'), 404, 'document-unknown')
    await propose('cq', MINOR)
    await refused(await retire('cq', MINOR, retirementOf(MINOR)), 409, 'contract-not-in-force')
  })
})
