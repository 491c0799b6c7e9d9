/** Releases as known now: read from the store when one changed, kept in memory between. */
import { parseCanonical } from '../../contracts/jcs.ts'
import { PRODUCT_IDS } from '../../contracts/registry/types.ts'
import type { Store, StoredDocument } from '../ports.ts'
import type { WaterBulletin } from './bulletin-types.ts'
import type { Release } from './release-types.ts'

/** A release, agreed or published. `publishedAt` is the ledger time of the second signature (UTC), null while it waits. */
export interface ReleaseEntry<R extends Release = Release> {
  readonly release: R
  readonly document: StoredDocument
  readonly publishedAt: string | null
  readonly supersededBy: string | null
  /** Ledger time of each signature, in order. */
  readonly signedAt: readonly string[]
}

/** The releases of one gateway. */
export interface Releases {
  all(): Promise<readonly ReleaseEntry[]>
  /** By the id within the release. */
  find(id: string): Promise<ReleaseEntry | undefined>
  /** A release's proof bundle, made once: any bundle made after publication stays valid. `name` is the release's id, and what is withheld where that may be. */
  proof(name: string, make: () => Promise<string>): Promise<string>
  /** To be told when a release document or a signature on one was committed. */
  changed(): void
}

/** What releases made before there were consultations do not say of themselves. */
const UNCONSULTED = {
  audience: 'public',
  attachments: [],
  consultation: { digest: '', id: '', steps: 0 },
  embargo: null,
  statement: null,
} as const

function isRelease(value: unknown): value is Release {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  return PRODUCT_IDS.some((id) => id === value.type)
}

/** The release of a payload the gateway itself made. Throws TypeError for any other. */
export function readRelease(payload: string): Release {
  const value = parseCanonical(payload)
  const release: unknown = typeof value === 'object' ? { ...UNCONSULTED, ...value } : null
  if (!isRelease(release)) throw new TypeError('expected a release')
  return release
}

/** Whether it is a water bulletin, of a week or a month. */
export function isWater(entry: ReleaseEntry): entry is ReleaseEntry<WaterBulletin> {
  return entry.release.type === 'weekly-water-bulletin' || entry.release.type === 'monthly-water-bulletin'
}

/** Whether anybody may see it at a time (ms): signed by both, for the public, and its embargo over. */
export function isPublic({ release, publishedAt }: ReleaseEntry, now: number): boolean {
  if (publishedAt === null || release.audience !== 'public') return false
  return release.embargo === null || Date.parse(release.embargo) <= now
}

/** Ledger times are of one form, so that they sort as text. */
function byPublication({ publishedAt: a }: ReleaseEntry, { publishedAt: b }: ReleaseEntry): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

/** What anybody may see at a time, by when it was published, oldest first; a correction under embargo is not told of yet. */
export function publicReleases(all: readonly ReleaseEntry[], now: number): readonly ReleaseEntry[] {
  const seen = all.filter((entry) => isPublic(entry, now)).sort(byPublication)
  const ids = new Set(seen.map(({ release }) => release.id))
  return seen.map((entry) => {
    const { supersededBy } = entry
    return supersededBy === null || ids.has(supersededBy) ? entry : { ...entry, supersededBy: null }
  })
}

/** Payloads never change, so that each is read once. */
type Read = Map<string, Release>

async function load(store: Store, read: Read): Promise<readonly ReleaseEntry[]> {
  const documents = await store.documents('release')
  const supersededBy = new Map<string, string>()
  for (const document of documents) {
    if (document.inForce !== null && document.supersedes !== null) supersededBy.set(document.supersedes, document.id)
  }
  const entries: ReleaseEntry[] = []
  for (const document of documents) {
    const release = read.get(document.id) ?? readRelease(document.payload)
    read.set(document.id, release)
    const timeAt = async (index: number): Promise<string> => (await store.leaves(index, index + 1))[0]?.time ?? ''
    entries.push({
      release,
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
  const read: Read = new Map()
  let known: Promise<readonly ReleaseEntry[]> | null = null
  const proofs = new Map<string, Promise<string>>()
  const all = (): Promise<readonly ReleaseEntry[]> => {
    const reading = known ?? load(store, read)
    known = reading
    // A failed read is not kept; the next caller tries again.
    reading.catch(() => {
      if (known === reading) known = null
    })
    return reading
  }
  return {
    all,
    find: async (id) => (await all()).find((entry) => entry.release.id === id),
    proof(name, make) {
      const before = proofs.get(name)
      if (before) return before
      const made = make()
      proofs.set(name, made)
      made.catch(() => proofs.delete(name))
      const [oldest] = proofs.keys()
      if (proofs.size > PROOFS_KEPT && oldest !== undefined) proofs.delete(oldest)
      return made
    },
    changed() {
      known = null
    },
  }
}
