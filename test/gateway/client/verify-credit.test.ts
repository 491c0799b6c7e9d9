/** Bundles of lists of ratings: a sound one verifies; whatever is changed, or does not bear the list out though both signed it, does not. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { verifyCommand } from '../../../gateway/cli/commands/verify.ts'
import { mustBearOutRatings } from '../../../gateway/client/verify/credit-derivation.ts'
import { readCreditForm } from '../../../gateway/client/verify/credit-form.ts'
import type { JointDocument } from '../../../gateway/client/verify/joint.ts'
import { membersOf, type PublicRecord } from '../../../gateway/client/verify/public-record.ts'
import { groupCommitment, recordLeaf } from '../../../gateway/ledger/commitment.ts'
import { toBase64 } from '../../../gateway/ledger/encoding.ts'
import type { ProofBundle, TrustFile } from '../../../gateway/release/bundle-types.ts'
import { rowsRoot } from '../../../gateway/release/products/credit/rows.ts'
import type { CreditRelease } from '../../../gateway/release/release-types.ts'
import { readRelease } from '../../../gateway/release/releases.ts'
import { CREDIT } from '../../contracts/enterprise-credit/versions.ts'
import { callCommand } from '../cli/run.ts'
import { LIST, type ListWorld, listWorld } from '../release/credit/lists.ts'
import { playWeek } from '../week.ts'
import { MONDAY, openWorld } from '../world.ts'
import { at, changes, edited, failedCheck } from './tamper.ts'

let list: ListWorld
let trust: TrustFile
let whole: string
let redacted: string
let signed: CreditRelease

beforeAll(async () => {
  list = await listWorld()
  trust = list.world.trust
  await list.publish()
  whole = await list.bundle(LIST)
  list.pass(Date.parse('2027-01-01T12:00:00+08:00') - list.world.gateway.now())
  redacted = await list.bundle(LIST)
  const { payload } = await list.desk.show(LIST)
  const release = readRelease(canonical(payload))
  if (release.type !== 'annual-credit-list') throw new TypeError('expected a list')
  signed = release
}, 30_000)
afterAll(() => list.world.close())

test('the whole bundle and the one with a row withheld verify', () => {
  expect(failedCheck(whole, trust)).toBeNull()
  expect(failedCheck(redacted, trust)).toBeNull()
  expect(redacted).toContain('"withheld":true')
})

test('the command says how many rows are there by their commitment alone, and ends with 0', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-credit-'))
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const keys = written('trust.json', JSON.stringify(trust))
  const said = async (text: string) => callCommand(verifyCommand, [written('b.json', text), '--trust', keys])
  const [all, some] = [await said(whole), await said(redacted)]
  rmSync(folder, { recursive: true })
  expect([all.code, some.code]).toEqual([0, 0])
  expect(all.stdout).not.toContain('lawfully')
  expect(some.stdout).toContain('依法不再展示、仅存承诺 1 行 · 1 row lawfully removed from display')
})

describe('whatever is changed, it no longer verifies', { timeout: 60_000 }, () => {
  const passing = (all: Iterable<{ readonly path: string; readonly value: unknown }>) => {
    const passed: string[] = []
    const tried = new Set<string>()
    for (const { path, value } of all) {
      if (tried.has(path)) continue
      tried.add(path)
      if (failedCheck(canonical(value), trust) === null) passed.push(path)
    }
    return { tried: tried.size, passed }
  }

  test.each(['whole', 'redacted'])('every text, number, list and member of the %s bundle', (which) => {
    const { tried, passed } = passing(changes(JSON.parse(which === 'whole' ? whole : redacted)))
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(150)
  })

  test('every place within its payload', () => {
    const bundle: ProofBundle = JSON.parse(whole)
    const { payload, signatures } = bundle.release
    function* within() {
      for (const { path, value } of changes(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))) {
        const coded = Buffer.from(canonical(value), 'utf8').toString('base64url')
        yield { path, value: { ...bundle, release: { payload: coded, signatures } } }
      }
    }
    const { tried, passed } = passing(within())
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(40)
  })

  test('any one byte of the file', () => {
    const bytes = Buffer.from(redacted, 'utf8')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(place) ^ mask, place)
        expect(failedCheck(changed, trust)).not.toBeNull()
      }),
      { numRuns: 150 },
    )
  })
})

describe('a payload that both signed all the same', () => {
  let edition = 100
  async function signedAnyway(change: Partial<CreditRelease>): Promise<string> {
    const document = await list.world.lay(canonical({ ...signed, id: `${LIST}-${edition++}`, ...change }))
    for (const party of PARTIES) await list.world.sign(party, document)
    return list.world.bundle(document)
  }

  test('verifies unchanged', async () => {
    expect(failedCheck(await signedAnyway({}), trust)).toBeNull()
  })

  test.each<[string, string, () => object]>([
    ['of another root', 'derivation', () => ({ rowsRoot: 'A'.repeat(43) })],
    ['of one row more', 'release', () => ({ rowCount: signed.rowCount + 1 })],
    ['with the rows in it', 'release', () => ({ rows: [] })],
    ['without a scheme of its rows', 'derivation', () => ({ standards: signed.standards.slice(1) })],
    ['that changes a row in words, not by its leaf', 'release', () => correction('"样品1有限公司（示例）"')],
    ['that changes a row which is not on it', 'derivation', () => correction(JSON.stringify('A'.repeat(43)))],
  ])('%s does not', async (_, check, change) => {
    expect(failedCheck(await signedAnyway(change()), trust)).toBe(check)
  })

  const correction = (to: string): object => {
    const section: unknown = JSON.parse(to)
    return {
      supersedes: { id: LIST, digest: '0'.repeat(64) },
      reason: '更正',
      changes: [{ section, member: 'row', from: 'null', to }],
    }
  }
})

test('a bulletin of water has every record opened: none may be withheld from it', async () => {
  const water = await openWorld()
  await playWeek(water)
  const file = await water.bundle(await water.publish(MONDAY))
  const hidden = edited(file, ({ submissions }) => {
    const records = at(submissions, 0).records
    const [first] = records
    if (!first || !('public' in first)) throw new TypeError('expected an opened record')
    const open = groupCommitment(first.public, Buffer.from(first.salt, 'base64'))
    records[0] = { leaf: toBase64(recordLeaf(open, Buffer.from(first.joint, 'base64'))), withheld: true }
  })
  expect(failedCheck(hidden, water.trust)).toBe('derivation')
  expect(failedCheck(file, water.trust)).toBeNull()
  await water.close()
})

describe('a rating that is opened', () => {
  const RATING = {
    authority: { level: 'municipality', name: '重庆市生态环境局' },
    enterprise: { code: '91000000MA00000157', division: null, name: '样品有限公司（示例）' },
    level: 'good',
    levelSent: '环保良好企业',
    publicationBasis: { document: '示例公告〔2026〕1号', notice: null },
    ratingYear: 2025,
    scheme: '渝环规〔2021〕7号',
    status: 'rated',
    validity: { from: '2026-08-13', to: '2027-08-12' },
  }
  const LEAVES = [1, 2].map((n) => Buffer.alloc(32, n).toString('base64url'))
  const contract = { value: JSON.parse(CREDIT.source) } as JointDocument

  function holds(parts: readonly object[], party: PartyId = 'cq'): void {
    const opened = parts.map((part, position): PublicRecord => {
      const value = JSON.parse(JSON.stringify({ ...RATING, ...part }))
      const leaf = at(LEAVES, position)
      const placed = { party, submission: 's', index: 7, position, leaf, place: `s/${position}` }
      return { ...placed, publicPart: canonical(value), contract, members: membersOf(value) }
    })
    const root = rowsRoot(LEAVES.slice(0, parts.length))
    const release = {
      ...signed,
      issued: '2026-09-01T09:00:00+08:00',
      rowsRoot: root,
      rowCount: parts.length,
      changes: [],
    }
    mustBearOutRatings({ opened, withheld: [] }, release, contract)
  }

  test('that is sound holds, and so does one that is not rated', () => {
    expect(() => holds([{}])).not.toThrow()
    expect(() =>
      holds([
        {},
        { level: null, status: 'suspended', enterprise: { ...RATING.enterprise, code: '91000000MA00000232' } },
      ]),
    ).not.toThrow()
  })

  test.each<[string, readonly object[]]>([
    ['of another year', [{ ratingYear: 2024 }]],
    ['rated without a level', [{ level: null }]],
    ['of a level nobody has', [{ level: 'gold' }]],
    ['with a level though it is not rated', [{ status: 'not-rated' }]],
    ['by the other side’s scheme', [{ scheme: '四川省企业环境信用评价指标及计分方法（2019年版）' }]],
    ['by no scheme', [{ scheme: null }]],
    ['of no enterprise', [{ enterprise: null }]],
    ['before its validity', [{ validity: { from: '2026-09-02', to: null } }]],
    ['after its validity', [{ validity: { from: null, to: '2026-08-31' } }]],
    ['before its notice', [{ publicationBasis: { document: null, notice: { from: '2026-09-02', to: '2026-09-11' } } }]],
    ['twice', [{}, { level: 'poor' }]],
  ])('%s does not', (_, parts) => {
    expect(() => holds(parts)).toThrow()
  })
})

test('no list is found in what is none, and nothing but a fault is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (told) => {
      expect(() => readCreditForm(told)).toThrow(TypeError)
    }),
  )
})
