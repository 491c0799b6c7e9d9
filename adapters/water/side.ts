/** What differs between the two sides' water files, as data: their name, what 市控 means, and which way 入境 points. Standards §9 rows 1 and 5. */
import type { PartyId } from '../../contracts/types.ts'
import type { WaterSectionRecord } from '../../contracts/water-section-quality/record.ts'

/** Who controls a section; null when not stated. */
export type SectionLevel = WaterSectionRecord['section']['level']
/** Which way the water crosses the boundary; null when it does not, or it is not established. */
export type SectionBorder = WaterSectionRecord['section']['border']

/** One side's habits. `levels` and `borders` map the words it writes. */
export interface WaterSide {
  readonly party: PartyId
  /** What the province column says for this side and for the other. */
  readonly own: readonly string[]
  readonly other: readonly string[]
  readonly levels: ReadonlyMap<string, SectionLevel>
  readonly borders: ReadonlyMap<string, SectionBorder>
}

/** Words both sides use alike. */
export const COMMON_LEVELS: readonly (readonly [string, SectionLevel])[] = [
  ['国控', 'national'],
  ['国考', 'national'],
  ['省控', 'provincial'],
  ['省考', 'provincial'],
  ['县控', 'county'],
  ['区控', 'county'],
]
/** Border words that name both sides, so that they mean the same on either. */
export const COMMON_BORDERS: readonly (readonly [string, SectionBorder])[] = [
  ['省界(川-渝)', 'sc-cq'],
  ['省界(渝-川)', 'cq-sc'],
  ['川渝边界', null],
  ['川入渝', 'sc-cq'],
  ['渝入川', 'cq-sc'],
  ['界河', 'shared'],
  ['共界', 'shared'],
]
