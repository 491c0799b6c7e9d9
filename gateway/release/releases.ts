/** Drafts and releases as known now: read from the store when one changed, kept in memory between. */
import { parseCanonical } from '../../contracts/jcs.ts'
import type { Store, StoredDocument } from '../ports.ts'
import type { WaterBulletin } from './bulletin-types.ts'

/** A draft or release. `publishedAt` is the ledger time of the second signature (UTC), null while it waits. */
export interface ReleaseEntry {
  readonly bulletin: WaterBulletin
  readonly document: StoredDocument
  readonly publishedAt: string | null
  readonly supersededBy: string | null
  /** Ledger time of each signature, in order. */
  readonly signedAt: readonly string[]
}

/** The releases of one gateway. */
export interface Releases {
  all(): Promise<readonly ReleaseEntry[]>
  /** By the id within the bulletin. */
  find(id: string): Promise<ReleaseEntry | undefined>
  /** A release's proof bundle, made once: any bundle made after publication stays valid. */
  proof(id: string, make: () => Promise<string>): Promise<string>
  /** Runs one piece of work after another, so that each sees the signatures of the one before. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** To be told when a release document or a signature on one was committed. */
  changed(): void
}

function isBulletin(value: unknown): value is WaterBulletin {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'weekly-water-bulletin'
}

/** The bulletin of a payload the gateway itself made. Throws TypeError for any other. */
export function readBulletin(payload: string): WaterBulletin {
  const value = parseCanonical(payload)
  if (!isBulletin(value)) throw new TypeError('expected a weekly water bulletin')
  return value
}

async function load(store: Store): Promise<readonly ReleaseEntry[]> {
  const documents = await store.documents('release')
  const supersededBy = new Map<string, string>()
  for (const document of documents) {
    if (document.inForce !== null && document.supersedes !== null) supersededBy.set(document.supersedes, document.id)
  }
  const entries: ReleaseEntry[] = []
  for (const document of documents) {
    const timeAt = async (index: number): Promise<string> => (await store.leaves(index, index + 1))[0]?.time ?? ''
    entries.push({
      bulletin: readBulletin(document.payload),
      document,
      publishedAt: document.inForce === null ? null : await timeAt(document.inForce),
      supersededBy: supersededBy.get(document.id)?.slice('release/'.length) ?? null,
      signedAt: await Promise.all(document.signatures.map((signature) => timeAt(signature.index))),
    })
  }
  return entries
}

/** Proof bundles kept in memory; one of a full week is some megabytes. */
const PROOFS_KEPT = 8

/** Opens the releases over a store. */
export function openReleases(store: Store): Releases {
  let known: Promise<readonly ReleaseEntry[]> | null = null
  const proofs = new Map<string, Promise<string>>()
  let last: Promise<unknown> = Promise.resolve()
  const all = (): Promise<readonly ReleaseEntry[]> => {
    const reading = known ?? load(store)
    known = reading
    // A failed read is not kept; the next caller tries again.
    reading.catch(() => {
      if (known === reading) known = null
    })
    return reading
  }
  return {
    all,
    find: async (id) => (await all()).find((entry) => entry.bulletin.id === id),
    proof(id, make) {
      const before = proofs.get(id)
      if (before) return before
      const made = make()
      proofs.set(id, made)
      made.catch(() => proofs.delete(id))
      const [oldest] = proofs.keys()
      if (proofs.size > PROOFS_KEPT && oldest !== undefined) proofs.delete(oldest)
      return made
    },
    inTurn(work) {
      const next = last.then(work, work)
      last = next
      return next
    },
    changed() {
      known = null
    },
  }
}
