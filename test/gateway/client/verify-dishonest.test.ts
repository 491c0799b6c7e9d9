import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { BulletinSection, WaterBulletin } from '../../../gateway/release/bulletin-types.ts'
import { derivationDigest } from '../../../gateway/release/derivation.ts'
import { readBulletin } from '../frozen.ts'
import { playWeek } from '../week.ts'
import { csv, MONDAY, openWorld, type World } from '../world.ts'
import { at, edited, failedCheck } from './tamper.ts'

let worlds: World[] = []
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.close()))
  worlds = []
})

async function playedWorld(): Promise<World> {
  const world = await openWorld()
  worlds.push(world)
  await playWeek(world)
  return world
}

describe('a ledger whose operator let in what it must refuse', () => {
  test('a signature by a key revoked before it fails the release', async () => {
    const world = await playedWorld()
    const document = await world.propose(MONDAY)
    await world.sign('cq', document)
    await world.listKeys('sc', [world.sides.sc.signatory])
    await world.sign('sc', document, { unguarded: true })
    const file = await world.bundle(document)
    expect(JSON.parse(file).keys).toHaveLength(3)
    expect(failedCheck(file, world.trust)).toBe('release')
  })

  test('a signature by a key revoked after it holds', async () => {
    const world = await playedWorld()
    const document = await world.propose(MONDAY)
    await world.sign('sc', document)
    await world.listKeys('sc', [world.sides.sc.signatory])
    await world.sign('cq', document)
    expect(failedCheck(await world.bundle(document), world.trust)).toBeNull()
  })

  test.each(['agency', 'operator'] as const)('a signature by the key of an %s fails the release', async (role) => {
    const world = await playedWorld()
    const document = await world.propose(MONDAY)
    await world.sign('cq', document)
    await world.sign('sc', document, { key: world.sides.sc[role], unguarded: true })
    expect(failedCheck(await world.bundle(document), world.trust)).toBe('release')
  })

  test("a signature entered for one side with the other's key fails the release", async () => {
    const world = await playedWorld()
    const document = await world.propose(MONDAY)
    await world.sign('cq', document)
    await world.sign('sc', document, { key: world.sides.cq.signatory, unguarded: true })
    expect(failedCheck(await world.bundle(document), world.trust)).toBe('release')
  })

  test('a submission by a key without the role of an agency fails the submissions', async () => {
    const world = await playedWorld()
    await world.submit('cq', csv([['朱沱', '2026-11-03 04:00', '2.0']]), world.sides.cq.operator)
    expect(failedCheck(await world.bundle(await world.publish(MONDAY)), world.trust)).toBe('submissions')
  })

  test("a submission entered for one side with the other's key fails the submissions", async () => {
    const world = await playedWorld()
    await world.submit('cq', csv([['朱沱', '2026-11-03 04:00', '2.0']]), world.sides.sc.agency)
    expect(failedCheck(await world.bundle(await world.publish(MONDAY)), world.trust)).toBe('submissions')
  })

  test('a key list left out of the bundle fails the release, which names it', async () => {
    const world = await playedWorld()
    await world.listKeys('cq')
    const file = await world.bundle(await world.publish(MONDAY))
    expect(failedCheck(file, world.trust)).toBeNull()
    const without = edited(file, ({ keys, leaves }) => {
      keys.pop()
      leaves.splice(
        leaves.findLastIndex(({ leaf }) => JSON.parse(leaf).type === 'keys'),
        1,
      )
    })
    expect(failedCheck(without, world.trust)).toBe('release')
  })

  test('a key list that came between draft and signature and is left out goes unseen by the bundle alone, as the document on verifying says', async () => {
    const world = await playedWorld()
    const document = await world.propose(MONDAY)
    await world.sign('cq', document)
    await world.listKeys('sc', [world.sides.sc.signatory])
    await world.sign('sc', document, { unguarded: true })
    const without = edited(await world.bundle(document), ({ keys, leaves }) => {
      keys.pop()
      leaves.splice(
        leaves.findLastIndex(({ leaf }) => JSON.parse(leaf).type === 'keys'),
        1,
      )
    })
    expect(failedCheck(without, world.trust)).toBeNull()
    const told = readFileSync(join(import.meta.dirname, '../../../gateway/docs/verify.md'), 'utf8')
    expect(told).toContain('that no key list came between the draft of a release and a signature on it')
  })

  test('a draft under an older key list than the last fails the release', async () => {
    const world = await playedWorld()
    const { payload } = await world.propose(MONDAY)
    await world.listKeys('sc')
    const stale = await world.lay(canonical({ ...readBulletin(payload), id: 'weekly-water-stale' }))
    for (const party of ['cq', 'sc'] as const) await world.sign(party, stale)
    expect(failedCheck(await world.bundle(stale), world.trust)).toBe('release')
  })
})

describe('a bulletin that both sides signed but that its proofs do not bear out', () => {
  const section = (bulletin: WaterBulletin, change: (one: BulletinSection) => object): WaterBulletin => ({
    ...bulletin,
    sections: bulletin.sections.map((one, index) => (index === 0 ? { ...one, ...change(one) } : one)),
  })
  const lies: readonly (readonly [string, string, (bulletin: WaterBulletin) => object])[] = [
    ['of another ledger', 'release', (b) => ({ ledger: { ...b.ledger, origin: 'other.test/log' } })],
    ['from a ledger size past its draft', 'release', (b) => ({ ledger: { ...b.ledger, size: b.ledger.size + 100 } })],
    ['of another contract version', 'release', (b) => ({ contract: { ...b.contract, version: '2.0.0' } })],
    [
      'under a key list of another edition',
      'release',
      (b) => ({ keys: { ...b.keys, cq: { ...b.keys.cq, edition: 7 } } }),
    ],
    ['under a key list of another digest', 'release', (b) => ({ keys: { ...b.keys, cq: b.keys.sc } })],
    ['said to be no sandbox', 'release', () => ({ sandbox: false })],
    ['with an unknown member', 'release', () => ({ approved: true })],
    ['with a class that is none', 'release', (b) => section(b, () => ({ class: 7 }))],
    ['with a section twice', 'release', (b) => ({ sections: [...b.sections, at(b.sections, 0)] })],
    [
      'of a period that ends before it starts',
      'release',
      ({ period }) => ({
        period: { start: period.end, end: period.start },
        derivedFrom: { count: 0, digest: derivationDigest([]) },
      }),
    ],
    ['with a reason but no correction', 'release', () => ({ reason: '更正' })],
    [
      'with a record more than there are',
      'derivation',
      (b) => section(b, ({ records }) => ({ records: { ...records, held: records.held + 1 } })),
    ],
    [
      'with a record counted for the other side',
      'derivation',
      (b) =>
        section(b, ({ records }) => ({
          records: { ...records, bySide: { cq: records.bySide.sc, sc: records.bySide.cq } },
        })),
    ],
    [
      'with copies said to agree that are not there',
      'derivation',
      (b) => section(b, ({ records }) => ({ records: { ...records, corroborated: records.corroborated + 1 } })),
    ],
    ['without a section that it has records of', 'derivation', (b) => ({ sections: b.sections.slice(1) })],
    [
      'without a section that it has records of, the total made to fit',
      'derivation',
      ({ sections, coverage }) => ({
        sections: sections.slice(1),
        coverage: { ...coverage, held: coverage.held - at(sections, 0).records.held },
      }),
    ],
    [
      'with a class for a section without records',
      'derivation',
      (b) => ({ sections: [...b.sections, invented(at(b.sections, 0))] }),
    ],
    ['said to be reviewed', 'derivation', () => ({ review: 'final' })],
    ['of another originator', 'derivation', () => ({ originators: ['sc'] })],
    [
      'with a total that is not the sum',
      'derivation',
      (b) => ({ coverage: { ...b.coverage, held: b.coverage.held + 1 } }),
    ],
  ]
  const invented = (like: BulletinSection): BulletinSection => ({
    ...like,
    id: 'sc-虚构',
    records: { expected: 42, held: 0, bySide: { cq: 0, sc: 0 }, corroborated: 0, conflicting: 0 },
  })

  test('fails the check that shows it', async () => {
    const world = await playedWorld()
    const { payload } = await world.propose(MONDAY)
    const bulletin = readBulletin(payload)
    expect(at(bulletin.sections, 0).records).toMatchObject({
      held: 3,
      bySide: { cq: 3, sc: 2 },
      corroborated: 1,
      conflicting: 1,
    })
    const verdicts: string[] = []
    for (const [index, [what, , lie]] of [['told truly', '', () => ({})] as const, ...lies].entries()) {
      const document = await world.lay(canonical({ ...bulletin, ...lie(bulletin), id: `weekly-water-lie-${index}` }))
      for (const party of ['cq', 'sc'] as const) await world.sign(party, document)
      verdicts.push(`${what}: ${failedCheck(await world.bundle(document), world.trust)}`)
    }
    expect(verdicts).toEqual(['told truly: null', ...lies.map(([what, check]) => `${what}: ${check}`)])
  })
})
