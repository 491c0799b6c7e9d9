/** The ledger's one append: a bounded queue, group commit, leaf times that never run back, a checkpoint a commit (RFC 6962, C2SP tlog-tiles). */
import type { AppendOutcome, Clock, Entry, LedgerHead, Place, Refusal, Sealed, Store } from '../ports.ts'
import { LedgerMoved, StoreFailed } from '../ports.ts'
import { printBundle } from './bundle.ts'
import { signCheckpoint } from './checkpoint.ts'
import { equalBytes } from './encoding.ts'
import { LedgerError } from './error.ts'
import { leafHash } from './hash.ts'
import { leafBytes, leafTime, nextTime } from './leaf.ts'
import { LOG_LIMITS } from './limits.ts'
import type { NoteSigner } from './note.ts'
import { type Bundle, partialTiles, TILE_WIDTH, type Tile } from './tile.ts'
import { extendTiles, type TileHashes, tileReader } from './tile-hashes.ts'
import { appendLeaves, consistencyProof, type Frontier, inclusionProof, readFrontier, readRoot } from './tree.ts'
import { turns } from './turns.ts'

/** The queue is full; the caller should answer 503 and try again later. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull'
}

/** The ledger was put back from a backup, or its database taken over, and is held: another leaf could be a second history. */
export class LedgerHeld extends Error {
  override readonly name = 'LedgerHeld'
}

/** One entry was refused by its guard; nothing of it was written. */
export class AppendRefused extends Error {
  override readonly name = 'AppendRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** What the log is built from. `origin` names it in checkpoints; `group` is the most entries a commit takes, `queue` the most that may wait. */
export interface LogOptions {
  readonly store: Store
  readonly origin: string
  readonly signer: NoteSigner
  readonly now: Clock
  readonly queue?: number
  readonly group?: number
  /** Whether nothing may be appended, because what came after may have been lost; once it is so, it stays so. */
  readonly held?: () => boolean
  /** Whether an entry may still go in at `index`; asked when its group is formed. */
  readonly admit?: (entry: Entry, index: number) => Refusal | null
  /** Told of every committed entry, in order, before the next group is formed. */
  readonly committed?: (entry: Entry, place: Place) => void
  /** Told when another gateway on the same store has appended: whatever is kept in memory is to be read anew. Ends before the new head shows. */
  readonly moved?: () => Promise<void>
}

/** The running ledger. */
export interface Log {
  readonly origin: string
  /** Durable when it resolves. Throws AppendRefused, QueueFull, LedgerHeld. */
  append(entry: Entry): Promise<{ readonly place: Place; readonly receipt: string | null }>
  /** The head as last committed by this process, or as last read. */
  head(): LedgerHead
  /** Catches up when another gateway on the same store has appended. */
  refresh(): Promise<void>
  /** How many entries wait. */
  waiting(): number
  /** Proof hashes, leaf's sibling first. Throws LedgerError `tree-range`. */
  inclusion(index: number, size: number): Promise<readonly Uint8Array[]>
  consistency(first: number, second: number): Promise<readonly Uint8Array[]>
  /** The bytes of a tile or entry bundle, or null when the ledger has no such one. */
  tile(tile: Tile | Bundle): Promise<Uint8Array | null>
  /** Resolves when nothing waits. */
  drained(): Promise<void>
}

/** How often a group is formed again because another gateway was faster. */
const ATTEMPTS = 8

interface State {
  readonly head: LedgerHead
  readonly frontier: Frontier
  readonly partials: readonly TileHashes[]
}

interface Waiting {
  readonly entry: Entry
  readonly resolve: (done: { place: Place; receipt: string | null }) => void
  readonly reject: (error: unknown) => void
}

async function readTileHashes(store: Store, tiles: readonly Tile[]): Promise<Uint8Array[]> {
  return Promise.all(
    tiles.map(async ({ level, index }) => {
      const hashes = await store.tile(level, index)
      if (hashes === null) throw new LedgerError('tile-data', `the store has no tile ${level}/${index}`)
      return hashes
    }),
  )
}

async function loadState(store: Store): Promise<State> {
  const head = await store.head()
  const tiles = partialTiles(head.size)
  const hashes = await readTileHashes(store, tiles)
  const partials = tiles.map((tile, at) => ({
    tile,
    hashes: hashes[at]?.subarray(0, tile.width * 32) ?? new Uint8Array(),
  }))
  const reader = tileReader({ size: head.size, read: (wanted) => readTileHashes(store, wanted) })
  return { head, frontier: await readFrontier(reader, head.size), partials }
}

/** Another history in the store than the one this process told of, as when it was put back from a backup under it, is not gone on from. Throws StoreFailed. */
async function mustGoOn(store: Store, before: LedgerHead, now: LedgerHead): Promise<void> {
  if (before.root === null) return
  const reader = tileReader({ size: now.size, read: (tiles) => readTileHashes(store, tiles) })
  if (now.size >= before.size && equalBytes(await readRoot(reader, before.size), before.root)) return
  throw new StoreFailed(
    `the store has another history of ${now.size} leaves than the one of ${before.size} that was told of`,
  )
}

/** Opens the log over a store. */
export async function openLog(options: LogOptions): Promise<Log> {
  const {
    store,
    origin,
    signer,
    now,
    queue = LOG_LIMITS.queue,
    group = LOG_LIMITS.group,
    held = () => false,
    admit,
    committed,
    moved,
  } = options
  let state = await loadState(store)
  const waiting: Waiting[] = []
  const inTurn = turns()

  async function reload(): Promise<void> {
    const loaded = await loadState(store)
    await mustGoOn(store, state.head, loaded.head)
    // Only then the new head: nothing may go in behind it that was judged by what was known before it.
    await moved?.()
    state = loaded
  }

  function sealWith(base: State, keep: (next: State) => void): (accepted: readonly Entry[]) => Sealed {
    return (accepted) => {
      let time = base.head.time
      const leaves = accepted.map((entry, at) => {
        time = nextTime(now(), time)
        const stamped = leafTime(time)
        const { type, party, actor, commitment } = entry.leaf
        const data = leafBytes({ actor, commitment, party, time: stamped, type, v: 1 })
        return { index: base.head.size + at, type, party, time: stamped, data, hash: leafHash(data) }
      })
      const grown = appendLeaves({
        frontier: base.frontier,
        size: base.head.size,
        leafHashes: leaves.map((leaf) => leaf.hash),
      })
      const { written, partials } = extendTiles({ size: base.head.size, partials: base.partials, nodes: grown.nodes })
      const checkpoint = signCheckpoint({ origin, size: grown.size, root: grown.root }, [signer])
      const { size, root } = grown
      keep({ head: { size, time, root, checkpoint }, frontier: grown.frontier, partials })
      const tiles = written.map(({ tile, hashes }) => ({ level: tile.level, index: tile.index, hashes }))
      return { leaves, tiles, size, time, root, checkpoint }
    }
  }

  async function write(entries: readonly Entry[]): Promise<readonly AppendOutcome[]> {
    let next = state
    const seal = sealWith(state, (kept) => {
      next = kept
    })
    const outcomes = await store.append(state.head, entries, seal)
    // What was sealed and then refused whole has not moved the ledger.
    if (outcomes.some(({ ok }) => ok)) state = next
    return outcomes
  }

  function settle(batch: readonly Waiting[], outcomes: readonly AppendOutcome[]): void {
    for (const [at, { entry, resolve, reject }] of batch.entries()) {
      const outcome = outcomes[at]
      if (!outcome?.ok) {
        reject(outcome ? new AppendRefused(outcome.refusal) : new RangeError('an entry has no outcome'))
        continue
      }
      try {
        committed?.(entry, outcome.place)
        resolve({ place: outcome.place, receipt: outcome.receipt })
      } catch (error) {
        // It is in the ledger all the same, and so are its neighbours: nothing may be tried again.
        reject(error)
      }
    }
  }

  /** The next group: a key list ends it, so that what follows is judged by the keys then in force. */
  function nextGroup(most: number): Waiting[] {
    const batch: Waiting[] = []
    while (batch.length < most) {
      const one = waiting.shift()
      if (!one) break
      try {
        const refusal = admit?.(one.entry, state.head.size + batch.length) ?? null
        if (refusal) throw new AppendRefused(refusal)
      } catch (error) {
        one.reject(error)
        continue
      }
      batch.push(one)
      if (one.entry.leaf.type === 'keys') break
    }
    return batch
  }

  /** Commits the next group. When another gateway was faster it is formed again, since other keys may count by now. */
  async function commitNext(most: number): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const batch = nextGroup(most)
      if (batch.length === 0) return
      try {
        settle(batch, await write(batch.map(({ entry }) => entry)))
        return
      } catch (error) {
        const failed = await recover(error, attempt)
        if (failed === null) {
          waiting.unshift(...batch)
          continue
        }
        if (batch.length === 1 || failed instanceof QueueFull || failed instanceof StoreFailed) {
          for (const one of batch) one.reject(failed)
          return
        }
        // One bad entry must not take its neighbours down: each is tried alone.
        for (const one of batch) {
          waiting.unshift(one)
          await commitNext(1)
        }
        return
      }
    }
  }

  /** Null when the ledger had moved and is read anew; otherwise what to tell those who wait. */
  async function recover(error: unknown, attempt: number): Promise<unknown> {
    if (!(error instanceof LedgerMoved)) return error
    if (attempt >= ATTEMPTS) return new QueueFull()
    try {
      await reload()
      return null
    } catch (failure) {
      return failure
    }
  }

  const reader = (size: number) => tileReader({ size, read: (tiles) => readTileHashes(store, tiles) })

  return {
    origin,
    append(entry) {
      if (held()) return Promise.reject(new LedgerHeld())
      if (waiting.length >= queue) return Promise.reject(new QueueFull())
      return new Promise((resolve, reject) => {
        const one = { entry, resolve, reject }
        waiting.push(one)
        void inTurn(async () => {
          // Lets requests that arrive together form one group. Whose turn it is commits all that wait; the others find theirs done.
          await Promise.resolve()
          if (waiting.includes(one)) await commitNext(group)
        })
      })
    },
    head: () => state.head,
    async refresh() {
      const ahead = async (): Promise<boolean> => {
        const { size, time } = await store.head()
        return size !== state.head.size || time !== state.head.time
      }
      // In turn, so that a commit under way here is not taken for another's.
      if (await ahead()) await inTurn(async () => ((await ahead()) ? reload() : undefined))
    },
    waiting: () => waiting.length,
    inclusion: (index, size) => inclusionProof(reader(size), index, size),
    consistency: (first, second) => consistencyProof(reader(second), first, second),
    async tile(tile) {
      const width = tile.width
      if (tile.level === 'entries') {
        const from = tile.index * TILE_WIDTH
        if (from + width > state.head.size) return null
        return printBundle((await store.leaves(from, from + width)).map((leaf) => leaf.data))
      }
      const hashes = await store.tile(tile.level, tile.index)
      return hashes === null || hashes.length < width * 32 ? null : hashes.subarray(0, width * 32)
    },
    async drained() {
      do await inTurn(async () => undefined)
      while (waiting.length > 0)
    },
  }
}
