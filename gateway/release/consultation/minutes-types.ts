/** The minutes of a consultation (会商纪要) as data: what each section holds. */
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Attached } from '../release-types.ts'
import type { Act, Period, Post, Take } from './acts.ts'
import type { Status } from './next.ts'

/** Where an entry stands in the ledger, and when. A signature is no step: its `step` is null. */
export interface At {
  readonly ledgerIndex: number
  readonly local: string
  readonly step: number | null
  readonly utc: string
}

/** Who acted, by post and never by name. */
export interface By {
  readonly agency: string
  readonly asDeputy: boolean
  readonly kid: string
  readonly operator: string
  readonly party: PartyId
  readonly post: Post
}

/** Anything that somebody did. */
export interface Entry {
  readonly at: At
  readonly by: By
}

/** One person of a side: the posts they acted in, and how often. */
export interface Participant extends Omit<By, 'post'> {
  readonly acts: number
  readonly posts: readonly Post[]
}

/** One line of what happened. */
export interface TimelineEntry extends Entry {
  readonly act: Act['type']
  readonly text: Bilingual
}

/** What a cell is called; the whole has no id. */
export interface CellName {
  readonly cell: string | null
  readonly title: Bilingual
}

/** Comments on one cell, in order. */
export interface CellComments extends CellName {
  readonly comments: readonly (Entry & { readonly revision: number; readonly text: string })[]
}

/** An objection, and how it was settled; null while it stands. */
export interface Objection extends Entry, CellName {
  readonly resolved: (Entry & { readonly text: string }) | null
  readonly revision: number
  readonly text: string
}

/** One change of a joint value. `before` is that of the records where nobody had changed it. */
export interface Edited extends Entry, CellName {
  readonly after: { readonly take: Take; readonly value: JsonValue }
  readonly before: { readonly take: Take | null; readonly value: JsonValue }
  readonly reason: string | null
  readonly revision: number
}

/** The minutes. */
export interface Minutes {
  readonly agreements: readonly (Entry & { readonly digest: string; readonly stands: boolean })[]
  readonly attachments: readonly (Entry & Attached)[]
  readonly basis: number
  readonly comments: readonly CellComments[]
  readonly consultation: string
  readonly corrects: string | null
  readonly deadlines: { readonly agreeBy: string; readonly signBy: string }
  readonly deputies: readonly (Entry & {
    readonly act: Act['type']
    readonly holder: { readonly kid: string; readonly operator: string }
  })[]
  readonly edits: readonly Edited[]
  readonly embargo: string | null
  readonly handOvers: readonly (Entry & {
    readonly text: string
    readonly to: { readonly kid: string; readonly operator: string } | null
  })[]
  readonly headings: Readonly<Record<MinutesSection, Bilingual>>
  /** What they were drawn up from: the ledger up to the last act, and the digest of the digests of all steps. */
  readonly ledger: { readonly size: number; readonly steps: string }
  readonly objections: readonly Objection[]
  readonly outcome: {
    readonly at: Omit<At, 'step'> | null
    readonly release: { readonly digest: string; readonly id: string } | null
    readonly status: Status | 'closed'
    readonly text: Bilingual
  }
  readonly participants: readonly Participant[]
  readonly period: Period
  readonly product: ProductId
  readonly reason: string | null
  readonly signatures: readonly (Entry & { readonly stands: boolean })[]
  readonly timeline: readonly TimelineEntry[]
  readonly title: Bilingual
}

/** Sections that have a heading. */
export type MinutesSection =
  | 'agreements'
  | 'attachments'
  | 'comments'
  | 'deputies'
  | 'edits'
  | 'handOvers'
  | 'objections'
  | 'outcome'
  | 'participants'
  | 'period'
  | 'signatures'
  | 'timeline'
