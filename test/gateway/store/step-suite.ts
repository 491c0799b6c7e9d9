/** What every store must do with signed steps of streams, and with a nonce claimed by itself. */
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type AppendOutcome, type Entry, LedgerMoved, type Store, type Unmoved } from '../../../gateway/ports.ts'
import { commit, document, entry, indices, nonce, sealAfter, signature, step, stepped } from './rows.ts'
import type { OpenedStore } from './suite.ts'

const STREAMS = ['consultation/a', 'consultation/b', 'duty/cq'] as const
type Stream = (typeof STREAMS)[number]

/** What a store should hold: of each stream its texts in order; of the ledger its size. */
interface Model {
  readonly streams: Map<Stream, string[]>
  readonly order: string[]
  size: number
}

interface Real {
  readonly open: () => Promise<Store>
  store: Store
}

/** A step as tried: its number beside the next of its stream as the group began, and a text; equal number and text are a replay. */
interface Tried {
  readonly stream: Stream
  readonly ahead: number
  readonly text: 'x' | 'y'
}

const numberOf = ({ stream, ahead }: Tried, model: Model): number =>
  (model.streams.get(stream)?.length ?? 0) + 1 + ahead

const became = (outcomes: readonly AppendOutcome[]) => outcomes.map((one) => (one.ok ? one.place.index : one.refusal))

async function mustHold({ streams, order, size }: Model, { store }: Real): Promise<void> {
  const steps = await store.steps(-1, 10_000)
  expect(steps.map(({ payload }) => payload)).toEqual(order)
  for (const [stream, texts] of streams) {
    const own = steps.filter((one) => one.stream === stream)
    expect(own.map(({ n, payload }) => [n, JSON.parse(payload).text])).toEqual(texts.map((text, at) => [at + 1, text]))
  }
  expect((await store.head()).size).toBe(size)
}

/** A group of steps in one commit, of which exactly those that continue their stream go in. */
class AppendGroup implements fc.AsyncCommand<Model, Real> {
  readonly group: readonly Tried[]
  constructor(group: readonly Tried[]) {
    this.group = group
  }
  check(): boolean {
    return true
  }
  async run(model: Model, real: Real): Promise<void> {
    const steps = this.group.map((tried) => step(tried.stream, numberOf(tried, model), tried.text))
    const told = steps.map(({ n, payload }, at) => {
      const { stream = STREAMS[0], text = 'x' } = this.group[at] ?? {}
      const texts = model.streams.get(stream) ?? []
      if (texts[n - 1] === text) return 'step-exists'
      if (n !== texts.length + 1) return 'stream-moved'
      model.streams.set(stream, [...texts, text])
      model.order.push(payload)
      return model.size++
    })
    const entries = steps.map((one) => entry({ step: one }, 'consultation-step'))
    expect(became(await commit(real.store, ...entries))).toEqual(told)
    await mustHold(model, real)
  }
  toString(): string {
    return `group ${JSON.stringify(this.group)}`
  }
}

/** A group behind a head that another has moved on from: none of it goes in, whatever its numbers. */
class AppendBehind implements fc.AsyncCommand<Model, Real> {
  readonly tried: Tried
  constructor(tried: Tried) {
    this.tried = tried
  }
  check({ size }: Readonly<Model>): boolean {
    return size > 0
  }
  async run(model: Model, real: Real): Promise<void> {
    const head = { ...(await real.store.head()), size: model.size - 1 }
    const n = (model.streams.get(this.tried.stream)?.length ?? 0) + 1
    const late = [entry({ step: step(this.tried.stream, n, this.tried.text) }, 'consultation-step')]
    await expect(real.store.append(head, late, sealAfter(head))).rejects.toThrow(LedgerMoved)
    await mustHold(model, real)
  }
  toString(): string {
    return `behind ${JSON.stringify(this.tried)}`
  }
}

/** Another gateway goes on with the same database. */
class OpenAgain implements fc.AsyncCommand<Model, Real> {
  check(): boolean {
    return true
  }
  async run(model: Model, real: Real): Promise<void> {
    real.store = await real.open()
    await mustHold(model, real)
  }
  toString(): string {
    return 'open again'
  }
}

const tried = fc.record<Tried>({
  stream: fc.constantFrom(...STREAMS),
  // Most are 0: the first of a group; 1 is what the second of a stream in it needs.
  ahead: fc.constantFrom(0, 0, 0, 1, 1, 2, -1, -2),
  text: fc.constantFrom('x', 'y'),
})

/** The suite over one driver. `fresh` gives an empty database; `runs` is how many random histories it is put through. */
export function stepSuite(title: string, fresh: () => Promise<OpenedStore>, runs: number): void {
  const closing: (() => Promise<void>)[] = []
  const closeAll = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  afterEach(closeAll)

  async function database(): Promise<() => Promise<Store>> {
    const below = await fresh()
    closing.push(() => below.close())
    return async () => {
      const store = await below.open(() => 1_000_000)
      closing.push(() => store.close())
      return store
    }
  }
  const opened = async (): Promise<Store> => (await database())()

  describe(title, () => {
    describe('a step', () => {
      test('is given back as it was sent, with its leaf’s place and time', async () => {
        const store = await opened()
        const row = step('consultation/a', 1, '“水”\\n𠮷', { party: 'cq', kid: 'cq-key', signature: 'of cq' })
        await commit(store, entry(), entry({ step: row }, 'duty'))
        expect(await store.steps(-1, 9)).toEqual([{ ...row, index: 1, time: 'time 1' }])
      })

      test('comes in ledger order over all streams, a page at a time', async () => {
        const store = await opened()
        await commit(store, stepped('b', 1), stepped('a', 1), entry(), stepped('b', 2))
        await commit(store, stepped('a', 2))
        const places = async (after: number, limit: number) =>
          (await store.steps(after, limit)).map(({ stream, n, index }) => [stream, n, index])
        expect(await places(-1, 2)).toEqual([
          ['b', 1, 0],
          ['a', 1, 1],
        ])
        expect(await places(1, 2)).toEqual([
          ['b', 2, 3],
          ['a', 2, 4],
        ])
        expect(await places(4, 2)).toEqual([])
      })

      test('that is not the next of its stream is refused, and what follows it in the group is judged without it', async () => {
        const store = await opened()
        expect(await indices(store, stepped('a', 2), stepped('a', 0), stepped('a', 1), stepped('a', 3))).toEqual([
          'stream-moved',
          'stream-moved',
          0,
          'stream-moved',
        ])
        expect(await indices(store, stepped('a', 2), stepped('b', 2), stepped('a', 3))).toEqual([1, 'stream-moved', 2])
      })

      test('of two for one place the first goes in; the same again is told as a replay', async () => {
        const store = await opened()
        expect(
          await indices(store, stepped('a', 1, 'mine'), stepped('a', 1, 'yours'), stepped('a', 1, 'mine')),
        ).toEqual([0, 'stream-moved', 'step-exists'])
        expect(await indices(store, stepped('a', 1, 'mine'), stepped('a', 2))).toEqual(['step-exists', 1])
        const [first] = await store.steps(-1, 1)
        const moved = entry({ step: step('b', 1, '', { digest: first?.digest ?? '' }) })
        expect(await indices(store, moved)).toEqual(['step-exists'])
      })

      test('and its document go in together or not at all', async () => {
        const store = await opened()
        const put = (n: number, id: string) => stepped('a', n, id, { document: document(id) })
        expect(await indices(store, put(2, 'release/a'), put(1, 'release/a'), put(2, 'release/a'))).toEqual([
          'stream-moved',
          0,
          'document-exists',
        ])
        expect((await store.steps(-1, 9)).map(({ n }) => n)).toEqual([1])
        expect(await store.document('release/a')).toMatchObject({ index: 0, inForce: null, signatures: [] })
        expect(await store.document('release/b')).toBeNull()
        expect(await indices(store, put(2, 'release/b'))).toEqual([1])
      })

      test('refused for its number leaves neither its nonce used nor its document or signature there', async () => {
        const store = await opened()
        const all = (n: number) =>
          stepped('a', n, '', {
            nonce: nonce('k', 'n'),
            document: document('release/a'),
            signature: signature('release/a', 'cq'),
          })
        expect(await indices(store, all(2), all(1))).toEqual(['stream-moved', 0])
        expect(await indices(store, stepped('a', 2, '', { nonce: nonce('k', 'n') }), stepped('a', 2))).toEqual([
          'nonce-used',
          1,
        ])
      })

      test('of a hundred thousand bytes is kept whole, and many go in one commit', async () => {
        const store = await opened()
        const long = '川渝"会商"\\'.repeat(10_000)
        const many = Array.from({ length: 120 }, (_, at) => stepped('a', at + 1, at % 10 === 0 ? long : ''))
        expect(await indices(store, ...many)).toEqual(many.map((_, at) => at))
        const steps = await store.steps(-1, 1000)
        const sent = many.map((one) => one.step?.payload)
        expect(steps.map(({ payload }) => payload).join() === sent.join()).toBe(true)
      })

      test('however many try at once, a stream stays without a gap and exactly the others are refused', async () => {
        const commands = fc.commands(
          [
            fc.array(tried, { minLength: 1, maxLength: 6 }).map((group) => new AppendGroup(group)),
            fc.array(tried, { minLength: 1, maxLength: 6 }).map((group) => new AppendGroup(group)),
            tried.map((one) => new AppendBehind(one)),
            fc.constant(new OpenAgain()),
          ],
          { maxCommands: 12 },
        )
        await fc.assert(
          fc
            .asyncProperty(commands, async (history) => {
              const open = await database()
              const real: Real = { open, store: await open() }
              const model: Model = { streams: new Map(), order: [], size: 0 }
              await fc.asyncModelRun(() => ({ model, real }), history)
            })
            .afterEach(closeAll),
          { numRuns: runs },
        )
      })
    })

    describe('what an entry was judged by', () => {
      const judged = (steps: number, more: Partial<Unmoved> = {}): Pick<Entry, 'unmoved'> => ({
        unmoved: { stream: 'a', steps, signed: null, published: null, ...more },
      })
      const signed = (id: string, party: 'cq' | 'sc', more: Partial<Entry> = {}) =>
        entry({ signature: signature(id, party), ...more }, 'release-signature')
      const drafted = (id: string) => entry({ document: document(id) })

      test('must still be so: a signature on a stream that has gone on is refused, and leaves nothing', async () => {
        const store = await opened()
        await commit(store, stepped('a', 1), drafted('release/a'))
        const late = signed('release/a', 'cq', { ...judged(0), nonce: nonce('k', 'n') })
        expect(await indices(store, late, signed('release/a', 'cq', judged(1)))).toEqual(['stream-moved', 2])
        expect(await store.claimed(nonce('k', 'n'))).toBe(false)
        expect((await store.document('release/a'))?.signatures).toHaveLength(1)
      })

      test('must still be so: a step on what was signed meanwhile is refused', async () => {
        const store = await opened()
        await commit(store, stepped('a', 1), drafted('release/a'))
        const on = (n: number, signatures: number) =>
          stepped('a', n, '', judged(n - 1, { signed: { document: 'release/a', signatures } }))
        expect(await indices(store, on(2, 1), on(2, 0))).toEqual(['stream-moved', 2])
        await commit(store, signed('release/a', 'sc'))
        expect(await indices(store, on(3, 0), on(3, 2), on(3, 1))).toEqual(['stream-moved', 'stream-moved', 4])
      })

      test('must still be so: a last signature is refused when another release was published meanwhile', async () => {
        const store = await opened()
        await commit(store, stepped('a', 1), drafted('release/a'), drafted('release/b'), drafted('contract/b'))
        const last = (published: number) => signed('release/a', 'sc', judged(1, { published }))
        await commit(store, signed('release/a', 'cq'), signed('release/b', 'cq'), signed('contract/b', 'cq'))
        await commit(store, signed('contract/b', 'sc'))
        expect(await indices(store, last(1))).toEqual(['stream-moved'])
        await commit(store, signed('release/b', 'sc'))
        expect(await indices(store, last(0), last(1))).toEqual(['stream-moved', 9])
        expect((await store.document('release/a'))?.inForce).toBe(9)
      })

      test('is held against what stands before it in its own group, too', async () => {
        const store = await opened()
        await commit(store, stepped('a', 1), drafted('release/a'), drafted('release/b'))
        const more = { signed: { document: 'release/a', signatures: 0 } }
        expect(
          await indices(
            store,
            signed('release/a', 'cq', judged(1, more)),
            stepped('a', 2, '', judged(1, more)),
            signed('release/a', 'sc', judged(1, { published: 0 })),
            signed('release/b', 'cq', judged(1, { published: 0 })),
            signed('release/b', 'cq', judged(1, { published: 1 })),
            stepped('a', 2),
            signed('release/b', 'sc', judged(1)),
          ),
        ).toEqual([3, 'stream-moved', 4, 'stream-moved', 5, 6, 'stream-moved'])
      })

      test('comes after what is plainer: a replay is told as one, and a second signature', async () => {
        const store = await opened()
        await commit(store, stepped('a', 1), drafted('release/a'), signed('release/a', 'cq'))
        expect(await indices(store, stepped('a', 1, '', judged(9)), signed('release/a', 'cq', judged(9)))).toEqual([
          'step-exists',
          'signature-exists',
        ])
      })
    })

    describe('a nonce claimed by itself', () => {
      test('is used once, whoever claims it, and moves no ledger', async () => {
        const open = await database()
        const [one, other] = [await open(), await open()]
        const use = nonce('k', 'n')
        const claims = await Promise.all([one, other, one, other].map((store) => store.claim(use)))
        expect(claims.filter(Boolean)).toHaveLength(1)
        expect(await other.claim(use)).toBe(false)
        expect(await other.claim(nonce('l', 'n'))).toBe(true)
        expect((await one.head()).size).toBe(0)
      })

      test('is used up for entries too, as theirs is for it, and is there when the store is opened again', async () => {
        const open = await database()
        const store = await open()
        expect(await store.claim(nonce('k', '1'))).toBe(true)
        const use = (value: string) => entry({ nonce: nonce('k', value) })
        expect(await indices(store, use('1'), use('2'))).toEqual(['nonce-used', 0])
        expect(await store.claim(nonce('k', '2'))).toBe(false)
        const again = await open()
        expect(await again.claim(nonce('k', '1'))).toBe(false)
      })

      test('is told to be used up, by whatever used it, to every one who opens the store', async () => {
        const open = await database()
        const [one, other] = [await open(), await open()]
        const asked = { kid: 'k', nonce: '1' }
        expect(await one.claimed(asked)).toBe(false)
        await one.claim(nonce('k', '1'))
        await commit(one, entry({ nonce: nonce('k', '2') }))
        for (const store of [one, other]) {
          expect(await store.claimed(asked)).toBe(true)
          expect(await store.claimed({ kid: 'k', nonce: '2' })).toBe(true)
          expect(await store.claimed({ kid: 'l', nonce: '1' })).toBe(false)
          expect(await store.claimed({ kid: 'k', nonce: '3' })).toBe(false)
        }
        // Asking uses nothing up.
        expect(await other.claim(nonce('k', '3'))).toBe(true)
      })

      test('stands between the commits of a store that does both at once', async () => {
        const store = await opened()
        const work = Array.from({ length: 20 }, async (_, at) => {
          if (at % 2 === 0) return store.claim(nonce('k', String(at)))
          return store.append(
            { size: 99, time: 0, root: null, checkpoint: null },
            [entry()],
            sealAfter(await store.head()),
          )
        })
        const results = await Promise.allSettled(work)
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
        for (let at = 0; at < 20; at += 2) expect(await store.claim(nonce('k', String(at)))).toBe(false)
      })
    })
  })
}
