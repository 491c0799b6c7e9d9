import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { openCheckpoint, parseCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { toHex } from '../../../gateway/ledger/encoding.ts'
import { parseLeaf } from '../../../gateway/ledger/leaf.ts'
import { AppendRefused, type Log, type LogOptions, openLog, QueueFull } from '../../../gateway/ledger/log.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import { ed25519Signer, ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { tileWidth } from '../../../gateway/ledger/tile.ts'
import { rootOf } from '../../../gateway/ledger/tree.ts'
import { verifyConsistency, verifyInclusion } from '../../../gateway/ledger/verify.ts'
import {
  type DocumentRow,
  type Entry,
  type LedgerHead,
  type Place,
  type Store,
  StoreFailed,
} from '../../../gateway/ports.ts'
import { openSqliteStore } from '../../../gateway/store/sqlite/store.ts'
import { newKey } from '../world.ts'

const ORIGIN = 'gateway.test/log'
const key = newKey()
const publicKey = Buffer.from(key.jwk.kty === 'OKP' ? key.jwk.x : '', 'base64url')
const named = { name: ORIGIN, publicKey }
const signer = ed25519Signer({ ...named, sign: (bytes) => ALGORITHMS.ed25519.sign(key.privateKey, bytes) })
const verifier = ed25519Verifier(named)

interface Opened {
  readonly store: Store
  readonly log: Log
  /** Every append the store was asked for, by the number of entries. */
  readonly groups: number[]
  another(more?: Partial<LogOptions>): Promise<Log>
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A log over a real store in a folder of its own. */
async function opened(options: Partial<LogOptions> = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'chuanyu-log-'))
  let time = Date.parse('2026-11-10T00:00:00Z')
  const now = () => (time += 7)
  const real = await openSqliteStore({ file: join(folder, 'log.db'), now })
  const groups: number[] = []
  const store: Store = {
    ...real,
    append(head, entries, seal) {
      groups.push(entries.length)
      return real.append(head, entries, seal)
    },
  }
  const open = (more: Partial<LogOptions>) => openLog({ store, origin: ORIGIN, signer, now, ...more })
  const logs: Log[] = []
  const another = async (more: Partial<LogOptions> = {}) => {
    const log = await open(more)
    logs.push(log)
    return log
  }
  closing.push(async () => {
    for (const log of logs) await log.drained()
    await real.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { store, log: await another(options), groups, another }
}

let serial = 0
/** A leaf that stands alone; `more` makes it something else. */
function entry(more: Partial<Entry> = {}): Entry {
  serial += 1
  return {
    leaf: { type: 'consultation', party: 'sc', actor: `key-${serial}`, commitment: 'A'.repeat(43) },
    opening: { header: '{}', salt: new Uint8Array(16) },
    ...more,
  }
}

const document = (id: string): DocumentRow => ({
  id,
  kind: 'release',
  payload: '{}',
  digest: 'd',
  supersedes: null,
})

const many = (count: number, more: Partial<Entry> = {}) => Array.from({ length: count }, () => entry(more))
const hashes = async (store: Store) => (await store.leaves(0, 100_000)).map((leaf) => leaf.hash)

describe('many at once', () => {
  test('go in few commits, each of whose leaves is in the tree of its checkpoint', async () => {
    const { log, store, groups } = await opened()
    const done = await Promise.all(many(600).map((one) => log.append(one)))
    expect(groups).toEqual([256, 256, 88])
    expect(new Set(done.map(({ place }) => place.checkpoint)).size).toBe(3)
    expect(done.map(({ place }) => place.index)).toEqual(done.map((_, at) => at))
    const leaves = await hashes(store)
    for (const { place } of done) {
      const { size, root } = openCheckpoint(place.checkpoint, [verifier], ORIGIN)
      expect(size).toBe(place.size)
      const proof = await log.inclusion(place.index, size)
      const leafHash = leaves[place.index] ?? new Uint8Array()
      expect(verifyInclusion({ index: place.index, size, leafHash, proof, root })).toBe(true)
    }
    expect(log.head().root).toEqual(rootOf(leaves))
  })

  test('a receipt is made with the place the leaf got, inside the commit', async () => {
    const { log, store } = await opened()
    const receipt = async (place: Place) => JSON.stringify([place.index, place.size])
    const done = await Promise.all(many(5, { receipt }).map((one) => log.append(one)))
    expect(done.map((one) => one.receipt)).toEqual(['[0,5]', '[1,5]', '[2,5]', '[3,5]', '[4,5]'])
    expect((await store.head()).size).toBe(5)
  })

  test('the group is as large as was allowed', async () => {
    const { log, groups } = await opened({ group: 3 })
    await Promise.all(many(8).map((one) => log.append(one)))
    expect(groups).toEqual([3, 3, 2])
  })

  test('a key list ends its group, so that what follows is judged by it', async () => {
    const seen: string[] = []
    const { log, groups } = await opened({
      admit(one, index) {
        seen.push(`${one.leaf.type}@${index}`)
        return null
      },
      committed: (one, { index }) => seen.push(`committed ${one.leaf.type}@${index}`),
    })
    const list = entry({ leaf: { type: 'keys', party: 'sc', actor: 'root', commitment: 'A'.repeat(43) } })
    await Promise.all([entry(), list, entry()].map((one) => log.append(one)))
    expect(groups).toEqual([2, 1])
    expect(seen).toEqual([
      'consultation@0',
      'keys@1',
      'committed consultation@0',
      'committed keys@1',
      'consultation@2',
      'committed consultation@2',
    ])
  })
})

describe('one bad entry', () => {
  test('refused by its guard falls alone', async () => {
    const { log, groups } = await opened()
    const outcomes = await Promise.allSettled(
      [entry({ document: document('a') }), entry({ document: document('a') }), entry({ document: document('b') })].map(
        (one) => log.append(one),
      ),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { name: 'AppendRefused', refusal: 'document-exists' } })
    expect(groups).toEqual([3])
    expect(log.head().size).toBe(2)
  })

  test('that makes the commit fail falls alone, and its neighbours go in once', async () => {
    const { log, store } = await opened()
    const poison = entry({
      receipt() {
        throw new TypeError('a receipt that cannot be made')
      },
    })
    const outcomes = await Promise.allSettled([entry(), poison, entry(), entry()].map((one) => log.append(one)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect((await store.leaves(0, 10)).length).toBe(3)
    expect(rootOf(await hashes(store))).toEqual(log.head().root)
  })

  test('whose listener throws after the commit is not committed twice, nor are its neighbours', async () => {
    const { log, store } = await opened({
      committed(one) {
        if (one.leaf.actor === 'bad') throw new TypeError('a listener that fails')
      },
    })
    const bad = entry({ leaf: { type: 'consultation', party: 'sc', actor: 'bad', commitment: 'A'.repeat(43) } })
    const outcomes = await Promise.allSettled([entry(), bad, entry()].map((one) => log.append(one)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await store.leaves(0, 10)).map((leaf) => parseLeaf(leaf.data).actor)).toHaveLength(3)
    await log.append(entry())
    expect(log.head().size).toBe(4)
  })

  test('that the admission check chokes on falls alone, and the log goes on', async () => {
    const { log } = await opened({
      admit(one) {
        if (one.leaf.actor === 'bad') throw new TypeError('a check that fails')
        return null
      },
    })
    const bad = entry({ leaf: { type: 'consultation', party: 'sc', actor: 'bad', commitment: 'A'.repeat(43) } })
    const outcomes = await Promise.allSettled([bad, entry()].map((one) => log.append(one)))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    await log.append(entry())
    expect(log.head().size).toBe(2)
  })

  test('refused alone leaves the log ready for the next', async () => {
    const { log } = await opened({ admit: (one) => (one.kid === 'revoked' ? 'key-not-current' : null) })
    for (let round = 0; round < 3; round += 1) {
      await expect(log.append(entry({ kid: 'revoked' }))).rejects.toEqual(new AppendRefused('key-not-current'))
      await log.append(entry())
    }
    expect(log.head().size).toBe(3)
    expect(log.waiting()).toBe(0)
  })

  test('refused by the store leaves the log ready for the next', async () => {
    const { log } = await opened()
    const nonce = { kid: 'k', nonce: 'n', expires: Date.parse('2027-01-01T00:00:00Z') }
    await log.append(entry({ nonce }))
    await expect(log.append(entry({ nonce }))).rejects.toEqual(new AppendRefused('nonce-used'))
    await log.append(entry())
    expect(log.head().size).toBe(2)
  })

  test('a store that fails once fails one append and no more', async () => {
    const { store, another } = await opened()
    const broken = vi.spyOn(store, 'append').mockRejectedValueOnce(new Error('disk full'))
    const log = await another({ store })
    await expect(log.append(entry())).rejects.toThrow('disk full')
    broken.mockRestore()
    await log.append(entry())
    expect((await store.head()).size).toBe(1)
  })
})

describe('time', () => {
  test('strictly rises though the clock runs back', async () => {
    const readings = [5000, 4000, 4000, 3000, 9000, 1000].map((ms) => Date.parse('2026-11-10T00:00:00Z') + ms)
    const { log, store } = await opened({ now: () => readings.shift() ?? 0 })
    for (let at = 0; at < 3; at += 1) await log.append(entry())
    await Promise.all(many(3).map((one) => log.append(one)))
    const times = (await store.leaves(0, 10)).map((leaf) => parseLeaf(leaf.data).time)
    expect(times).toEqual([
      '2026-11-10T00:00:05.000Z',
      '2026-11-10T00:00:05.001Z',
      '2026-11-10T00:00:05.002Z',
      '2026-11-10T00:00:05.003Z',
      '2026-11-10T00:00:09.000Z',
      '2026-11-10T00:00:09.001Z',
    ])
  })

  test('goes on from the last leaf when the ledger is opened again by a slower clock', async () => {
    const { log, another, store } = await opened({ now: () => Date.parse('2026-11-10T00:00:05Z') })
    await log.append(entry())
    const later = await another({ now: () => Date.parse('2026-11-09T00:00:00Z') })
    await later.append(entry())
    expect((await store.leaves(1, 2))[0]?.time).toBe('2026-11-10T00:00:05.001Z')
  })
})

describe('backpressure', () => {
  test('a full queue refuses at once and keeps what waits', async () => {
    const { log } = await opened({ queue: 4 })
    const waiting = many(4).map((one) => log.append(one))
    await expect(log.append(entry())).rejects.toBeInstanceOf(QueueFull)
    await Promise.all(waiting)
    await log.append(entry())
    expect(log.head().size).toBe(5)
  })

  test('drained waits for all that was asked', async () => {
    const { log } = await opened({ group: 2 })
    const all = Promise.all(many(7).map((one) => log.append(one)))
    await log.drained()
    expect(log.head().size).toBe(7)
    await all
    await log.drained()
  })
})

describe('what anyone can check', () => {
  test('every checkpoint extends every earlier one', async () => {
    const { log } = await opened({ group: 5 })
    const checkpoints = new Map<number, Uint8Array>()
    for (let at = 0; at < 6; at += 1) {
      const done = await Promise.all(many(at + 1).map((one) => log.append(one)))
      for (const { place } of done) checkpoints.set(place.size, parseCheckpoint(parseNote(place.checkpoint).text).root)
    }
    const sizes = [...checkpoints.keys()]
    expect(sizes.length).toBeGreaterThan(6)
    for (const first of sizes) {
      for (const second of sizes.filter((size) => size >= first)) {
        const firstRoot = checkpoints.get(first) ?? new Uint8Array()
        const secondRoot = checkpoints.get(second) ?? new Uint8Array()
        const proof = await log.consistency(first, second)
        expect(verifyConsistency({ first, second, firstRoot, secondRoot, proof })).toBe(true)
        if (first < second)
          expect(verifyConsistency({ first, second, firstRoot: secondRoot, secondRoot, proof })).toBe(false)
      }
    }
  })

  test('the tiles are what the leaves come to, whole and partial, on every level', async () => {
    const { log, store } = await opened()
    await Promise.all(many(70).map((one) => log.append(one)))
    await Promise.all(many(530).map((one) => log.append(one)))
    const leaves = await hashes(store)
    expect(leaves).toHaveLength(600)
    for (const index of [0, 1, 2]) {
      const width = tileWidth(0, index, 600)
      const tile = await log.tile({ level: 0, index, width })
      expect(Buffer.from(tile ?? [])).toEqual(Buffer.concat(leaves.slice(index * 256, index * 256 + width)))
    }
    const upper = await log.tile({ level: 1, index: 0, width: 2 })
    const roots = [0, 1].map((at) => rootOf(leaves.slice(at * 256, at * 256 + 256)))
    expect(Buffer.from(upper ?? [])).toEqual(Buffer.concat(roots))
    const entries = Buffer.from((await log.tile({ level: 'entries', index: 2, width: 88 })) ?? [])
    const [, last] = [entries.readUInt16BE(0), (await store.leaves(599, 600))[0]?.data ?? new Uint8Array()]
    expect(entries.subarray(-last.length)).toEqual(Buffer.from(last))
    expect(await log.tile({ level: 0, index: 2, width: 89 })).toBeNull()
    expect(await log.tile({ level: 'entries', index: 2, width: 89 })).toBeNull()
    expect(await log.tile({ level: 0, index: 3, width: 1 })).toBeNull()
    expect(await log.tile({ level: 2, index: 0, width: 1 })).toBeNull()
  })

  test('a proof for what the ledger does not hold is refused', async () => {
    const { log } = await opened()
    await Promise.all(many(4).map((one) => log.append(one)))
    await expect(log.inclusion(4, 4)).rejects.toMatchObject({ code: 'tree-range' })
    await expect(log.consistency(3, 2)).rejects.toMatchObject({ code: 'tree-range' })
  })

  test('a ledger opened again has the same head and grows the same tree', async () => {
    const { log, another, store } = await opened()
    await Promise.all(many(300).map((one) => log.append(one)))
    const again = await another()
    const plain = ({ root, ...head }: LedgerHead) => ({ ...head, root: root && toHex(root) })
    expect(plain(again.head())).toEqual(plain(log.head()))
    await again.append(entry())
    expect(again.head().root).toEqual(rootOf(await hashes(store)))
  })
})

test('two logs over one store both append, and neither forks the other', async () => {
  const { log, store, another } = await opened()
  const other = await another()
  for (let round = 0; round < 5; round += 1) {
    const places = await Promise.all([
      log.append(entry()),
      other.append(entry()),
      ...many(3).map((one) => log.append(one)),
      ...many(2).map((one) => other.append(one)),
    ])
    expect(new Set(places.map(({ place }) => place.index)).size).toBe(7)
  }
  const leaves = await hashes(store)
  expect(leaves).toHaveLength(35)
  expect(Buffer.from((await store.head()).root ?? [])).toEqual(Buffer.from(rootOf(leaves)))
  const times = (await store.leaves(0, 100)).map((leaf) => leaf.time)
  expect(times).toEqual([...new Set(times)].sort())
})

test.each([
  ['fewer leaves', 2],
  ['as many others', 3],
  ['more others', 300],
])(
  'a store that was put back under a running log, with %s, is not gone on from until it is as it was',
  async (_what, count) => {
    const [one, other] = [await opened(), await opened()]
    for (let at = 0; at < 3; at++) await one.log.append(entry())
    await Promise.all(Array.from({ length: count }, () => other.log.append(entry())))
    let at = one.store
    const log = await one.another({
      store: {
        ...one.store,
        head: () => at.head(),
        tile: (level, index) => at.tile(level, index),
        append: (head, entries, seal) => at.append(head, entries, seal),
      },
    })
    const before = log.head()
    at = other.store
    await expect(log.refresh()).rejects.toThrow(StoreFailed)
    await expect(log.append(entry())).rejects.toThrow(StoreFailed)
    expect(log.head()).toBe(before)
    expect((await other.store.head()).size).toBe(count)
    at = one.store
    await log.refresh()
    expect((await log.append(entry())).place.index).toBe(3)
  },
)
