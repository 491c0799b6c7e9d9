/** What each page needs to be drawn: plain data, already verified by whoever hands it over. Types only. */
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import type { StandardsComparison } from '../standards/compare/comparison.ts'

/** A party's signature on a release. People are shown by post; `time` is the leaf's UTC instant, `ledgerIndex` its place. */
export interface SignatureView {
  readonly party: PartyId
  readonly kid: string
  readonly agency: Bilingual
  readonly post: Bilingual
  readonly time: string
  readonly ledgerIndex: number
}

/**
 * A published release, whose signatures have been checked. `digest` is the SHA-256 of the payload in hexadecimal, `publishedAt` a UTC instant,
 * `supersededBy` the id of the release that replaced it. `review` is `mixed` when its records differ in review state.
 */
export interface ReleaseView {
  readonly bulletin: WaterBulletin
  readonly digest: string
  readonly publishedAt: string
  readonly signatures: readonly SignatureView[]
  readonly supersededBy: string | null
  readonly origin: string
  readonly originators: readonly WaterSectionRecord['originator'][]
  readonly review: WaterSectionRecord['review'] | 'mixed'
}

/** A release as one line of a list. */
export interface ReleaseItem {
  readonly id: string
  readonly title: Bilingual
  readonly period: { readonly start: string; readonly end: string }
  readonly publishedAt: string
  readonly supersededBy: string | null
  readonly supersedes: string | null
}

/** The list page; newest first. */
export interface ReleasesView {
  readonly releases: readonly ReleaseItem[]
  readonly sandbox: boolean
}

/** The home page; `now` in ms, to tell whether the newest release is stale. */
export interface HomeView extends ReleasesView {
  readonly latest: ReleaseView | null
  readonly now: number
}

/** The comparison of the two sides' standards. */
export interface ComparisonView {
  readonly comparison: StandardsComparison
  readonly sandbox: boolean
}

/** One problem type; `example` is the JSON text of a problem document of it, `trigger` a request, header or cell that brings it about. */
export interface ErrorView {
  readonly code: string
  readonly status: number
  readonly title: Bilingual
  readonly what: Bilingual
  readonly fix: Bilingual
  readonly example: string
  readonly trigger?: string | undefined
  readonly sandbox: boolean
}

/** Every problem type, for the list. */
export interface ErrorsView {
  readonly errors: readonly Pick<ErrorView, 'code' | 'status' | 'title'>[]
  readonly sandbox: boolean
}
