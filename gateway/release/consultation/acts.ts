/** What a person can do in a consultation (会商): every act is signed by an operator's key and is a leaf of the ledger. */
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import type { PartyId } from '../../../contracts/types.ts'

/** The posts of one side, each held by another person: drafting (拟稿), review (审核), issue (签发). */
export const POSTS = ['drafter', 'reviewer', 'signatory'] as const
/** One of `POSTS`. */
export type Post = (typeof POSTS)[number]

/** What is consulted on: from midnight to midnight, Asia/Shanghai, as instants. */
export interface Period {
  readonly start: string
  readonly end: string
}

/** Where a joint value comes from: one side's, both together, or the drafters' own, which needs a reason. */
export const TAKES = ['cq', 'sc', 'union', 'own'] as const
/** One of `TAKES`. */
export type Take = (typeof TAKES)[number]

/** A joint value for one cell. `base` is the revision the editor saw; another one on the table refuses the edit. */
export interface Edit {
  readonly base: number
  readonly cell: string
  readonly reason: string | null
  readonly take: Take
  readonly value: JsonValue
}

/** Puts a new draft before its own side. `basis` is the ledger size whose records it derives from; `embargo` an instant. */
export interface DraftAct {
  readonly type: 'draft'
  readonly basis: number
  readonly corrects: string | null
  readonly embargo: string | null
  readonly period: Period
  readonly product: ProductId
  readonly reason: string | null
}

/** Every act. Cells are named by their product's own ids; `null` is the whole. `objection` is the number of the step that raised it. */
export type Act =
  | DraftAct
  | { readonly type: 'open' }
  | { readonly type: 'revise'; readonly edits: readonly Edit[] }
  | { readonly type: 'rebase'; readonly basis: number }
  | { readonly type: 'comment'; readonly cell: string | null; readonly revision: number; readonly text: string }
  | { readonly type: 'object'; readonly cell: string | null; readonly revision: number; readonly text: string }
  | { readonly type: 'resolve'; readonly objection: number; readonly text: string }
  | {
      readonly type: 'attach'
      readonly bytes: number
      readonly digest: string
      readonly mediaType: string
      readonly name: string
    }
  | { readonly type: 'agree'; readonly digest: string }
  | { readonly type: 'unsign'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'extend'; readonly agreeBy: string; readonly reason: string; readonly signBy: string }
  | { readonly type: 'hand-over'; readonly text: string; readonly to: string | null }
  | { readonly type: 'sign' }

/** The acts that come as steps; a signature comes as that of the release itself. */
export type StepAct = Exclude<Act, { readonly type: 'sign' }>

/** Which posts may do what. */
export const ACT_POSTS: Readonly<Record<Act['type'], readonly Post[]>> = {
  draft: ['drafter'],
  open: ['drafter'],
  revise: ['drafter'],
  rebase: ['drafter'],
  comment: POSTS,
  object: POSTS,
  resolve: POSTS,
  attach: ['drafter'],
  agree: ['reviewer'],
  sign: ['signatory'],
  unsign: ['signatory'],
  withdraw: ['drafter', 'signatory'],
  extend: ['signatory'],
  'hand-over': POSTS,
}

/** The role of the access matrix that each post is. */
export const POST_ROLES = { drafter: 'operator', reviewer: 'reviewer', signatory: 'signatory' } as const

/** Who acts: a person is told by agency and post, whatever key they use. */
export interface Actor {
  readonly agency: string
  readonly kid: string
  readonly operator: string
  readonly party: PartyId
  readonly posts: readonly Post[]
}

/** An act at its place. `time` is the ledger's, in ms. `seen` is how many steps the signer had before them. */
export interface Happened<A extends Act = Act> {
  readonly act: A
  readonly actor: Actor
  readonly index: number
  readonly n: number
  readonly seen: number
  readonly time: number
}
