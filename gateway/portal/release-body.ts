/** What each kind of release puts on its page between the common parts: the switch over products. */
import type { Bilingual } from '../../contracts/types.ts'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import type { CreditList } from '../release/credit-list.ts'
import type { AirRelease, CreditRelease, Release } from '../release/release-types.ts'
import { airBody } from './air/air-body.ts'
import { creditListBody } from './credit-list-body.ts'
import type { Html, Lang } from './lang.ts'
import { waterBody } from './water-body.ts'

/** One thing a correction changed: where, what, what it was and what it is now. */
export interface ChangeRow {
  readonly where: Html | string
  readonly what: string
  readonly from: string
  readonly to: string
}

/** One part of the page, linked from its contents. */
export interface BodyPart {
  readonly id: string
  readonly title: Bilingual
  readonly body: Html
}

/** What a kind of release says. */
export interface ReleaseBody {
  /** Right beneath the title. */
  readonly answer: Html
  readonly changes: readonly ChangeRow[]
  /** Where a change is: a section, an area. */
  readonly changed: Bilingual
  readonly parts: readonly BodyPart[]
  /** Who measured or forecast, and how far it was reviewed: the first lines of the provenance card. */
  readonly origin: readonly { readonly title: Bilingual; readonly text: Html | string }[]
  /** What its tables hold, beside the downloads; no GeoJSON of what has no places. */
  readonly files: Readonly<Record<'csv' | 'xlsx', Bilingual>> & { readonly geojson: Bilingual | null }
  /** What the register it is made under is called. */
  readonly register: Bilingual
}

/** The kinds of release that have a page of their own. */
export type PagedRelease = WaterBulletin | AirRelease | CreditRelease

/** Whether a release has a page. */
export function hasPage(release: Release): release is PagedRelease {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
    case 'annual-credit-list':
      return true
    case 'warning-suggestion':
      return false
  }
}

/** What its kind says; `list` are the rows that stand beside a list of ratings. */
export function releaseBody(release: PagedRelease, lang: Lang, list: CreditList | null = null): ReleaseBody {
  switch (release.type) {
    case 'weekly-water-bulletin':
    case 'monthly-water-bulletin':
      return waterBody(release, lang)
    case 'daily-air-forecast':
    case 'weekly-zone-outlook':
      return airBody(release, lang)
    case 'annual-credit-list':
      if (!list) throw new TypeError('expected the rows of the list')
      return creditListBody(release, list, lang)
  }
}
