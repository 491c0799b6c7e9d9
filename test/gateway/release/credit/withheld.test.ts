/** What becomes of a published list once a rating on it may no longer be shown: it is on no face of the release, and every proof holds. */
import { createHash } from 'node:crypto'
import readExcel from 'read-excel-file/universal'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../../contracts/types.ts'
import { verifyBundle } from '../../../../gateway/client/verify/index.ts'
import type { ProofBundle } from '../../../../gateway/release/bundle-types.ts'
import { creditList, isCreditList } from '../../../../gateway/release/credit-list.ts'
import { creditVersion } from '../../../contracts/enterprise-credit/versions.ts'
import { at, edited, failedCheck } from '../../client/tamper.ts'
import { DAY, MORNING, type RatingRow, sampleCode, sampleName, withContracts } from '../../credit/world.ts'
import { jsonOf } from '../../intake/files.ts'
import type { WorldOptions } from '../../world.ts'
import { LIST, type ListWorld, listWorld, RATINGS, REQUEST, type Shown } from './lists.ts'

let list: ListWorld
async function open(options: WorldOptions = {}): Promise<void> {
  list = await listWorld(options)
}
beforeEach(() => open())
afterEach(async () => {
  await list.world.close()
  expect(list.calls.failures).toEqual([])
})

const [FIRST] = RATINGS.cq
const first: RatingRow = FIRST ?? { enterprise: 0, authority: '' }
const repair = (): Promise<void> => list.rate('cq', [{ ...first, repair: '已修复（2026-09-01）' }])

async function namesIn({ rows }: Shown): Promise<readonly string[]> {
  return rows.shown.map(({ party, record }) => `${party} ${record.enterprise.name}`)
}
const namesNow = async (): Promise<readonly string[]> => namesIn(await list.shown(LIST))
const both = [`cq ${sampleName(1)}`, `sc ${sampleName(1)}`]
const others = [`cq ${sampleName(2)}`, `cq ${sampleName(2)}`, `sc ${sampleName(4)}`]

/** Names of enterprises with Chongqing's ratings in each table of a release that people take away. */
async function tables(): Promise<Readonly<Record<string, string>>> {
  const text = async (path: string) => (await list.calls.get(path)).text()
  const workbook = await list.calls.get(`/v1/releases/${LIST}.xlsx`)
  const sheets = await readExcel(new Blob([await workbook.arrayBuffer()]), { trim: false })
  return {
    csv: await text(`/v1/releases/${LIST}.csv`),
    html: await text(`/v1/releases/${LIST}.html`),
    json: JSON.stringify((await list.shown(LIST)).rows.shown),
    xlsx: JSON.stringify(sheets),
    page: await text(`/releases/${LIST}`),
    english: await text(`/releases/${LIST}?lang=en`),
    lookup: await text(`/v1/credit?q=${sampleCode(1)}`),
  }
}

/** SHA-256 of bytes side by side, as RFC 6962 §2.1 and the ledger's commitments have it. */
const sha = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part))))
    .digest()

/** The root of five leaves by hand: ((0 1)(2 3)) 4. */
function rootOfFive(leaves: readonly string[]): string {
  const node = (a: Uint8Array, b: Uint8Array): Buffer => sha(Uint8Array.of(1), a, b)
  const [a, b, c, d, e] = leaves.map((leaf) => Buffer.from(leaf, 'base64url'))
  if (!a || !b || !c || !d || !e || leaves.length !== 5) throw new RangeError('expected five leaves')
  return node(node(node(a, b), node(c, d)), e).toString('base64url')
}

/** Members in the order of RFC 8785; all of them are ASCII. */
function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${jcs(inner)}`).join()}}`
}

/** Holds every row of a release's JSON to its leaf, and the leaves to the root that was signed. */
function mustHold({ release, rows }: Shown): number {
  expect(rootOfFive(rows.leaves)).toBe(release.rowsRoot)
  const opened = rows.shown.filter(({ opening }) => opening !== null)
  for (const { at: place, opening, record } of opened) {
    const [salt, joint] = [opening?.salt, opening?.joint].map((one) => Buffer.from(one ?? '', 'base64'))
    if (!salt || !joint) throw new TypeError('expected an opening')
    expect(sha(Uint8Array.of(0), sha(salt, jcs(record)), joint).toString('base64url')).toBe(rows.leaves[place])
  }
  return opened.length
}

describe('once a repair is sent', () => {
  test('the row is on no face of the release, and the others are', async () => {
    await list.publish()
    for (const [face, text] of Object.entries(await tables())) {
      const words = face === 'lookup' ? [sampleName(1)] : [sampleName(1), sampleName(2)]
      for (const word of words) expect(text, face).toContain(word)
    }
    expect(await namesNow()).toEqual([...both, ...others])
    await repair()
    expect(await namesNow()).toEqual([...both.slice(1), ...others])
    for (const [face, text] of Object.entries(await tables())) {
      // The other side's rating of the enterprise is its own affair.
      expect(text, face).toContain(sampleName(1))
      // A page counts every level there is, this one none.
      const told =
        face === 'page' || face === 'english' ? /<b>(?:环保不良企业|Environmentally poor)/ : /环保不良企业|"poor"/
      expect(text, face).not.toMatch(told)
    }
  })

  test('the signed bytes are what they were, and the rows that are left can be held to them', async () => {
    await list.publish()
    const before = await list.shown(LIST)
    const jws = await (await list.calls.get(`/v1/releases/${LIST}.jws`)).text()
    expect(mustHold(before)).toBe(5)
    await repair()
    const after = await list.shown(LIST)
    expect(await (await list.calls.get(`/v1/releases/${LIST}.jws`)).text()).toBe(jws)
    expect([after.digest, after.release, after.rows.leaves]).toEqual([
      before.digest,
      before.release,
      before.rows.leaves,
    ])
    expect(mustHold(after)).toBe(4)
    const gone = before.rows.shown.find(({ at: place }) => !after.rows.shown.some((row) => row.at === place))
    expect(gone?.title.zh).toBe('环保不良企业')
  })

  test('a bundle taken before still verifies; one taken now verifies with the row’s commitment alone', async () => {
    await list.publish()
    const before = await list.bundle(LIST)
    await repair()
    const after = await list.bundle(LIST)
    expect(verifyBundle(before, list.world.trust)).toMatchObject({ ok: true, release: { records: 5, withheld: 0 } })
    const report = verifyBundle(after, list.world.trust)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report).toMatchObject({ ok: true, release: { records: 5, withheld: 1 } })
    expect(before).toContain('环保不良企业')
    expect(after).not.toContain('环保不良企业')
    expect(await list.bundle(LIST)).toBe(after)
  })

  test('the two sides still see all of it', async () => {
    await list.publish()
    await repair()
    for (const party of PARTIES) {
      const { operator } = list.world.sides[party]
      const { table } = await list.desk.show(LIST, party)
      expect(JSON.stringify(table)).toContain('环保不良企业')
      const proof = await (await list.calls.read(operator, `/v1/consultations/${LIST}/proof`)).text()
      expect(verifyBundle(proof, list.world.trust)).toMatchObject({ ok: true, release: { withheld: 0 } })
    }
    // What partners took stays theirs.
    expect(await list.bundle(LIST)).not.toContain('环保不良企业')
  })

  test('a repair asked for and not granted changes nothing, nor does another score', async () => {
    await list.publish()
    const digest = (await list.shown(LIST)).rows.shown
    await list.rate('cq', [{ ...first, score: '71', repair: '修复中（2026-09-01）' }])
    expect((await list.shown(LIST)).rows.shown).toEqual(digest)
    expect(mustHold(await list.shown(LIST))).toBe(5)
    expect(verifyBundle(await list.bundle(LIST), list.world.trust)).toMatchObject({
      ok: true,
      release: { withheld: 0 },
    })
  })
})

describe('a bundle with a row withheld', () => {
  let before: string
  let after: string
  beforeEach(async () => {
    await list.publish()
    before = await list.bundle(LIST)
    await repair()
    after = await list.bundle(LIST)
  })
  const fails = (edit: Parameters<typeof edited>[1]) => failedCheck(edited(after, edit), list.world.trust)
  type Records = ProofBundle['submissions'][number]['records']
  const places = (file: string, is: (record: Records[number]) => boolean) => {
    const bundle: ProofBundle = JSON.parse(file)
    return bundle.submissions.flatMap(({ records }, submission) =>
      records.flatMap((record, position) => (is(record) ? [{ submission, position, record }] : [])),
    )
  }
  const isWithheld = (record: Records[number]) => 'withheld' in record

  test('does not verify with a row forged in its place, whatever that is opened with', () => {
    const [{ submission, position } = { submission: 0, position: 0 }] = places(after, isWithheld)
    const true_ = at(at((JSON.parse(before) as ProofBundle).submissions, submission).records, position)
    if (!('public' in true_)) throw new TypeError('expected an opened record')
    const forged = { ...true_, public: true_.public.replace('"level":"poor"', '"level":"good"') }
    expect(forged.public).not.toBe(true_.public)
    const other = at(
      places(after, (record) => 'public' in record),
      0,
    ).record
    for (const record of [forged, { ...true_, salt: Buffer.alloc(16).toString('base64') }, other]) {
      expect(
        fails(({ submissions }) => Object.assign(at(submissions, submission).records, { [position]: record })),
      ).toBe('submissions')
    }
    // With what it was it is the bundle that was taken before.
    expect(
      fails(({ submissions }) => Object.assign(at(submissions, submission).records, { [position]: true_ })),
    ).toBeNull()
  })

  test('does not verify when the row is not counted, or another one is', () => {
    const [{ submission, position, record } = { submission: 0, position: 0, record: { leaf: '' } }] = places(
      after,
      isWithheld,
    )
    if (!('leaf' in record)) throw new TypeError('expected a leaf')
    const { leaf } = record
    expect(
      fails(({ submissions }) => Object.assign(at(submissions, submission).records, { [position]: { leaf } })),
    ).toBe('derivation')
    const [unlisted] = places(after, (one) => 'leaf' in one && !('withheld' in one))
    if (!unlisted) throw new TypeError('expected a record that is not on the list')
    const swapped = fails(({ submissions }) => {
      Object.assign(at(submissions, submission).records, { [position]: { leaf } })
      Object.assign(at(submissions, unlisted.submission).records, {
        [unlisted.position]: { ...unlisted.record, withheld: true },
      })
    })
    expect(swapped).toBe('derivation')
    expect(
      fails(({ submissions }) => Object.assign(at(at(submissions, submission).records, position), { withheld: false })),
    ).toBe('form')
  })

  test('says how many more are withheld by whoever passes it on', () => {
    const opened = places(after, (record) => 'public' in record)
    const { submission, position } = at(opened, 0)
    const original: ProofBundle = JSON.parse(before)
    expect('public' in at(at(original.submissions, submission).records, position)).toBe(true)
    const leaf = at(opened, 0).record
    if (!('public' in leaf)) throw new TypeError('expected an opened record')
    const commitment = sha(Buffer.from(leaf.salt, 'base64'), leaf.public)
    const hidden = sha(Uint8Array.of(0), commitment, Buffer.from(leaf.joint, 'base64')).toString('base64')
    const file = edited(after, ({ submissions }) =>
      Object.assign(at(submissions, submission).records, { [position]: { leaf: hidden, withheld: true } }),
    )
    expect(verifyBundle(file, list.world.trust)).toMatchObject({ ok: true, release: { withheld: 2 } })
  })
})

describe('by the clock alone', () => {
  test('a rating is gone the day after its validity ends, Asia/Shanghai', async () => {
    await list.publish()
    const until = (instant: string): void => list.pass(Date.parse(instant) - list.world.gateway.now())
    until('2026-12-31T23:59:00+08:00')
    expect(await namesNow()).toEqual([...both, ...others])
    const before = await list.bundle(LIST)
    until('2027-01-01T00:00:01+08:00')
    // The district's rating was valid until 2026-12-31.
    expect(await namesNow()).toEqual([...both, ...others.slice(1)])
    expect((await list.shown(LIST)).rows.day).toBe('2027-01-01')
    expect(await (await list.calls.get(`/v1/releases/${LIST}.csv`)).text()).not.toContain('铜梁区生态环境局')
    expect(verifyBundle(await list.bundle(LIST), list.world.trust)).toMatchObject({
      ok: true,
      release: { withheld: 1 },
    })
    expect(verifyBundle(before, list.world.trust)).toMatchObject({ ok: true, release: { withheld: 0 } })
  })

  test('all are gone in the end, and the release still verifies', async () => {
    await list.publish()
    list.pass(Date.parse('2028-01-01T00:00:00+08:00') - MORNING)
    expect(await namesNow()).toEqual([])
    expect(verifyBundle(await list.bundle(LIST), list.world.trust)).toMatchObject({
      ok: true,
      release: { withheld: 5 },
    })
    expect(await list.bundle(LIST)).not.toMatch(/样品|91000000MA/)
  })

  test('a rating that expires while it is consulted on leaves the table with the next change of the list', async () => {
    await list.rate('sc', [
      { enterprise: 8, authority: '市级:宜宾市生态环境局', level: '环保良好企业', validity: '2026-08-01至2026-09-01' },
    ])
    const { id, payload } = await jsonOf(await list.desk.propose(REQUEST), 201)
    expect(payload.rowCount).toBe(6)
    list.pass(DAY)
    expect((await list.desk.show(id)).payload.rowCount).toBe(6)
    const edit = { base: 0, cell: 'statement', reason: '综述', take: 'own', value: '2025年度评价结果。' }
    const revised = await jsonOf(await list.desk.step('sc', 'operator', id, { type: 'revise', edits: [edit] }), 201)
    expect(revised.payload).toMatchObject({ rowCount: 5, issued: expect.stringMatching(/^2026-09-02T/) })
  })
})

describe('a rating', () => {
  test('taken back from the public is gone', async () => {
    await list.publish()
    await list.rate('cq', [{ ...first, document: '' }])
    expect(await namesNow()).toEqual([...both.slice(1), ...others])
  })

  test('that its authority has changed is gone from the list that said otherwise; a correction has it, and names rows by their leaves', async () => {
    await list.publish()
    const before = await list.shown(LIST)
    await list.rate('cq', [
      { ...first, level: '环保警示企业' },
      { enterprise: 6, authority: '市级:重庆市生态环境局', level: '环保良好企业' },
      { enterprise: 2, authority: '区县级:铜梁区生态环境局', level: '环保良好企业', document: '' },
    ])
    const id = await list.publish({ ...REQUEST, corrects: LIST, reason: '评价机关复核后更正' })
    expect(id).toBe(`${LIST}-2`)
    expect(await namesNow()).toEqual([`sc ${sampleName(1)}`, ...others.slice(1)])
    const now = await list.shown(id)
    expect(await namesIn(now)).toEqual([...both, ...others.slice(1, 2), ...others.slice(2), `cq ${sampleName(6)}`])
    const leafOf = ({ rows }: Shown, n: number, level: string): string | undefined => {
      const row = rows.shown.find(({ record }) => record.enterprise.name === sampleName(n) && record.level === level)
      return row && rows.leaves[row.at]
    }
    const [poor, warned] = [leafOf(before, 1, 'poor'), leafOf(now, 1, 'warning')]
    const [added, removed] = [leafOf(now, 6, 'good'), leafOf(before, 2, 'good')]
    const told = (leaf: string | undefined): string => JSON.stringify(leaf ?? null)
    expect(now.release.changes).toEqual(
      expect.arrayContaining([
        { section: warned, member: 'row', from: told(poor), to: told(warned) },
        { section: added, member: 'row', from: 'null', to: told(added) },
        { section: removed, member: 'row', from: told(removed), to: 'null' },
      ]),
    )
    expect(now.release.changes).toHaveLength(3)
    expect(JSON.stringify(now.release)).not.toMatch(/样品|91000000MA/)
    for (const each of [LIST, id]) expect(verifyBundle(await list.bundle(each), list.world.trust).ok).toBe(true)
  })

  test('is shown with no more than the contract in force opens, and then without its opening', async () => {
    await list.world.close()
    const shy = creditVersion('2.0.0', ({ audience }) => ({ audience: { ...audience, levelSent: 'joint' } }))
    await open({ contracts: withContracts(shy) })
    await list.publish()
    await list.agree(shy)
    const { rows } = await list.shown(LIST)
    expect(rows.shown).toHaveLength(5)
    for (const { record, opening } of rows.shown) expect([record.levelSent, opening]).toEqual([undefined, null])
    const bundle = await list.bundle(LIST)
    expect(bundle).not.toContain('levelSent":"环保')
    expect(verifyBundle(bundle, list.world.trust)).toMatchObject({ ok: true, release: { withheld: 5 } })
  })

  test('is not shown while no contract is in force', async () => {
    await list.publish()
    const { releases, standing, ...gateway } = list.world.gateway
    const entry = await releases.find(LIST)
    if (!entry || !isCreditList(entry)) throw new TypeError('expected the list')
    const none = { ...gateway, standing: { ...standing, contract: () => undefined } }
    expect(await creditList(none, entry)).toMatchObject({ rows: [], terms: null, withheld: { size: 5 } })
    expect((await creditList(list.world.gateway, entry)).rows).toHaveLength(5)
  })
})
