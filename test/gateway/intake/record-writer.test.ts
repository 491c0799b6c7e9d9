/** Records written straight into bytes: equal to their canonical text (RFC 8785), to their audience's parts, and to the tree over both. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chongqingWater } from '../../../adapters/chongqing/water.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { sichuanWater } from '../../../adapters/sichuan/water.ts'
import type { NormalisedRecord, NormaliseResult } from '../../../adapters/types.ts'
import { splitAudience } from '../../../contracts/audience.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import type { Audience } from '../../../contracts/types.ts'
import { WATER_ITEMS } from '../../../contracts/water-section-quality/record.ts'
import { generateKey, importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { submissionHeader } from '../../../gateway/intake/entry.ts'
import { signReceipt } from '../../../gateway/intake/receipt.ts'
import { recordWriter, type WrittenRecords } from '../../../gateway/intake/record-writer.ts'
import type { SubmissionRequest } from '../../../gateway/intake/submit.ts'
import { recordTree } from '../../../gateway/ledger/commitment.ts'
import { SEED_FILES } from '../../../seeds/parties.ts'

const [contract] = CONTRACTS
if (!contract) throw new Error('expected a contract')
const { audience } = contract.terms

/** Bytes told apart by where they were drawn. */
function counted(): (bytes: number) => Uint8Array {
  let drawn = 0
  return (bytes) => {
    drawn += 1
    return createHash('shake256', { outputLength: bytes }).update(String(drawn)).digest()
  }
}

function write(
  records: readonly NormalisedRecord<object>[],
  by: Readonly<Record<string, Audience>> = audience,
): WrittenRecords {
  const writer = recordWriter(by, counted())
  for (const record of records) writer.write(record)
  return writer.finish()
}

const wrap = (record: object, row: number): NormalisedRecord<object> => ({
  key: `k${row}`,
  subject: `s${row % 7}`,
  end: row * 1000,
  row,
  record,
})

interface Texts {
  readonly body: string
  readonly publicPart: string
  readonly jointPart: string
}
const known = new WeakMap<object, Texts>()

/** What RFC 8785 and the audience table make of a record, without the writer's shortcuts. */
function texts(record: object, by: Readonly<Record<string, Audience>>): Texts {
  const before = by === audience ? known.get(record) : undefined
  if (before) return before
  const part = (open: boolean) =>
    canonical(Object.fromEntries(Object.entries(record).filter(([member]) => (by[member] === 'public') === open)))
  const made = { body: canonical(record), publicPart: part(true), jointPart: part(false) }
  if (by === audience) known.set(record, made)
  return made
}

function check(records: readonly NormalisedRecord<object>[], by: Readonly<Record<string, Audience>> = audience): void {
  const { batch, salts, leaves } = write(records, by)
  const bodies = Buffer.from(batch.bodies)
  expect(batch.offsets).toHaveLength(records.length + 1)
  expect([batch.offsets[0], batch.offsets.at(-1)]).toEqual([0, bodies.length])
  const publicParts: string[] = []
  const jointParts: string[] = []
  for (const [at, { key, subject, end, row, record }] of records.entries()) {
    const text = bodies.toString('utf8', batch.offsets[at], batch.offsets[at + 1])
    const expected = texts(record, by)
    if (text !== expected.body) expect(text).toBe(expected.body)
    expect([batch.keys[at], batch.subjects[at], batch.ends[at], batch.rows[at]]).toEqual([key, subject, end, row])
    publicParts.push(expected.publicPart)
    jointParts.push(expected.jointPart)
  }
  const random = counted()
  expect(Buffer.from(salts)).toEqual(Buffer.concat(records.map(() => random(32))))
  expect(Buffer.from(leaves)).toEqual(Buffer.from(recordTree({ publicParts, jointParts, salts }).leaves))
}

const ADAPTERS = { cq: chongqingWater, sc: sichuanWater }
const AT = Date.parse('2026-11-16T00:00:00+08:00')

function seedRecords(): { records: NormalisedRecord<object>[]; result: NormaliseResult } {
  const records: NormalisedRecord<object>[] = []
  let last: NormaliseResult | undefined
  for (const { party, file, mediaType } of SEED_FILES) {
    const bytes = readFileSync(join(import.meta.dirname, '../../../seeds', file))
    const input = { bytes, mediaType, at: AT, registry: SECTIONS_2026_11, limits: FORMAT_LIMITS }
    last = ADAPTERS[party].normalise(input, (record) => records.push(record))
  }
  if (!last) throw new Error('expected seed files')
  return { records, result: last }
}

describe('records of real files', () => {
  const { records } = seedRecords()

  test('every record of the sample files', () => {
    expect(records.length).toBeGreaterThan(1700)
    check(records)
  })

  test('five thousand in one batch', () => {
    const many = Array.from({ length: 5000 }, (_, at) => records[at % records.length]).filter(
      (one) => one !== undefined,
    )
    expect(many).toHaveLength(5000)
    check(many)
  })

  test('none at all', () => {
    const { batch, salts, leaves } = write([])
    expect([batch.keys, batch.offsets, batch.bodies.length, salts.length, leaves.length]).toEqual([[], [0], 0, 0, 0])
  })

  test('whatever was written before, a writer gives the same', () => {
    const some = records.slice(0, 40)
    const before = write(some)
    check(records.slice(200, 300))
    expect(write(some)).toEqual(before)
  })

  test('the audience’s parts are those that a release opens', () => {
    for (const { record } of records.slice(0, 200)) {
      expect(splitAudience(record, audience)).toEqual(texts(record, audience))
    }
  })
})

describe('random valid records', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  const result = fc
    .oneof(
      fc.record({
        qualifier: fc.constantFrom(null, '<', 'L'),
        reported: text,
        value: fc.oneof(
          fc.constantFrom(0, -0, 1, 12, 0.1, 1e-7, 1e21, 5e-324),
          fc.double({ noNaN: true, min: 0, max: 10 }),
        ),
      }),
      fc.record({
        qualifier: fc.constantFrom('ND', 'missing', 'not-monitored'),
        reported: fc.option(text),
        value: fc.constant(null),
      }),
    )
    .map(({ qualifier, reported, value }) => ({ qualifier, reported, unit: 'mg/L', value }))
  const results = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...WATER_ITEMS), result), { minLength: 1, selector: ([item]) => item })
    .map((list) => Object.fromEntries(list.sort(([a], [b]) => (a < b ? -1 : 1))))
  const waterClass = fc.constantFrom(1, 2, 3, 4, 5, 6, null)
  const items = fc.uniqueArray(fc.constantFrom(...WATER_ITEMS))
  const note = fc.oneof(
    fc.record({ rule: fc.constantFrom('key-repeated', 'no-figure') }),
    fc.record({ field: fc.constant('/class'), rule: fc.constant('class-differs'), sent: text }),
  )
  const record = fc
    .record({
      class: fc.tuple(waterClass, waterClass, items, items).map(([computed, reported, determining, used]) => ({
        basis: 'manual',
        computed,
        determining,
        items: used,
        reported,
        standard: 'GB 3838-2002',
      })),
      interval: fc.constantFrom(
        Object.freeze({ end: '2026-11-16T04:00:00+08:00', start: '2026-11-16T00:00:00+08:00' }),
        { end: '2026-11-16T08:00:00+08:00', start: '2026-11-16T04:00:00+08:00' },
      ),
      monitoring: fc.constantFrom('automatic', 'manual'),
      notes: fc.array(note, { maxLength: 4 }),
      originator: fc.constantFrom('cnemc', 'cq', 'sc'),
      publication: fc.constantFrom('none', 'joint', 'public'),
      results,
      review: fc.constantFrom('raw', 'reviewed', 'final'),
      section: text.map((name) =>
        Object.freeze({ border: null, id: 'cq-寸滩', level: null, mn: null, name, river: null, waterBody: 'river' }),
      ),
      station: fc.constantFrom('normal', 'unknown'),
      target: waterClass,
    })
    .map((members) => ({ ...members }))

  test('are written as RFC 8785 has them', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (list) => check(list.map(wrap))),
      { numRuns: 150 },
    )
  })
})

describe('odd members', () => {
  const all: Readonly<Record<string, Audience>> = { a: 'public', c: 'public' }

  test('empty objects and arrays, nested ones, words beyond any script', () => {
    check(
      [
        { a: {}, b: [], c: { x: {}, y: [] } },
        { a: [[], [{}]], b: '', c: null },
        { a: '渝😀\u0000\u001f"\\/\u2028', b: true, c: -0 },
        { a: { x: '川'.repeat(20_000) }, b: 1e21, c: 5e-324 },
      ].map(wrap),
      all,
    )
  })

  test('a record whose members are all of one group leaves the other an empty object', () => {
    check([wrap({ a: 1, c: 2 }, 1), wrap({ b: 1 }, 2)], all)
  })

  test('more different words than are remembered, each twice, and numbers beside the same words', () => {
    const words = Array.from({ length: 200 }, (_, at) => ({ a: `词${at}`, b: at, c: String(at) }))
    check([...words, ...words].map(wrap), all)
    check(
      [{ a: 1 }, { a: '1' }, { a: true }, { a: 'true' }, { a: null }, { a: 'null' }, { a: 1 }, { a: '1' }].map(wrap),
      all,
    )
  })

  test('one frozen object under two names, again and again', () => {
    const shared = Object.freeze({ x: 1, y: '两江' })
    const list = Object.freeze(['甲', '乙'])
    const records = Array.from({ length: 6 }, () => ({ a: shared, b: shared, c: { p: shared, q: list } }))
    check(records.map(wrap), all)
    check([...records].reverse().map(wrap), all)
  })

  test('an object that is not frozen is written as it is each time', () => {
    const loose = { x: 1 }
    const writer = recordWriter(all, counted())
    for (; loose.x <= 4; loose.x++) writer.write(wrap({ a: loose }, loose.x))
    const bodies = Buffer.from(writer.finish().batch.bodies).toString()
    expect(bodies).toBe('{"a":{"x":1}}{"a":{"x":2}}{"a":{"x":3}}{"a":{"x":4}}')
  })

  test('any tree of members in canonical order', () => {
    const tree: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false, 0, 1, -7, 0.5, 1e-7, '', '值', 'word'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
        tie('object').map((made) => Object.freeze(made)),
      ),
      object: fc
        .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,3}$/), tie('value')), {
          maxLength: 4,
          selector: ([name]) => name,
        })
        .map((members) => Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))),
    })).value
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
    const record = names.chain((list) =>
      fc
        .tuple(...list.map(() => tree))
        .map((values) => Object.fromEntries(list.sort().map((name, at) => [name, values[at]]))),
    )
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (list) => check([...list, ...list].map(wrap), all)),
      { numRuns: 200 },
    )
  })

  test('a record that is none is refused', () => {
    expect(() => write([wrap([], 1)])).toThrow(TypeError)
  })
})

describe('what goes into the ledger beside them', () => {
  const { privateJwk } = generateKey('ed25519')
  const key = importPrivateJwk(privateJwk)
  const document = {
    id: 'registry/sections/2026-11',
    kind: 'registry',
    payload: canonical(SECTIONS_2026_11),
    digest: 'd'.repeat(64),
    supersedes: null,
    index: 4,
    time: '2026-11-16T00:00:00.000Z',
    inForce: 6,
    signatures: [],
  } as const
  const request = (mediaType: string, agency: string): SubmissionRequest => ({
    party: 'cq',
    agency,
    kid: 'kid',
    nonce: { kid: 'kid', nonce: 'n', expires: 1 },
    idempotencyKey: null,
    mediaType,
    bytes: new Uint8Array(12),
    digest: 'e'.repeat(64),
    evidence: { method: 'POST', targetUri: '', contentType: '', contentDigest: '', signatureInput: '', signature: '' },
    at: AT,
    contract,
    contractDigest: 'c'.repeat(64),
    registry: { registry: SECTIONS_2026_11, document },
    adapter: chongqingWater,
  })
  const { records, result } = seedRecords()
  const rows = { result, written: write(records.slice(0, 3)) }
  const roots = { accepted: 'A'.repeat(43), rejected: 'B'.repeat(43) }
  const header = (mediaType = 'text/csv; charset="gb18030"', agency = '重庆市生态环境监测中心（示例）') =>
    submissionHeader('ab'.repeat(16), request(mediaType, agency), rows, roots)

  test('the header is its own canonical text, and says what was counted', () => {
    expect(header()).toBe(canonical(JSON.parse(header())))
    expect(JSON.parse(header())).toMatchObject({
      accepted: { count: 3, root: roots.accepted },
      adapter: { id: 'chongqing/water', version: chongqingWater.version },
      at: '2026-11-15T16:00:00.000Z',
      evidence: { bytes: 12, digest: 'e'.repeat(64) },
      rejected: { count: result.rejections.length, root: roots.rejected },
      rows: result.rowsIn,
      type: 'submission',
    })
  })

  test('whatever the agency is called and the media type says', () => {
    const words = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(words, words, (mediaType, agency) => {
        const text = header(mediaType, agency)
        expect(text).toBe(canonical(JSON.parse(text)))
      }),
    )
  })

  test('the receipt is its own canonical text, whatever the checkpoint and the salt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(),
        async (note, salt, index) => {
          const place = {
            index,
            time: '2026-11-16T00:00:00.001Z',
            checkpoint: `${note}\n\n— 渝/log xyz=\n`,
            size: index + 1,
          }
          const text = await signReceipt('ab'.repeat(16), { header: header(), salt }, place, key)
          expect(text).toBe(canonical(JSON.parse(text)))
          expect(JSON.parse(text).receipt).toMatchObject({
            checkpoint: place.checkpoint,
            leaf: { index },
            type: 'receipt',
            v: 1,
          })
        },
      ),
      { numRuns: 50 },
    )
  })
})
