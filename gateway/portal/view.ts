/** What each page needs to be drawn: plain data, already verified by whoever hands it over. Types only. */
import type { ProductId } from '../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import type { CreditAnswer, CreditStanding } from '../credit/lookup.ts'
import type { CreditQuestionFault } from '../credit/question.ts'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import type { CreditList } from '../release/credit-list.ts'
import type { AirRelease, Release } from '../release/release-types.ts'
import type { StandardsComparison } from '../standards/compare/comparison.ts'
import type { ApartItem } from './apart/view.ts'
import type { Cadences } from './cadence.ts'
import type { ReleaseFilter } from './release-filter.ts'

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
 * `supersededBy` the id of the release that replaced it.
 */
export interface ReleaseView<R extends Release = Release> {
  readonly release: R
  readonly digest: string
  readonly publishedAt: string
  readonly signatures: readonly SignatureView[]
  readonly supersededBy: string | null
  /** Beside a list of ratings, its rows as far as they may be shown. */
  readonly list?: CreditList
}

/** A release as one line of a list. */
export interface ReleaseItem {
  readonly id: string
  readonly type: ProductId
  readonly title: Bilingual
  readonly period: { readonly start: string; readonly end: string }
  readonly publishedAt: string
  readonly supersededBy: string | null
  readonly supersedes: string | null
}

/** The list page; newest first. */
export interface ReleasesView {
  readonly releases: readonly ReleaseItem[]
  readonly filter?: ReleaseFilter
  /** Periods both sides did not agree on, as far as their terms let anybody see. */
  readonly apart?: readonly ApartItem[]
  readonly sandbox: boolean
}

/** The home page; `now` in ms, to tell whether the newest release is stale. `air` is the newest forecast, `latest` the newest water bulletin. */
export interface HomeView extends ReleasesView {
  readonly latest: ReleaseView<WaterBulletin> | null
  readonly air: ReleaseView<AirRelease> | null
  readonly now: number
  readonly cadences: Cadences
  /** Whether it is a sandbox in which one can act as either side's posts. */
  readonly people?: boolean
}

/** The comparison of the two sides' standards. */
export interface ComparisonView {
  readonly comparison: StandardsComparison
  readonly sandbox: boolean
}

/** The look-up of enterprise credit: what was asked, what is wrong with it, and what was found; `answer` is null when nothing could be looked up. */
export interface CreditView {
  readonly asked: string
  readonly fault: CreditQuestionFault | null
  readonly answer: CreditAnswer | null
  readonly standing: CreditStanding
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
