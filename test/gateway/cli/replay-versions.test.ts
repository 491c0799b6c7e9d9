/** Under what a stored original would be read on a day: contract versions by their effective day, transition, retirement and withdrawal. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { ledgerReplayCommand } from '../../../gateway/cli/commands/ledger-replay.ts'
import { openReference } from '../../../gateway/cli/replay/terms.ts'
import type { SubmissionHeader } from '../../../gateway/client/verify/submissions.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import type { DocumentRow, StoredDocument } from '../../../gateway/ports.ts'
import { MINOR, retirementOf, WATER, withdrawalOf } from '../documents/lives.ts'
import { CONTRACT, file } from './audit-store.ts'
import { callCommand, jsonLines } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

type Row = readonly [kind: DocumentRow['kind'], id: string, payload: string, signed: 1 | 2]

/** Documents as a ledger holds them, each after the one before. */
function ledger(rows: readonly Row[]): ReadonlyMap<string, StoredDocument> {
  const documents = rows.map(([kind, id, payload, signed], at): StoredDocument => {
    const signatures = PARTIES.slice(0, signed).map((party, n) => {
      return { document: id, party, kid: party, protected: '', signature: '', index: at * 2 + n }
    })
    const required = kind === 'withdrawal' ? 1 : 2
    const inForce = signed >= required ? at * 2 + signed - 1 : null
    const digest = sha256Hex(payload)
    return { id, kind, payload, digest, supersedes: null, index: at * 2, time: '', inForce, signatures }
  })
  return new Map(documents.map((document) => [document.digest, document]))
}

const contractRow = (one: Contract, signed: 1 | 2 = 2) =>
  ['contract', `contract/${one.id}/${one.version}`, one.source, signed] as const
const retirementRow = (one: Contract, from: string, signed: 1 | 2 = 2) =>
  ['retirement', `retirement/${one.id}/${one.version}`, retirementOf(one, { from }), signed] as const
const REGISTER = ['registry', 'registry/sections/2026-11', canonical(SECTIONS_2026_11), 2] as const
const HEADER: SubmissionHeader = {
  accepted: { count: 1, root: '' },
  adapter: { id: 'chongqing/water', version: '0.0.1' },
  agency: 'cq-monitoring',
  at: '2026-11-16T01:00:00.000Z',
  contract: { digest: sha256Hex(WATER.source), id: CONTRACT, version: '1.0.0' },
  duplicates: 0,
  evidence: { bytes: 0, digest: '', mediaType: 'text/csv' },
  kid: '',
  party: 'cq',
  registry: { digest: sha256Hex(canonical(SECTIONS_2026_11)), edition: '2026-11', id: 'sections' },
  rejected: { count: 0, root: '' },
  rows: 1,
  submission: '',
  type: 'submission',
  v: 1,
}

/** The version meant on a day, or why none. */
function on(day: string, ...rows: readonly Row[]): string {
  const terms = openReference(ledger([REGISTER, ...rows]), [...CONTRACTS, MINOR]).asNow(HEADER, day)
  return 'reason' in terms ? terms.reason.en : terms.contract.version
}

describe('on a day', () => {
  // 1.1.0 is effective from 20 November 2026; 1.0.0 counts beside it until the 30th.
  const BOTH = [contractRow(WATER), contractRow(MINOR)] as const

  test.each([
    ['2026-11-19', '1.0.0'],
    ['2026-11-20', '1.1.0'],
    ['2026-11-30', '1.1.0'],
    ['2026-12-01', '1.1.0'],
  ])('%s of two versions that both sides signed it is %s', (day, version) => {
    expect(on(day, ...BOTH)).toBe(version)
  })

  test('within the transition the older one is meant when the newer has been retired; after it none', () => {
    const rows = [...BOTH, retirementRow(MINOR, '2026-11-25')] as const
    expect(on('2026-11-24', ...rows)).toBe('1.1.0')
    expect(on('2026-11-25', ...rows)).toBe('1.0.0')
    const none = `no version of the contract is in force on 2026-12-01 (${CONTRACT}@1.1.0: retired)`
    expect(on('2026-12-01', ...rows)).toBe(none)
  })

  test('a version that only one side signed, or its proposer withdrew, is not meant', () => {
    const proposed = [contractRow(WATER), contractRow(MINOR, 1)] as const
    expect(on('2026-12-01', ...proposed)).toBe('1.0.0')
    const id = `contract/${CONTRACT}/1.1.0`
    const withdrawal = ['withdrawal', `withdrawal/${id}`, withdrawalOf(id, MINOR.source), 1] as const
    expect(on('2026-12-01', ...proposed, withdrawal)).toBe('1.0.0')
    expect(on('2026-12-01', contractRow(MINOR, 1), withdrawal)).toContain(`${CONTRACT}@1.1.0: withdrawn`)
  })

  test('a retirement counts from its day, and only once both have signed it', () => {
    expect(on('2026-11-19', contractRow(WATER), retirementRow(WATER, '2026-11-20'))).toBe('1.0.0')
    expect(on('2026-11-20', contractRow(WATER), retirementRow(WATER, '2026-11-20'))).toContain('1.0.0: retired')
    expect(on('2026-11-20', contractRow(WATER), retirementRow(WATER, '2026-11-20', 1))).toBe('1.0.0')
  })

  test('without any version in the ledger there is nothing to read it under', () => {
    expect(on('2026-11-20')).toContain('no adapter, contract or register')
  })
})

describe('by the command', () => {
  let world: RunningWorld
  beforeAll(async () => {
    world = await startWorld()
    const bytes = file(['朱沱', '2025-11-04 08:00', '1.1'])
    await world.client(world.sides.cq.agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    const [cq, sc] = [world.client(world.sides.cq.signatory), world.client(world.sides.sc.signatory)]
    const reason = { zh: '示例：不再共享', en: 'Sample: no longer shared' }
    await sc.proposeRetirement(WATER, { from: '2025-11-01', reason })
    await cq.signRetirement(WATER, (await cq.retirement(CONTRACT, '1.0.0')).digest)
    await world.stop()
  }, 60_000)
  afterAll(() => world.close())

  test('a submission under a contract now retired replays as then, and under nothing today', async () => {
    const then = await callCommand(ledgerReplayCommand, ['--data', world.data])
    expect(then).toMatchObject({ code: 0 })
    const now = await callCommand(ledgerReplayCommand, ['--data', world.data, '--current', '--json'])
    expect(now.code).toBe(3)
    const [line, summary] = jsonLines(now.stdout)
    expect(line).toMatchObject({ outcome: 'not-replayed' })
    expect(JSON.stringify(line)).toContain(`${CONTRACT}@1.0.0: retired`)
    expect(summary).toMatchObject({ submissions: 1, notReplayed: 1 })
  })
})
