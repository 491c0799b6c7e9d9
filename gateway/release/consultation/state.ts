/** What a consultation has come to: the fold of its acts. */
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { Actor, DraftAct, Post, Take } from './acts.ts'

/** The joint value of a cell as last revised. Revision 0 is the value the records gave, before any edit. */
export interface CellEdit {
  readonly actor: Actor
  readonly n: number
  readonly reason: string | null
  readonly revision: number
  readonly take: Take
  readonly value: JsonValue
}

/** A comment or objection, anchored to a cell and its revision; it never changes. */
export interface Remark {
  readonly actor: Actor
  readonly cell: string | null
  readonly kind: 'comment' | 'objection'
  readonly n: number
  readonly revision: number
  readonly text: string
  readonly time: number
  /** The step that settled an objection; null while it stands, and for comments. */
  readonly resolved: { readonly n: number; readonly text: string } | null
}

/** A sealed office document that belongs to the release, by its SHA-256 (hex). */
export interface Attachment {
  readonly bytes: number
  readonly digest: string
  readonly mediaType: string
  readonly name: string
  readonly party: PartyId
}

/** A word to the next on duty. `to` is a key id, or null for whoever comes. */
export interface HandOver {
  readonly actor: Actor
  readonly n: number
  readonly text: string
  readonly time: number
  readonly to: string | null
}

/** How far it has come, the clock aside. */
export type Phase = 'draft' | 'open' | 'agreed' | 'signed-by-one' | 'published' | 'withdrawn'

/** Ledger times in ms by which both sides must have agreed, and signed. */
export interface Deadlines {
  readonly agreeBy: number
  readonly signBy: number
}

/** A side's agreement to exact bytes. */
export interface Agreement {
  readonly actor: Actor
  readonly digest: string
  readonly n: number
}

/** A consultation as it stands. */
export interface State extends Deadlines, Omit<DraftAct, 'type'> {
  readonly id: string
  readonly phase: Phase
  readonly openedBy: Actor
  /** Whether it was ever put on the table; until then, and after it was withdrawn before, the other side knows nothing of it. */
  readonly tabled: boolean
  /** How many steps it has, and the last that changed what would be released. */
  readonly steps: number
  readonly content: number
  /** When that was, in ms. */
  readonly contentAt: number
  readonly edits: ReadonlyMap<string, CellEdit>
  readonly remarks: readonly Remark[]
  readonly attachments: readonly Attachment[]
  readonly handOvers: readonly HandOver[]
  /** Who has drafted, reviewed and signed here, of both sides, by `personOf`; nobody is in two of them. */
  readonly hands: Readonly<Record<Post, ReadonlySet<string>>>
  readonly agreements: Readonly<Record<PartyId, Agreement | null>>
  readonly signatures: Readonly<Record<PartyId, Actor | null>>
  /** How often bytes were agreed by both; a withdrawn signature makes the next ones another document. */
  readonly editions: number
  /** A later deadline that one side has signed and the other not yet. */
  readonly extension: (Deadlines & { readonly by: PartyId; readonly reason: string }) | null
  /** When the second signature came; null before. */
  readonly publishedAt: number | null
  /** Why it was withdrawn. */
  readonly withdrawn: string | null
}

/** One person, by agency and post: two keys of theirs are still one pair of eyes. */
export function personOf({ agency, operator, party }: Actor): string {
  return JSON.stringify([party, agency, operator])
}

/** Whether both sides agree to the same bytes, which are in the ledger then. */
export function isAgreed({ agreements: { cq, sc } }: Pick<State, 'agreements'>): boolean {
  return cq !== null && sc !== null && cq.digest === sc.digest
}

/** Whether a side may know of a consultation at all. */
export function isSeenBy({ tabled, openedBy }: Pick<State, 'tabled' | 'openedBy'>, party: PartyId): boolean {
  return tabled || openedBy.party === party
}

/** Objections that stand. */
export function openObjections({ remarks }: Pick<State, 'remarks'>): readonly Remark[] {
  return remarks.filter(({ kind, resolved }) => kind === 'objection' && resolved === null)
}

/** The revision of a cell on the table. */
export function revisionOf({ edits }: Pick<State, 'edits'>, cell: string): number {
  return edits.get(cell)?.revision ?? 0
}
