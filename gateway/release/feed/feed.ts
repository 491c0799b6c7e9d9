/** What anybody may know of releases as they come: published, corrected; each at its place in the ledger, or where the ledger stood when its embargo ended. */
import type { Gateway } from '../../gateway.ts'
import type { Store } from '../../ports.ts'
import { publicAt } from '../consultation/next.ts'
import { publicReleases, type ReleaseEntry } from '../releases.ts'
import { type Cursor, compareCursors, printCursor } from './cursor.ts'

/** One release become public. `publicAt` in ms. */
export interface FeedEntry {
  readonly cursor: Cursor
  readonly entry: ReleaseEntry
  readonly publicAt: number
}

type Sources = Pick<Gateway, 'log' | 'now' | 'releases'> & { readonly store: Pick<Store, 'leaves'> }

/** When it could first be seen: with its second signature, or at the end of its embargo. */
function firstSeen({ release, publishedAt }: ReleaseEntry): number {
  return publicAt({ publishedAt: publishedAt === null ? null : Date.parse(publishedAt), embargo: release.embargo })
}

/** The last leaf before an instant (ms), by bisection: leaf times never run back. */
async function leafBefore({ log, store }: Sources, instant: number): Promise<number> {
  let [low, high] = [0, log.head().size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [leaf] = await store.leaves(middle, middle + 1)
    if (leaf && Date.parse(leaf.time) < instant) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A place as worked out at a ledger size; it moves no more once a leaf has come since the embargo ended. */
interface Placed {
  readonly leaf: number
  readonly size: number
}

/** By store, then by document. */
const placed = new WeakMap<Sources['store'], Map<string, Placed>>()

async function placeOf(sources: Sources, entry: ReleaseEntry, seen: number): Promise<Cursor> {
  const { log, store } = sources
  const { id, inForce } = entry.document
  const signed = inForce ?? 0
  if (entry.publishedAt === null || seen <= Date.parse(entry.publishedAt)) return { leaf: signed, embargoed: null }
  const known = placed.get(store) ?? new Map<string, Placed>()
  placed.set(store, known)
  const { size, time } = log.head()
  const before = known.get(id)
  if (before && before.size >= size) return { leaf: before.leaf, embargoed: signed }
  const leaf = await leafBefore(sources, seen)
  known.set(id, { leaf, size: time >= seen ? Number.POSITIVE_INFINITY : size })
  return { leaf, embargoed: signed }
}

/** Everything public now, in the order it became so. */
export async function feedEntries(sources: Sources): Promise<readonly FeedEntry[]> {
  const entries = publicReleases(await sources.releases.all(), sources.now())
  const found = await Promise.all(
    entries.map(async (entry) => {
      const seen = firstSeen(entry)
      return { entry, publicAt: seen, cursor: await placeOf(sources, entry, seen) }
    }),
  )
  return found.sort((a, b) => compareCursors(a.cursor, b.cursor))
}

/** An entry as JSON tells it. */
export function feedJson({ cursor, entry, publicAt: seen }: FeedEntry, origin: string): Record<string, unknown> {
  const { release, document, publishedAt, supersededBy } = entry
  return {
    id: printCursor(cursor),
    event: release.supersedes === null ? 'published' : 'corrected',
    release: release.id,
    product: release.type,
    title: release.title,
    period: release.period,
    digest: document.digest,
    ledgerIndex: document.inForce,
    publishedAt,
    publicAt: new Date(seen).toISOString(),
    supersedes: release.supersedes?.id ?? null,
    supersededBy,
    reason: release.reason,
    url: `${origin}/v1/releases/${encodeURIComponent(release.id)}`,
  }
}
