/** What one warning for one area says, before it is held against register, scheme and contract: words as sent, by part. */
import type { Bilingual, Note, Rejection } from '../../contracts/types.ts'
import { type AreaWords, NO_AREA_WORDS } from '../air/area.ts'
import type { WarningField } from './columns.ts'

/** Words by part; empty where nothing is said. */
export type WarningWords = Readonly<Record<WarningField, string>>

/** One warning for one area. */
export interface WarningDraft {
  readonly words: WarningWords
  /** All empty where the authority's own area is meant. */
  readonly area: AreaWords
  /** The document's words, in which a plan may be named in passing. */
  readonly passing: string
  /** The sentence of a notice; null for tables. */
  readonly text: string | null
  readonly notes: readonly Note[]
}

/** Rejects the warning at hand, for a part of it. */
export type Refuse = (type: string, part: WarningField, value: string, detail: Bilingual) => Rejection

/** Nothing said at all. */
export const NO_WORDS: WarningWords = {
  ...NO_AREA_WORDS,
  action: '',
  authority: '',
  basis: '',
  content: '',
  digest: '',
  effective: '',
  issued: '',
  level: '',
  number: '',
  previous: '',
  publication: '',
  replaces: '',
  response: '',
  review: '',
  scheme: '',
  title: '',
  unnumbered: '',
  until: '',
}
