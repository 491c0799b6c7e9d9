/** The audit of a store in which documents were replaced and withdrawn: clean as it is, and not after it was damaged. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { AuditReport } from '../../../gateway/cli/audit/report.ts'
import { auditDamaged, auditFile, CONTRACT } from './audit-store.ts'
import { type RunningWorld, startWorld } from './running.ts'

const [WATER] = CONTRACTS
if (!WATER) throw new TypeError('there is no contract')
const REASON = { zh: '示例：日期写错', en: 'Sample: a wrong day' }
const RETIREMENT = { kind: 'retirement', id: CONTRACT, version: '1.0.0' } as const
const ID = `retirement/${CONTRACT}/1.0.0`

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
  const [cq, sc] = [world.client(world.sides.cq.signatory), world.client(world.sides.sc.signatory)]
  const retire = (client: typeof cq, from: string) => client.proposeRetirement(WATER, { from, reason: REASON })
  await retire(sc, '2062-01-01')
  await retire(sc, '2027-01-01')
  await sc.withdraw(RETIREMENT, REASON)
  await retire(cq, '2027-02-01')
  await sc.signRetirement(WATER, (await sc.retirement(CONTRACT, '1.0.0')).digest)
  await cq.signRegistry({ ...SECTIONS_2026_11, edition: '2026-12' })
  await cq.withdraw({ kind: 'registry', id: 'sections', version: '2026-12' }, REASON)
  await world.stop()
}, 60_000)
afterAll(() => world.close())

const faults = ({ checks }: AuditReport): string[] =>
  checks.flatMap(({ id, faults: found }) => found.map(({ where, en }) => `${id}: ${where}: ${en}`))

test('a store with documents replaced and withdrawn is clean', async () => {
  const report = await auditFile(world, join(world.data, 'chuanyu.sqlite'))
  expect(faults(report)).toEqual([])
  // Contract, two registers, three retirements, a register edition, two withdrawals.
  expect(report.checks.find(({ id }) => id === 'documents')?.count).toBe(9)
})

describe('is found:', () => {
  const MOVED = `UPDATE signature SET document = '${ID}/2' WHERE document = '${ID}/3' AND party = 'cq'`
  test.each([
    ['a signature on what was withdrawn before', MOVED, `${ID}/2 was signed after it was closed`],
    [
      'a withdrawn document in force',
      `UPDATE document SET in_force = idx WHERE id = '${ID}/2'`,
      `both sides have signed ${ID}/2`,
    ],
    [
      'a withdrawal by the side that did not propose',
      `UPDATE signature SET party = 'sc' WHERE document = 'withdrawal/registry/sections/2026-12'`,
      'it is not by the side that proposed',
    ],
    [
      'a withdrawal of nothing',
      `DELETE FROM document WHERE id = 'registry/sections/2026-12'`,
      'the document it withdraws is not there',
    ],
    [
      'a withdrawal that names other bytes',
      `UPDATE document SET payload = replace(payload, '"document":{"digest":"', '"document":{"digest":"00') WHERE kind = 'withdrawal'`,
      'not that of the payload',
    ],
    [
      'a retirement whose predecessor is gone',
      `DELETE FROM document WHERE id = '${ID}'`,
      'the one before is not there',
    ],
    [
      'a retirement that says to replace none',
      `UPDATE document SET supersedes = NULL WHERE id = '${ID}/2'`,
      'it replaces one that another side proposed',
    ],
    [
      'a withdrawal deleted, so that what it closed looks replaced by the other side',
      `DELETE FROM document WHERE id = 'withdrawal/${ID}/2'`,
      'it replaces one that another side proposed',
    ],
  ])('%s', async (_title, sql, said) => {
    const report = await auditDamaged(world, (db) => db.exec(sql))
    expect(report.ok).toBe(false)
    expect(faults(report)).toContainEqual(expect.stringContaining(said))
  })
})
