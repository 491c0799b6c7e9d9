/** Releases as the pages draw them: what anybody may see now, newest first, with who signed each. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { Gateway } from '../../gateway.ts'
import type { AirRelease, Release } from '../../release/release-types.ts'
import { publicReleases, type ReleaseEntry } from '../../release/releases.ts'
import { type Cadences, cadencesOf } from '../cadence.ts'
import type { ReleaseItem, ReleaseView } from '../view.ts'

/** `中文 · English` as both; a name in one language serves for both. */
export function bilingual(name: string): Bilingual {
  const [zh = name, en = zh] = name.split(' · ')
  return { zh, en }
}

/** A release with its signatures. */
export function releaseView<R extends Release>(gateway: Gateway, entry: ReleaseEntry<R>): ReleaseView<R> {
  const { release, document, publishedAt, supersededBy, signedAt } = entry
  const { keys } = gateway.standing.keys()
  return {
    release,
    digest: document.digest,
    publishedAt: publishedAt ?? '',
    supersededBy,
    signatures: document.signatures.map(({ party, kid, index }, at) => ({
      party,
      kid,
      agency: bilingual(keys.get(kid)?.agency ?? ''),
      post: bilingual(keys.get(kid)?.operator ?? ''),
      time: signedAt[at] ?? '',
      ledgerIndex: index,
    })),
  }
}

/** What anybody may see now, newest first. */
export async function published(gateway: Gateway): Promise<readonly ReleaseEntry[]> {
  return publicReleases(await gateway.releases.all(), gateway.now()).toReversed()
}

/** By when each kind should have followed, by the contracts and terms in force. */
export function cadencesNow({ standing }: Gateway): Cadences {
  const contractOf = (id: string) => {
    const found = standing.contract(id)
    return found?.state === 'in-force' ? found.contract : undefined
  }
  return cadencesOf(standing.registry('consultation')?.registry, contractOf)
}

/** One line of a list. */
export function releaseItem({ release, publishedAt, supersededBy }: ReleaseEntry): ReleaseItem {
  const { id, title, type, period, supersedes } = release
  return { id, type, title, period, publishedAt: publishedAt ?? '', supersededBy, supersedes: supersedes?.id ?? null }
}

/** Whether it is a daily forecast. */
export function isDailyAir(entry: ReleaseEntry): entry is ReleaseEntry<AirRelease> {
  return entry.release.type === 'daily-air-forecast'
}

/** The one that stands whose period is the latest. */
export function newest<R extends Release>(entries: readonly ReleaseEntry<R>[]): ReleaseEntry<R> | undefined {
  return entries
    .filter(({ supersededBy }) => supersededBy === null)
    .toSorted((a, b) => Date.parse(b.release.period.end) - Date.parse(a.release.period.end))[0]
}
