import fc from 'fast-check'
import { DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { StoreFailed } from '../../../gateway/ports.ts'
import { openPostgres, type Postgres } from '../../../gateway/store/postgres/database.ts'
import { CommitLost, endsConnection, unlessOutOfService } from '../../../gateway/store/postgres/error.ts'
import { givenText, keptText } from '../../../gateway/store/postgres/nul.ts'
import { numbered } from '../../../gateway/store/postgres/placeholders.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { describePostgres } from '../../postgres.ts'
import { commit, document, entry, nonce, signature, step, submitted } from './rows.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Any text that UTF-8 can say, those PostgreSQL cannot hold among them, and those that look like what stands for them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed()),
  fc.string({
    unit: fc.constantFrom('\0', '\u0001', '0', '1', '\u0002', "'", '"', '\\', '{', ',', '水', '𠮷'),
    maxLength: 12,
  }),
)
const bytewise = (a: string, b: string): number => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))

describe('a text as PostgreSQL can hold it', () => {
  test('has no U+0000, and comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(keptText(text)).not.toContain('\0')
        expect(givenText(keptText(text))).toBe(text)
      }),
    )
  })

  test('is no other text’s, and sorts by its bytes as before', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(bytewise(keptText(one), keptText(other))).toBe(bytewise(one, other))
      }),
    )
  })

  test('is itself where nothing stands in its way', () => {
    for (const text of ['', '川渝 𠮷', '{"a":"\\u0000"}', '01\u0002']) expect(keptText(text)).toBe(text)
    expect([keptText('a\0b'), keptText('a\u0001b')]).toEqual(['a\u00010b', 'a\u00011b'])
  })
})

describe('placeholders', () => {
  test.each([
    ['SELECT 1', 'SELECT 1'],
    ['a = ? AND b = ?', 'a = $1 AND b = $2'],
    ['a = ?2 AND b = ?1 AND c = ?2', 'a = $2 AND b = $1 AND c = $2'],
    ['a = ?3 AND b = ?', 'a = $3 AND b = $4'],
    ["a = '?' AND b = 'it''s ?1' AND c = ?", "a = '?' AND b = 'it''s ?1' AND c = $1"],
    ['x = ?::bigint[]', 'x = $1::bigint[]'],
    ['?10 ?11', '$10 $11'],
  ])('of %s are numbered', (sql, expected) => {
    expect(numbered(sql)).toBe(expected)
  })
})

describe('a refusal', () => {
  function refusal(code: string, severity = 'ERROR'): DatabaseError {
    const error = new DatabaseError(`said ${code}`, 0, 'error')
    return Object.assign(error, { code, severity })
  }

  test.each([
    ['53100', 'a full disk'],
    ['53300', 'too many connections'],
    ['57P01', 'a server that stops'],
    ['57P03', 'a server that starts'],
    ['57014', 'a statement that took too long'],
    ['25006', 'a server that only reads'],
    ['25P03', 'a transaction that lay idle'],
    ['55P03', 'a lock that was not to be had'],
    ['40P01', 'a deadlock'],
    ['28P01', 'a wrong password'],
    ['3D000', 'a database that is not there'],
    ['42501', 'a missing privilege'],
    ['58030', 'a disk that fails'],
    ['08006', 'a connection that broke'],
  ])('%s, %s, is the store’s', (code) => {
    const error = refusal(code)
    expect(unlessOutOfService(error)).toBeInstanceOf(StoreFailed)
    expect(unlessOutOfService(error)).toMatchObject({ message: `said ${code}`, cause: error })
  })

  test.each(['23505', '23514', '42601', '42P01', '22P02', '22003', 'XX000', '54000'])(
    '%s is what was asked for',
    (code) => {
      const error = refusal(code)
      expect(unlessOutOfService(error)).toBe(error)
      expect(endsConnection(error)).toBe(false)
    },
  )

  test('without a code is the store’s when it comes from the way there, and the program’s when it is a mistake of that', () => {
    const reset = Object.assign(new Error(''), { code: 'ECONNREFUSED' })
    expect(unlessOutOfService(reset)).toMatchObject({ name: 'StoreFailed', message: 'ECONNREFUSED' })
    expect(unlessOutOfService(new Error('Connection terminated unexpectedly'))).toBeInstanceOf(StoreFailed)
    for (const own of [new TypeError('a'), new RangeError('b'), new CommitLost('c')])
      expect(unlessOutOfService(own)).toBe(own)
    expect(endsConnection(reset)).toBe(true)
    expect(endsConnection(refusal('57P01', 'FATAL'))).toBe(true)
  })
})

describePostgres('values on PostgreSQL', (server) => {
  let db: Postgres
  let url: string
  beforeAll(async () => {
    url = await server.fresh()
    db = await openPostgres({ url })
  }, 60_000)
  afterAll(() => db.close())
  const one = async (sql: string, params: Parameters<Postgres['all']>[1]) => (await db.all(sql, params))[0]?.value

  test.each([
    ['a whole number', 'bigint', 7],
    ['a negative one', 'bigint', -1],
    ['the largest', 'bigint', Number.MAX_SAFE_INTEGER],
    ['the smallest', 'bigint', -Number.MAX_SAFE_INTEGER],
    ['nothing', 'text', null],
    ['no text', 'text', ''],
    ['a text with a zero in it', 'text', 'a\0b'],
    ['the largest number as a sum', 'numeric', Number.MAX_SAFE_INTEGER],
  ])('%s comes back as it went in', async (_, type, value) => {
    expect(await one(`SELECT ?::${type} AS value`, [value])).toBe(value)
  })

  test.each([
    ['bytes', Uint8Array.of(0, 255, 128, 0, 92)],
    ['bytes inside others', new Uint8Array([9, 9, 1, 2, 3, 9]).subarray(2, 5)],
    ['no bytes', new Uint8Array()],
  ])('%s come back as a Uint8Array of the same, alone and in a column', async (_, bytes) => {
    const values = [
      await one('SELECT ?::bytea AS value', [bytes]),
      await one('SELECT (?::bytea[])[1] AS value', [[bytes]]),
    ]
    for (const value of values) {
      expect(value).toBeInstanceOf(Uint8Array)
      expect([...(value instanceof Uint8Array ? value : [])]).toEqual([...bytes])
    }
  })

  test.each(['9007199254740992', '-9007199254740992'])('%s is refused rather than rounded', async (number) => {
    await expect(db.all(`SELECT ${number}::bigint AS value`)).rejects.toThrow('below 2^53')
    expect(await one('SELECT 1 AS value', [])).toBe(1)
  })

  test('every text survives, as a value, in a column and in a list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const { dialect } = db
        if (!dialect) throw new TypeError('expected a dialect')
        expect(await one('SELECT ?::text AS value', [texts[0] ?? null])).toBe(texts[0])
        const column = await db.all('SELECT value FROM unnest(?::text[]) value', [texts])
        expect(column.map(({ value }) => value)).toEqual(texts)
        const listed = await db.all(`SELECT value FROM ${dialect.texts}`, [dialect.list(texts)])
        expect(listed.map(({ value }) => value)).toEqual(texts)
        const pairs = await db.all(`SELECT value ->> 1 AS value FROM ${dialect.lists}`, [
          dialect.list(texts.map((text) => ['', text])),
        ])
        expect(pairs.map(({ value }) => value)).toEqual(texts)
      }),
      { numRuns: 60 },
    )
  })

  test('every text survives wherever the store keeps one, and is found by it', async () => {
    const store = await openPostgresStore({ db, now: () => 0 })
    let serial = 0
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, body) => {
        const own = `${text}${++serial}`
        const { size } = await store.head()
        await commit(
          store,
          submitted([{ key: own, body, subject: own }], { id: own, scope: own, agency: text, dataset: text }),
          entry({ nonce: nonce(own, text), opening: { header: text, salt: new Uint8Array(16) } }),
          entry({ document: document(own, 'release', { payload: text }), signature: signature(own, 'cq') }),
          entry({ step: step(own, 1, '', { payload: text, digest: own }) }),
        )
        expect(await store.submission(own)).toMatchObject({ id: own, agency: text, dataset: text })
        expect(await store.submissionByScope(own)).toMatchObject({ id: own })
        const records = await store.records({ dataset: text, subject: own, limit: 9 })
        expect(records.map((record) => [record.key, Buffer.from(record.body).toString()])).toEqual([[own, body]])
        expect([...(await store.currentBodies(text, 'cq', [own, 'none'])).keys()]).toEqual([own])
        expect(await store.claimed({ kid: own, nonce: text })).toBe(true)
        expect(await store.document(own)).toMatchObject({ id: own, payload: text, signatures: [{ document: own }] })
        expect(await store.steps(size, 9)).toMatchObject([{ stream: own, payload: text, digest: own }])
        const outcomes = await commit(
          store,
          entry({ nonce: nonce(own, text) }),
          entry({ document: document(own) }),
          entry({ signature: signature(own, 'cq') }),
          entry({ step: step('other', 1, '', { digest: own }) }),
          entry({ step: step(own, 3, '', { digest: `${own}3` }) }),
          submitted([], { scope: own }),
        )
        expect(outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.refusal))).toEqual([
          'nonce-used',
          'document-exists',
          'signature-exists',
          'step-exists',
          'stream-moved',
          'scope-changed',
        ])
      }),
      { numRuns: 40 },
    )
  })
})
