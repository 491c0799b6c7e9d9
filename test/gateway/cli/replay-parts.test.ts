/** The parts of a replay on their own: where two values differ, which record is which, and the walk over a large store. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { type Change, changesBetween } from '../../../gateway/cli/replay/changes.ts'
import { differenceOf, differs, pairOutcome, type StoredOutcome } from '../../../gateway/cli/replay/difference.ts'
import { pairRecords } from '../../../gateway/cli/replay/pair.ts'
import type { Replayed, ReplayedRecord } from '../../../gateway/cli/replay/terms.ts'
import { countSubmissions, eachSubmission } from '../../../gateway/cli/replay/walk.ts'
import { MIGRATIONS } from '../../../gateway/store/sql/schema.ts'
import { type Database, openDatabase } from '../../../gateway/store/sqlite/database.ts'

const json = fc.jsonValue({ noUnicodeString: true, maxDepth: 3 }).filter((value) => !/-0\b/.test(JSON.stringify(value)))

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((inner, part) => {
      if (typeof inner !== 'object' || inner === null) return undefined
      return Object.entries(inner).find(([name]) => name === part)?.[1]
    }, value)
}

describe('where two values differ', () => {
  test.each<[string, unknown, unknown, Change[]]>([
    ['a member changed', { a: { b: 1 } }, { a: { b: 2 } }, [{ pointer: '/a/b', before: 1, after: 2 }]],
    ['a member put in', { a: 1 }, { a: 1, b: null }, [{ pointer: '/b', after: null }]],
    ['a member taken out', { a: 1, b: [] }, { a: 1 }, [{ pointer: '/b', before: [] }]],
    ['an entry put in front', [1, 2], [0, 1, 2], [{ pointer: '/0', after: 0 }]],
    ['an entry taken out of the middle', [1, 2, 3], [1, 3], [{ pointer: '/1', before: 2 }]],
    ['an entry changed inside', [{ a: 1 }, 2], [{ a: 3 }, 2], [{ pointer: '/0/a', before: 1, after: 3 }]],
    ['equal entries', [1, 1], [1, 1, 1], [{ pointer: '/2', after: 1 }]],
    ['another kind', { a: [] }, { a: {} }, [{ pointer: '/a', before: [], after: {} }]],
    ['null and a text', null, '', [{ pointer: '', before: null, after: '' }]],
    ['names with ~ and /', { 'a/b~c': 1 }, { 'a/b~c': 2 }, [{ pointer: '/a~1b~0c', before: 1, after: 2 }]],
    ['names in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ])('%s', (_what, before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes)
  })

  test('is nowhere exactly when they are the same JSON', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(changesBetween(one, other).length === 0).toBe(canonical(one) === canonical(other))
        expect(changesBetween(one, structuredClone(one))).toEqual([])
      }),
    )
  })

  test('is at pointers that lead to what is told, before and after', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        for (const { pointer, before, after } of changesBetween(one, other)) {
          if (before !== undefined) expect(at(one, pointer)).toEqual(before)
          // Behind an entry put in or taken out, places of one list are not those of the other.
          if (after !== undefined && before === undefined) expect(at(other, pointer)).toEqual(after)
        }
      }),
    )
  })
})

const keyed = (key: string, row: number, body = '{}') => ({ key, row, body })

describe('which record is which', () => {
  test('by key and row first, so that of one key each finds its own', () => {
    const before = [keyed('k', 2, '"x"'), keyed('k', 5, '"y"')]
    const after = [keyed('k', 5, '"y"'), keyed('k', 2, '"x"')]
    const { pairs, gone, left } = pairRecords(before, after)
    expect(pairs.map((pair) => [pair.before.body, pair.after.body])).toEqual([
      ['"y"', '"y"'],
      ['"x"', '"x"'],
    ])
    expect([gone, left]).toEqual([[], []])
  })

  test('then by key where the row moved, then by row where the key did', () => {
    const { pairs, gone, left } = pairRecords(
      [keyed('a', 2), keyed('b', 3), keyed('c', 4)],
      [keyed('a', 9), keyed('z', 3), keyed('y', 7)],
    )
    expect(pairs.map((pair) => [pair.before.key, pair.after.key])).toEqual([
      ['a', 'a'],
      ['b', 'z'],
    ])
    expect(gone).toEqual([keyed('c', 4)])
    expect(left).toEqual([keyed('y', 7)])
  })

  test('each once: pairs and what is left on either side are all there were', () => {
    const record = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      row: fc.integer({ min: 1, max: 4 }),
      body: fc.string(),
    })
    fc.assert(
      fc.property(fc.array(record), fc.array(record), (before, after) => {
        const { pairs, gone, left } = pairRecords(before, after)
        const [beforeSeen, afterSeen] = [
          [...pairs.map((pair) => pair.before), ...gone],
          [...pairs.map((pair) => pair.after), ...left],
        ]
        expect(new Set(beforeSeen)).toEqual(new Set(before))
        expect(beforeSeen).toHaveLength(before.length)
        expect(new Set(afterSeen)).toEqual(new Set(after))
        expect(afterSeen).toHaveLength(after.length)
        const beforeRows = new Set(gone.map(({ row }) => row))
        const beforeKeys = new Set(gone.map(({ key }) => key))
        expect(left.filter(({ key, row }) => beforeKeys.has(key) || beforeRows.has(row))).toEqual([])
      }),
    )
  })
})

function replayed(...records: readonly (readonly [key: string, row: number, body: string])[]): Replayed {
  const made = records.map(
    ([key, row, body]): ReplayedRecord => ({ key, row, body, subject: 's', end: 0, publicPart: '{}', jointPart: body }),
  )
  return {
    format: 'csv',
    encoding: 'utf-8',
    rowsIn: made.length,
    rejections: [],
    duplicates: [],
    notes: [],
    records: made,
  }
}

function outcome(accepted: number, parts: Partial<StoredOutcome> = {}): StoredOutcome {
  return { records: [], accepted, rejections: [], duplicates: [], notes: [], ...parts }
}

describe('a submission of which not every record added a revision', () => {
  const compare = (
    stored: StoredOutcome,
    again: Replayed,
    standing: Readonly<Record<string, readonly string[]>> = {},
  ) => differenceOf(stored, again, pairOutcome(stored, again), new Map(Object.entries(standing)))

  test('differs in nothing when its records are those that stood', () => {
    const found = compare(outcome(2, { records: [keyed('a', 2, '1')] }), replayed(['a', 2, '1'], ['b', 3, '2']), {
      b: ['2'],
    })
    expect(found).toMatchObject({ same: 2, goneUnnamed: 0 })
    expect(differs(found)).toBe(false)
  })

  test('has a record changed that is not what stood, by the last text of its key', () => {
    const found = compare(outcome(1), replayed(['b', 3, '{"v":3}']), { b: ['{"v":1}', '{"v":2}'] })
    expect(found.changed).toEqual([{ row: 3, key: 'b', changes: [{ pointer: '/v', before: 2, after: 3 }] }])
  })

  test('has a row appear that was rejected before, though another submission’s record stands under its key', () => {
    const rejection = { row: 3, type: 'section-unknown', detail: { zh: '', en: '' } }
    const stored = outcome(1, { rejections: [rejection] })
    const found = compare(stored, replayed(['a', 2, '1'], ['b', 3, '2']), { a: ['1'], b: ['9'] })
    expect(found).toMatchObject({
      same: 1,
      changed: [],
      appearing: [{ row: 3, key: 'b' }],
      rejections: { gone: [rejection] },
    })
  })

  test('never makes more of what stood than it accepted', () => {
    const found = compare(outcome(1), replayed(['a', 2, '1'], ['b', 3, '2']), { a: ['0'], b: ['2'] })
    expect(found).toMatchObject({ same: 1, changed: [], appearing: [{ row: 2, key: 'a' }], goneUnnamed: 0 })
  })

  test('counts those whose keys it cannot tell', () => {
    const found = compare(outcome(3), replayed(['a', 2, '1']), { a: ['1'] })
    expect(found).toMatchObject({ same: 1, goneUnnamed: 2 })
    expect(differs(found)).toBe(true)
  })

  test('tells rejections, duplicates and notes of the file each as often as they stand there', () => {
    const note = { rule: 'column-ignored', sent: '甲' }
    const stored = outcome(0, { duplicates: [{ row: 4 }, { row: 5 }], notes: [note, note] })
    const again = { ...replayed(), duplicates: [{ row: 5, of: 2 }], notes: [note] }
    const found = compare(stored, again)
    expect(found.notes).toEqual({ appearing: [], gone: [note] })
    expect(found.duplicates).toEqual({ appearing: [{ row: 5, of: 2 }], gone: [{ row: 4 }, { row: 5 }] })
  })
})

describe('a large store', () => {
  const COUNT = 1203
  let db: Database
  beforeAll(async () => {
    db = await openDatabase(':memory:')
    for (const { sql } of MIGRATIONS) await db.exec(sql)
    // Every third leaf is a submission, and ids sort otherwise than the ledger.
    await db.exec(`
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${COUNT})
      INSERT INTO leaf SELECT i * 3, 'submission', 'cq', 't', x'', x'', '{}', x'' FROM n;
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${COUNT})
      INSERT INTO submission SELECT printf('%032x', ${COUNT} - i), i * 3, 't', 'cq', 'a', 'k', 'd', 'v', 'x', 's', 'o',
        0, 0, 0, 0, x'', x'', '[]', '[]', '[]', x'', NULL, 'r' FROM n;
      DELETE FROM leaf WHERE idx = 300;`)
  })
  afterAll(() => db.close())

  test('is walked in ledger order, each submission once; one without its leaf is passed over', async () => {
    const seen: number[] = []
    for await (const { index } of eachSubmission(db)) seen.push(index)
    expect(seen).toEqual(Array.from({ length: COUNT }, (_, at) => at * 3).filter((index) => index !== 300))
    expect(await countSubmissions(db)).toBe(COUNT)
  })
})
