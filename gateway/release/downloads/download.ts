/** What a download says of its release, gathered once: the release, its digest, who signed it and when. */
import type { PartyId } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import type { ListedRow } from '../products/credit/rows.ts'
import type { Release } from '../release-types.ts'
import type { ReleaseEntry } from '../releases.ts'

/** A signature as people read it; `agency` and `post` as the key list names them, `time` that of its leaf (UTC). */
export interface DownloadSignature {
  readonly party: PartyId
  readonly kid: string
  readonly agency: string | null
  readonly post: string | null
  readonly time: string
  readonly ledgerIndex: number
}

/** A published release, ready to be printed. */
export interface Download {
  readonly release: Release
  readonly digest: string
  /** UTC. */
  readonly publishedAt: string
  readonly supersededBy: string | null
  readonly signatures: readonly DownloadSignature[]
  /** The gateway's own address. */
  readonly origin: string
  /** The rows that stand beside a list of ratings, as far as they may be shown. */
  readonly rows: readonly ListedRow[]
}

/** A release's download. Throws TypeError for one that is not published. */
export function downloadOf(
  { config, standing }: Pick<Gateway, 'config' | 'standing'>,
  entry: ReleaseEntry,
  rows: readonly ListedRow[] = [],
): Download {
  const { release, document, publishedAt, supersededBy, signedAt } = entry
  if (publishedAt === null) throw new TypeError(`${document.id} is not published`)
  const { keys } = standing.keys()
  return {
    release,
    digest: document.digest,
    publishedAt,
    supersededBy,
    signatures: document.signatures.map(({ party, kid, index }, at) => ({
      party,
      kid,
      agency: keys.get(kid)?.agency ?? null,
      post: keys.get(kid)?.operator ?? null,
      time: signedAt[at] ?? '',
      ledgerIndex: index,
    })),
    origin: config.origin,
    rows,
  }
}
