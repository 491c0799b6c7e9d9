/** A contract's life by the client library alone: compared, retired, replaced, withdrawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { ClientError } from '../../../gateway/client/client.ts'
import { CONTRACT } from '../cli/audit-store.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'

const [WATER] = CONTRACTS
if (!WATER) throw new TypeError('there is no contract')
const REASON = { zh: '示例：不再共享', en: 'Sample: no longer shared' }
const FUTURE = { from: '2099-01-01', reason: REASON }

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

const side = (party: 'cq' | 'sc') => world.client(world.sides[party].signatory)

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof ClientError) return error.code
    throw error
  }
  return 'none'
}

describe('comparing', () => {
  test('gives the verdict, the step and the findings', async () => {
    const same = await side('cq').compareContract(CONTRACT, '1.0.0', '1.0.0')
    expect(same).toMatchObject({ verdict: 'full', findings: [], step: { required: 'none' } })
    expect(same.title.zh).toMatch(/\p{Script=Han}/u)
  })

  test('a version that is not there throws contract-unknown', async () => {
    expect(await codeOf(side('cq').compareContract(CONTRACT, '1.0.0', '9.0.0'))).toBe('contract-unknown')
  })
})

describe('retiring', () => {
  test('is proposed, replaced, read and signed by the digest that was read, and nothing else', async () => {
    const [cq, sc] = [side('cq'), side('sc')]
    expect(await codeOf(cq.retirement(CONTRACT, '1.0.0'))).toBe('document-unknown')
    expect(await sc.proposeRetirement(WATER, { ...FUTURE, from: '2909-01-01' })).toMatchObject({ status: 'proposed' })
    const wrong = await cq.retirement(CONTRACT, '1.0.0')
    expect(wrong).toMatchObject({ from: '2909-01-01', reason: REASON })
    await sc.proposeRetirement(WATER, FUTURE)
    expect(await codeOf(cq.signRetirement(WATER, wrong.digest))).toBe('payload-mismatch')
    const { digest, from } = await cq.retirement(CONTRACT, '1.0.0')
    expect(from).toBe(FUTURE.from)
    const other = { ...WATER, source: `${WATER.source} ` }
    expect(await codeOf(cq.signRetirement(other, digest))).toBe('payload-mismatch')
    expect(await sc.withdraw({ kind: 'retirement', id: CONTRACT, version: '1.0.0' }, REASON)).toMatchObject({
      status: 'withdrawn',
    })
    expect(await codeOf(cq.signRetirement(WATER, digest))).toBe('document-closed')
    await cq.proposeRetirement(WATER, { ...FUTURE, from: '2099-02-01' })
    const last = await sc.retirement(CONTRACT, '1.0.0')
    expect(await sc.signRetirement(WATER, last.digest)).toMatchObject({ status: 'in-force', digest: last.digest })
  })

  test('of a contract that the gateway holds with other bytes throws payload-mismatch', async () => {
    const other = { ...WATER, source: `${WATER.source} ` }
    expect(await codeOf(side('sc').proposeRetirement(other, FUTURE))).toBe('payload-mismatch')
  })
})

describe('withdrawing', () => {
  test('a register edition: the other side cannot, its proposer can, once', async () => {
    const waiting = { kind: 'registry', id: 'sections', version: '2026-12' } as const
    expect(await codeOf(side('cq').withdraw(waiting, REASON))).toBe('document-unknown')
    await side('cq').signRegistry({ ...SECTIONS_2026_11, edition: '2026-12' })
    expect(await codeOf(side('sc').withdraw(waiting, REASON))).toBe('proposer-only')
    expect(await side('cq').withdraw(waiting, REASON)).toMatchObject({ status: 'withdrawn' })
    expect(await codeOf(side('cq').withdraw(waiting, REASON))).toBe('document-closed')
    expect(await codeOf(side('sc').signRegistry({ ...SECTIONS_2026_11, edition: '2026-12' }))).toBe('document-closed')
  })

  test('a contract that both have signed throws document-closed', async () => {
    const waiting = { kind: 'contract', id: CONTRACT, version: '1.0.0' } as const
    // Chongqing was the first to sign it.
    expect(await codeOf(side('cq').withdraw(waiting, REASON))).toBe('document-closed')
  })
})
