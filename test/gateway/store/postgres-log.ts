/** Logs over a PostgreSQL database, and what must hold of what they gave. */
import { expect } from 'vitest'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { openCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { type Log, openLog } from '../../../gateway/ledger/log.ts'
import { ed25519Signer, ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { rootOf } from '../../../gateway/ledger/tree.ts'
import type { Entry, Place, Store } from '../../../gateway/ports.ts'
import { openPostgres, type Postgres, type PostgresOptions } from '../../../gateway/store/postgres/database.ts'
import { openPostgresStore } from '../../../gateway/store/postgres/store.ts'
import { newKey } from '../world.ts'

const ORIGIN = 'gateway.test/log'
const key = newKey()
const named = { name: ORIGIN, publicKey: Buffer.from(key.jwk.kty === 'OKP' ? key.jwk.x : '', 'base64url') }
const signer = ed25519Signer({ ...named, sign: (bytes) => ALGORITHMS.ed25519.sign(key.privateKey, bytes) })
const verifier = ed25519Verifier(named)

/** One gateway's part: its connections, its store, its log. */
export interface Opened {
  readonly db: Postgres
  readonly store: Store
  readonly log: Log
  close(): Promise<void>
}

/** Opens them; all logs of one test sign with one key. */
export async function openLedger(options: PostgresOptions): Promise<Opened> {
  const db = await openPostgres(options)
  const store = await openPostgresStore({ db, now: Date.now })
  const log = await openLog({ store, origin: ORIGIN, signer, now: Date.now })
  return { db, store, log, close: () => store.close() }
}

/** What an append gave, with what was asked for. */
export interface Done {
  readonly entry: Entry
  readonly place: Place
}

/** Every place is its entry's own, and every checkpoint that was given is of one and the same history, which has no gap. */
export async function mustBeOneLedger(store: Store, done: readonly Done[]): Promise<void> {
  const leaves = await store.leaves(0, 1_000_000)
  expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, at) => at))
  const hashes = leaves.map(({ hash }) => hash)
  for (const { entry, place } of done) {
    expect(leaves[place.index]?.opening.header).toBe(entry.opening.header)
    const { size, root } = openCheckpoint(place.checkpoint, [verifier], ORIGIN)
    expect(Buffer.from(root)).toEqual(Buffer.from(rootOf(hashes.slice(0, size))))
  }
  const head = await store.head()
  expect(head.size).toBe(leaves.length)
  expect(Buffer.from(head.root ?? [])).toEqual(Buffer.from(rootOf(hashes)))
}

/** How often an entry stands in the ledger. */
export async function timesOf(store: Store, { opening }: Entry): Promise<number> {
  return (await store.leaves(0, 1_000_000)).filter((leaf) => leaf.opening.header === opening.header).length
}
