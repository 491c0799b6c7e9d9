/** What every store must do, whatever is below it: the promises of the `Store` port, one test each. */
import { afterEach, describe, expect, test } from 'vitest'
import type { RecordQuery, Store, SubmissionRow } from '../../../gateway/ports.ts'
import { LedgerMoved } from '../../../gateway/ports.ts'
import {
  commit,
  document,
  entry,
  indices,
  nonce,
  sealAfter,
  signature,
  submission,
  submitted,
  type TestRecord,
} from './rows.ts'

/** An empty database, which may be opened more than once. */
export interface OpenedStore {
  /** Opens it (again); `now` in ms. */
  open(now: () => number): Promise<Store>
  close(): Promise<void>
}

const MINUTE = 60_000

/** The suite over one driver. `fresh` gives an empty database. */
export function storeSuite(title: string, fresh: () => Promise<OpenedStore>): void {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close()
  })
  let time = 0

  async function database(): Promise<() => Promise<Store>> {
    const below = await fresh()
    time = 1_000_000
    closing.push(() => below.close())
    return async () => {
      const store = await below.open(() => time)
      closing.push(() => store.close())
      return store
    }
  }
  const opened = async (): Promise<Store> => (await database())()

  describe(title, () => {
    describe('witnesses', () => {
      const word = (witness: string, size: number, at = 100) => ({
        witness,
        size,
        time: at,
        checkpoint: `log\n${size}\n`,
        signature: `${witness} ${size} ${at}`,
      })

      test('are kept with the newest word on a size, and each with its newest sixteen sizes', async () => {
        const reopen = await database()
        const store = await reopen()
        expect(await store.cosignatures()).toEqual([])
        for (const one of [word('a', 7), word('a', 7, 101), word('a', 7, 99), word('b', 7), word('b', 5)])
          await store.cosign(one)
        const kept = [word('b', 5), word('a', 7, 101), word('b', 7)]
        expect(await store.cosignatures()).toEqual(kept)
        expect(await (await reopen()).cosignatures()).toEqual(kept)
        for (let size = 8; size < 26; size += 1) await store.cosign(word('a', size))
        const sizes = (await store.cosignatures()).filter(({ witness }) => witness === 'a').map(({ size }) => size)
        expect(sizes).toEqual(Array.from({ length: 16 }, (_, at) => at + 10))
        expect((await store.cosignatures()).filter(({ witness }) => witness === 'b')).toHaveLength(2)
      })
    })

    describe('the ledger', () => {
      test('is empty at first', async () => {
        const store = await opened()
        expect(await store.head()).toEqual({ size: 0, time: 0, root: null, checkpoint: null })
        expect(await store.leaves(0, 10)).toEqual([])
        expect(await store.tile(0, 0)).toBeNull()
        expect(await store.tiles(0, 0, 9)).toEqual([])
      })

      test('gives back what was sealed, byte for byte', async () => {
        const store = await opened()
        const head = await store.head()
        const entries = [entry(), entry({}, 'keys'), entry()]
        const sealed = sealAfter(head)(entries)
        const outcomes = await store.append(head, entries, () => sealed)
        expect(outcomes).toEqual(
          sealed.leaves.map(({ index, time: stamped }) => ({
            ok: true,
            receipt: null,
            place: { index, time: stamped, checkpoint: sealed.checkpoint, size: 3 },
          })),
        )
        const { size, checkpoint } = sealed
        const after = await store.head()
        expect(after).toMatchObject({ size, time: sealed.time, checkpoint })
        expect(Buffer.from(after.root ?? [])).toEqual(Buffer.from(sealed.root))
        const leaves = await store.leaves(1, 3)
        expect(leaves.map(({ index, type, party, time: stamped }) => [index, type, party, stamped])).toEqual([
          [1, 'keys', 'sc', 'time 1'],
          [2, 'consultation', 'sc', 'time 2'],
        ])
        for (const leaf of leaves) {
          const from = sealed.leaves[leaf.index]
          const opening = entries[leaf.index]?.opening
          expect(Buffer.from(leaf.data)).toEqual(Buffer.from(from?.data ?? []))
          expect(Buffer.from(leaf.hash)).toEqual(Buffer.from(from?.hash ?? []))
          expect(leaf.opening.header).toBe(opening?.header)
          expect(Buffer.from(leaf.opening.salt)).toEqual(Buffer.from(opening?.salt ?? []))
        }
        const [tile] = sealed.tiles
        expect(Buffer.from((await store.tile(0, 0)) ?? [])).toEqual(Buffer.from(tile?.hashes ?? []))
      })

      test('a tile grows in its place', async () => {
        const store = await opened()
        await commit(store, entry())
        await commit(store, entry(), entry())
        expect((await store.tile(0, 0))?.length).toBe(3 * 32)
        expect((await store.tiles(0, 0, 5)).map(({ level, index }) => [level, index])).toEqual([[0, 0]])
      })

      test.each([
        ['size', { size: 1 }],
        ['time', { time: 99 }],
      ])('a head of another %s refuses the whole commit, and nothing of it stays', async (_, other) => {
        const store = await opened()
        await commit(store, entry())
        await commit(store, entry())
        const head = { ...(await store.head()), ...other }
        const entries = [
          entry({ nonce: nonce('k', 'n'), document: document('release/a'), signature: signature('release/a', 'cq') }),
          submitted([{ key: 'a', body: '{}' }], { id: 'gone' }),
        ]
        await expect(store.append(head, entries, sealAfter(head))).rejects.toThrow(LedgerMoved)
        expect((await store.head()).size).toBe(2)
        expect((await store.leaves(0, 9)).length).toBe(2)
        expect((await store.tile(0, 0))?.length).toBe(64)
        expect(await store.document('release/a')).toBeNull()
        expect(await store.submission('gone')).toBeNull()
        expect(await store.records({ dataset: 'water', limit: 9 })).toEqual([])
        expect(await indices(store, ...entries)).toEqual([2, 3])
      })

      test('a seal that fails leaves nothing', async () => {
        const store = await opened()
        const failing = (): never => {
          throw new Error('no key to sign with')
        }
        await expect(store.append(await store.head(), [entry({ nonce: nonce('k', 'n') })], failing)).rejects.toThrow(
          'no key',
        )
        expect(await indices(store, entry({ nonce: nonce('k', 'n') }))).toEqual([0])
      })

      test('a row that cannot be written takes its whole commit with it', async () => {
        const store = await opened()
        const wrong = { in: 5, accepted: 1, rejected: 0, duplicates: 0 }
        const entries = [
          entry({ document: document('release/a') }),
          submitted([{ key: 'a', body: '{}' }], { counts: wrong }),
        ]
        await expect(commit(store, ...entries)).rejects.toThrow()
        expect((await store.head()).size).toBe(0)
        expect(await store.document('release/a')).toBeNull()
        expect(await indices(store, entry())).toEqual([0])
      })

      test('is all there when it is opened again', async () => {
        const open = await database()
        const store = await open()
        await commit(store, submitted([{ key: 'a', body: '{"a":1}' }], { id: 's' }))
        const again = await open()
        expect(await again.head()).toEqual(await store.head())
        expect((await again.submission('s'))?.receipt).toBe('{"index":0,"size":1}')
      })

      test('two that hold one database cannot both append behind the same leaf', async () => {
        const open = await database()
        const [one, other] = [await open(), await open()]
        const head = await one.head()
        const results = await Promise.allSettled(
          [one, other].map((store) => store.append(head, [entry()], sealAfter(head))),
        )
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        const [failed] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
        expect(failed).toBeInstanceOf(LedgerMoved)
        expect(await indices(one, entry())).toEqual([1])
        expect(await indices(other, entry())).toEqual([2])
      })
    })

    describe('a nonce', () => {
      test('counts once a key, in one commit and over many, and refuses only its own entry', async () => {
        const store = await opened()
        const use = (kid: string, value: string) => entry({ nonce: nonce(kid, value) })
        expect(await indices(store, use('a', '1'), use('a', '1'), use('b', '1'), use('a', '2'))).toEqual([
          0,
          'nonce-used',
          1,
          2,
        ])
        expect(await indices(store, use('a', '2'), use('a', '3'))).toEqual(['nonce-used', 3])
        expect(await indices(store, use('b', '1'))).toEqual(['nonce-used'])
        expect((await store.head()).size).toBe(4)
      })

      test('is kept to its last millisecond, and let go afterwards', async () => {
        const store = await opened()
        const use = () => entry({ nonce: nonce('a', '1', time + 2 * MINUTE) })
        const first = use()
        expect(await indices(store, first)).toEqual([0])
        time += 2 * MINUTE
        expect(await indices(store, entry({ nonce: nonce('b', '1') }), first)).toEqual([1, 'nonce-used'])
        time += MINUTE + 1
        await commit(store, entry({ nonce: nonce('c', '1') }))
        expect(await indices(store, first)).toEqual([3])
      })
    })

    describe('a scope', () => {
      const of = (id: string, replaces: string | null) =>
        submitted([{ key: id, body: '{}' }], { id, scope: 'S', replaces })

      test('is held by the last submission that named the one before', async () => {
        const store = await opened()
        expect(await indices(store, of('a', null))).toEqual([0])
        expect(await indices(store, of('b', null))).toEqual(['scope-changed'])
        expect(await indices(store, of('b', 'x'))).toEqual(['scope-changed'])
        expect(await store.submissionByScope('S')).toMatchObject({ id: 'a', receipt: '{"index":0,"size":1}' })
        expect(await indices(store, of('b', 'a'))).toEqual([1])
        expect((await store.submissionByScope('S'))?.id).toBe('b')
        expect(await store.submissionByScope('T')).toBeNull()
      })

      test('changes hands within a commit too', async () => {
        const store = await opened()
        expect(await indices(store, of('a', null), of('b', null), of('c', 'a'))).toEqual([0, 'scope-changed', 1])
        expect((await store.submissionByScope('S'))?.id).toBe('c')
        expect(await store.submission('b')).toBeNull()
      })
    })

    describe('a document', () => {
      test('comes in force with the signature that completes it', async () => {
        const store = await opened()
        const id = 'contract/water/1.0.0'
        const row = document(id, 'contract', { supersedes: 'contract/water/0.9.0', payload: '{"名":"水"}' })
        expect(await indices(store, entry({ document: row, signature: signature(id, 'cq') }))).toEqual([0])
        expect(await store.document(id)).toMatchObject({ ...row, index: 0, time: 'time 0', inForce: null })
        expect(await indices(store, entry(), entry({ signature: signature(id, 'sc') }))).toEqual([1, 2])
        const found = await store.document(id)
        expect(found?.inForce).toBe(2)
        expect(found?.signatures).toEqual([
          { document: id, party: 'cq', kid: 'cq-key', protected: 'p', signature: `cq on ${id}`, index: 0 },
          { document: id, party: 'sc', kid: 'sc-key', protected: 'p', signature: `sc on ${id}`, index: 2 },
        ])
      })

      test('of one signature is in force at once; without one it waits', async () => {
        const store = await opened()
        const keys = entry({ document: document('keys/cq/1', 'keys'), signature: signature('keys/cq/1', 'cq', 1) })
        await commit(store, keys, entry({ document: document('release/a') }))
        expect((await store.document('keys/cq/1'))?.inForce).toBe(0)
        expect(await store.document('release/a')).toMatchObject({ inForce: null, signatures: [] })
      })

      test('cannot come twice, be signed twice by one party, or be signed unseen', async () => {
        const store = await opened()
        const put = () => entry({ document: document('release/a') })
        const sign = (id: string, party: 'cq' | 'sc') => entry({ signature: signature(id, party) })
        expect(await indices(store, sign('release/a', 'cq'), put(), put(), sign('release/a', 'cq'))).toEqual([
          'document-unknown',
          0,
          'document-exists',
          1,
        ])
        expect(
          await indices(store, put(), sign('release/a', 'cq'), sign('release/b', 'cq'), sign('release/a', 'sc')),
        ).toEqual(['document-exists', 'signature-exists', 'document-unknown', 2])
      })

      test('is listed by kind, in ledger order', async () => {
        const store = await opened()
        await commit(
          store,
          entry({ document: document('release/b') }),
          entry({ document: document('keys/cq/1', 'keys') }),
        )
        await commit(store, entry({ document: document('release/a') }))
        expect((await store.documents('release')).map(({ id }) => id)).toEqual(['release/b', 'release/a'])
        expect((await store.documents('keys')).map(({ id }) => id)).toEqual(['keys/cq/1'])
        expect(await store.documents('registry')).toEqual([])
        expect(await store.document('release/c')).toBeNull()
      })

      test('of a million bytes is kept whole', async () => {
        const store = await opened()
        const payload = `{"text":"${'水\\"'.repeat(200_000)}"}`
        await commit(store, entry({ document: document('registry/a/1', 'registry', { payload }) }))
        expect((await store.document('registry/a/1'))?.payload === payload).toBe(true)
      })
    })

    describe('a submission', () => {
      const same = (bytes: Uint8Array | null | undefined, expected: Uint8Array): void =>
        expect(Buffer.from(bytes ?? []).equals(Buffer.from(expected))).toBe(true)

      test('is given back whole, with its receipt and what its leaf hides', async () => {
        const store = await opened()
        const row: SubmissionRow = submission([{ key: 'a', body: '{}' }], {
          rejections: [
            { row: 3, pointer: '/x', type: 'contract-violation', value: '“值”', detail: { zh: '错', en: 'wrong' } },
          ],
          duplicates: [{ row: 4, of: 2 }],
          evidence: Uint8Array.from({ length: 300 }, (_, at) => at & 255),
        })
        const sent = entry({ submission: row, receipt: async (place) => JSON.stringify(place) }, 'submission')
        const [outcome] = await commit(store, sent)
        const found = await store.submission(row.id)
        const { id, party, agency, kid, dataset, version, digest, scope, outcome: became, counts } = row
        expect(found).toMatchObject({
          id,
          party,
          agency,
          kid,
          dataset,
          version,
          digest,
          scope,
          outcome: became,
          counts,
        })
        expect(found).toMatchObject({ index: 0, time: 'time 0', receipt: outcome?.ok ? outcome.receipt : '' })
        expect(JSON.parse(found?.rejections ?? '')).toEqual(row.rejections)
        expect(JSON.parse(found?.duplicates ?? '')).toEqual(row.duplicates)
        expect(JSON.parse(found?.notes ?? '')).toEqual([])
        expect(found?.opening.header).toBe(sent.opening.header)
        same(found?.opening.salt, sent.opening.salt)
        same(found?.salts, row.salts)
        same(found?.leaves, row.leaves)
        same(found?.evidenceKey, row.evidenceKey)
        same(found?.evidence, row.evidence ?? new Uint8Array())
        expect(await store.submission('another')).toBeNull()
      })

      test('without evidence beside it says so', async () => {
        const store = await opened()
        await commit(store, submitted([{ key: 'a', body: '{}' }], { id: 's', evidence: null }))
        expect((await store.submission('s'))?.evidence).toBeNull()
      })

      test('may have been refused in thousands of rows, in many words', async () => {
        const store = await opened()
        const rejections = Array.from({ length: 4999 }, (_, at) => ({
          row: at + 3,
          pointer: '/results/codMn',
          type: 'value-out-of-range',
          value: '𠮷'.repeat(60),
          detail: { zh: `第 ${at} 行的值超出范围`.repeat(10), en: 'out of range' },
        }))
        const id = 's'
        await commit(store, submitted([{ key: 'a', body: '{}' }], { id, rejections }))
        const found = await store.submission(id)
        expect(found?.rejections.length).toBeGreaterThan(1_500_000)
        expect(found?.rejections === JSON.stringify(rejections)).toBe(true)
        expect(found?.counts.rejected).toBe(4999)
      })
    })

    describe('records', () => {
      const send = (store: Store, records: readonly TestRecord[], more: Partial<SubmissionRow> = {}) =>
        indices(store, submitted(records, more))
      const textOf = (body: Uint8Array) => Buffer.from(body).toString('utf8')
      const history = async (store: Store, more: Partial<RecordQuery> = {}) =>
        (await store.records({ dataset: 'water', limit: 1000, revisions: true, ...more })).map(
          ({ key, revision, body, index, superseded }) =>
            `${key}${revision} ${textOf(body)} ${index}–${superseded ?? ''}`,
        )

      test('that change are revised, never overwritten; A to B to A is three revisions', async () => {
        const store = await opened()
        await send(store, [{ key: 'k', body: 'A' }])
        await send(store, [{ key: 'k', body: 'B' }])
        await send(store, [{ key: 'k', body: 'A' }])
        expect(await history(store)).toEqual(['k1 A 0–1', 'k2 B 1–2', 'k3 A 2–'])
      })

      test('that come again as they were add nothing', async () => {
        const store = await opened()
        await send(
          store,
          [
            { key: 'k', body: 'A' },
            { key: 'l', body: 'L' },
          ],
          { id: 'one' },
        )
        await send(
          store,
          [
            { key: 'k', body: 'A' },
            { key: 'm', body: 'M' },
          ],
          { id: 'two' },
        )
        expect(await history(store)).toEqual(['k1 A 0–', 'l1 L 0–', 'm1 M 1–'])
        expect((await store.submissionRecords('two')).map(({ key, position, row }) => [key, position, row])).toEqual([
          ['m', 1, 3],
        ])
      })

      test('of one key may stand twice in a file, and in the files of one commit', async () => {
        const store = await opened()
        await send(store, [
          { key: 'k', body: 'A' },
          { key: 'l', body: 'L' },
          { key: 'k', body: 'B' },
          { key: 'k', body: 'B' },
        ])
        // Those of a file come by their keys.
        expect(await history(store)).toEqual(['k1 A 0–0', 'k2 B 0–', 'l1 L 0–'])
        await commit(store, submitted([{ key: 'k', body: 'C' }]), entry(), submitted([{ key: 'k', body: 'D' }]))
        expect(await history(store)).toEqual(['k1 A 0–0', 'k2 B 0–1', 'l1 L 0–', 'k3 C 1–3', 'k4 D 3–'])
      })

      test('of the two sides and of two datasets do not touch', async () => {
        const store = await opened()
        await send(store, [{ key: 'k', body: 'A' }])
        await send(store, [{ key: 'k', body: 'B' }], { party: 'sc' })
        await send(store, [{ key: 'k', body: 'C' }], { dataset: 'air' })
        expect(await history(store)).toEqual(['k1 A 0–', 'k1 B 1–'])
        expect(await history(store, { party: 'sc' })).toEqual(['k1 B 1–'])
        expect(await history(store, { dataset: 'air' })).toEqual(['k1 C 2–'])
        expect(await history(store, { dataset: 'soil' })).toEqual([])
      })

      test('are read as they stood at any size of the ledger', async () => {
        const store = await opened()
        await send(store, [{ key: 'k', body: 'A' }])
        await commit(store, entry())
        await send(store, [
          { key: 'k', body: 'B' },
          { key: 'l', body: 'L' },
        ])
        const asOf = async (size: number) =>
          (await store.records({ dataset: 'water', limit: 9, asOf: size })).map(({ body }) => textOf(body))
        expect([await asOf(0), await asOf(1), await asOf(2), await asOf(3)]).toEqual([[], ['A'], ['A'], ['B', 'L']])
        expect((await store.records({ dataset: 'water', limit: 9 })).map(({ body }) => textOf(body))).toEqual([
          'B',
          'L',
        ])
        expect(await history(store, { asOf: 1 })).toEqual(['k1 A 0–2'])
      })

      test('are found by subject and by when they end: after `from`, up to and with `to`', async () => {
        const store = await opened()
        await send(store, [
          { key: 'a', body: 'a', subject: '朱沱', end: 100 },
          { key: 'b', body: 'b', subject: '朱沱', end: 200 },
          { key: 'c', body: 'c', subject: '金子', end: 200 },
        ])
        const keys = async (more: Partial<RecordQuery>) =>
          (await store.records({ dataset: 'water', limit: 9, ...more })).map(({ key }) => key)
        expect(await keys({ subject: '朱沱' })).toEqual(['a', 'b'])
        expect(await keys({ from: 100 })).toEqual(['b', 'c'])
        expect(await keys({ from: 99, to: 199 })).toEqual(['a'])
        expect(await keys({ to: 200, subject: '金子', party: 'cq' })).toEqual(['c'])
        expect(await keys({ party: 'sc' })).toEqual([])
      })

      test('come in pages that follow one another', async () => {
        const store = await opened()
        await send(
          store,
          Array.from({ length: 7 }, (_, at) => ({ key: `k${at}`, body: String(at) })),
        )
        const first = await store.records({ dataset: 'water', limit: 3 })
        const second = await store.records({ dataset: 'water', limit: 3, after: first.at(-1)?.seq ?? 0 })
        const third = await store.records({ dataset: 'water', limit: 3, after: second.at(-1)?.seq ?? 0 })
        expect([...first, ...second, ...third].map(({ body }) => textOf(body))).toEqual([
          '0',
          '1',
          '2',
          '3',
          '4',
          '5',
          '6',
        ])
        expect([first.length, second.length, third.length]).toEqual([3, 3, 1])
      })

      test('say where they come from', async () => {
        const store = await opened()
        await send(store, [{ key: 'k', body: '{"a":"“水”\\n"}' }], { id: 's' })
        const [found] = await store.records({ dataset: 'water', limit: 1 })
        const record = found && { ...found, body: textOf(found.body) }
        expect(record).toMatchObject({
          dataset: 'water',
          party: 'cq',
          key: 'k',
          revision: 1,
          submission: 's',
          position: 0,
          row: 2,
          index: 0,
          superseded: null,
          body: '{"a":"“水”\\n"}',
        })
      })

      test('are current by key; a key without one is absent', async () => {
        const store = await opened()
        await send(store, [
          { key: 'k', body: 'A' },
          { key: 'l', body: 'L' },
        ])
        await send(store, [{ key: 'k', body: 'B' }])
        const current = await store.currentBodies('water', 'cq', ['k', 'l', 'x'])
        expect([...current].map(([key, body]) => [key, textOf(body)])).toEqual([
          ['k', 'B'],
          ['l', 'L'],
        ])
        expect(await store.currentBodies('water', 'sc', ['k'])).toEqual(new Map())
        expect(await store.currentBodies('water', 'cq', [])).toEqual(new Map())
      })

      test('of a large file are all there, and a second file that changes half of them revises that half', async () => {
        const store = await opened()
        const long = '川渝跨界断面"水质"\\𠮷'.repeat(40)
        const file = (mark: (at: number) => string): TestRecord[] =>
          Array.from({ length: 3000 }, (_, at) => ({
            key: `断面-${at}`,
            body: `{"at":${at},"m":"${mark(at)}","t":"${long}"}`,
          }))
        const first = file(() => 'A')
        await send(store, first, { id: 'first' })
        const stored = await store.submissionRecords('first')
        expect(stored.map(({ body }) => textOf(body)).join() === first.map(({ body }) => body).join()).toBe(true)
        expect(stored.map(({ position }) => position)).toEqual(first.map((_, at) => at))
        await send(
          store,
          file((at) => (at % 2 === 0 ? 'A' : 'B')),
          { id: 'second' },
        )
        const second = await store.submissionRecords('second')
        expect(second).toHaveLength(1500)
        expect(second.every(({ revision, position }) => revision === 2 && position % 2 === 1)).toBe(true)
        const current = await store.currentBodies(
          'water',
          'cq',
          first.map(({ key }) => key),
        )
        expect(current.size).toBe(3000)
        expect([...current.values()].filter((body) => textOf(body).includes('"m":"B"'))).toHaveLength(1500)
      })
    })
  })
}
