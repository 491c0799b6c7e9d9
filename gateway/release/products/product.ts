/** A kind of joint release: which records it derives from, what is on the table, what a joint value may be, and what both sides sign. */
import type { Contract } from '../../../contracts/index.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { AnyRegistry, ProductId } from '../../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import type { Store, StoredRecord } from '../../ports.ts'
import type { Change } from '../bulletin-types.ts'
import type { Edit, Period, Take } from '../consultation/acts.ts'
import type { CellEdit } from '../consultation/state.ts'
import type { Release, ReleaseHead } from '../release-types.ts'
import type { ListedRow } from './credit/rows.ts'

/** A record revision with the leaf that its submission's accepted tree holds it by (base64url). */
export interface Bound {
  readonly leaf: string
  readonly stored: StoredRecord
}

/** What differs in a cell, in domain units. `loud` is to be seen at once; the rest is quiet. */
export interface Difference {
  readonly kind: 'between-sides' | 'within-side' | 'across-boundary' | 'from-guidance'
  readonly loud: boolean
  readonly text: Bilingual
}

/** One cell on the table: what each side says, and the joint value, which is the owning side's until an edit. */
export interface TableCell {
  readonly id: string
  readonly row: string
  readonly column: string
  readonly owner: PartyId | null
  readonly sides: Readonly<Record<PartyId, JsonValue>>
  /** The regional centre's guidance, where there is one. */
  readonly guidance: JsonValue
  readonly joint: JsonValue
  readonly take: Take | null
  readonly editable: boolean
  readonly differences: readonly Difference[]
}

/** One row; `zone` is the forecast zone an area lies in, where the register says which. */
export interface TableRow {
  readonly id: string
  readonly title: Bilingual
  readonly party: PartyId | null
  readonly zone?: { readonly id: string; readonly title: Bilingual } | null
}

/** What is on the table. */
export interface Table {
  readonly rows: readonly TableRow[]
  readonly columns: readonly { readonly id: string; readonly title: Bilingual }[]
  readonly cells: readonly TableCell[]
}

/** All that a table and a release are made of: pure data as of one ledger size. `records` as `select` gave them, and as far as they are `listed`. */
export interface ProductInput {
  readonly period: Period
  readonly records: readonly Bound[]
  readonly registry: AnyRegistry
  /** Versions the gateway can read records of. */
  readonly contracts: readonly Contract[]
  readonly contract: Contract
  readonly edits: ReadonlyMap<string, Pick<CellEdit, 'reason' | 'revision' | 'take' | 'value'>>
  /** When its content was last changed; ISO 8601 with +08:00. */
  readonly issued: string
  /** The agreed release it is made out of, where its product has one and both sides had agreed to it by then. */
  readonly base?: Base | null
  /** What the release it corrects was made of, where its product has to know. */
  readonly corrected?: Made | null
}

/** The records of a release with what decides which of them it lists. */
export type Made = Pick<ProductInput, 'contract' | 'contracts' | 'issued' | 'period' | 'records'>

/** A release another product is made out of. */
export interface Base {
  readonly release: Release
  readonly digest: string
}

/** The head of a release, less what its product says of it. */
export type HeadGiven = Omit<ReleaseHead, 'type' | 'title' | 'label' | 'standards' | 'changes' | 'statement'>

/** One kind of joint release. */
export interface Product {
  readonly id: ProductId
  readonly contract: string
  readonly registry: AnyRegistry['id']
  /** The name of a consultation about a period, before any number. */
  idOf(period: Period): string
  /** Whether it can be consulted on at a time (ms): right length, right days, not too early. */
  isPeriod(period: Period, now: number): boolean
  /** The civil day its deadlines count from. `opened` is the day of the draft. */
  anchorOf(period: Period, opened: string): string
  /** The kind of release whose agreed values it is made out of, where there is one for the same first day. */
  readonly basedOn?: ProductId
  select(store: Store, period: Period, size: number, registry: AnyRegistry): Promise<readonly StoredRecord[]>
  /** Those of the selected records that a release is made of, where that hangs on its day of issue; without it, all. The others are told of on the desk alone. */
  listed?(made: Made): readonly Bound[]
  table(input: ProductInput): Table
  /** The value an edit makes of a cell, or null when it is none. */
  readValue(edit: Pick<Edit, 'take' | 'value'>, cell: TableCell): JsonValue
  /** What an earlier edit comes to on a cell as it is now, since what the sides say moves with the basis. Without it, the edit's own value. */
  settle?(edit: Pick<Edit, 'take' | 'value'>, cell: TableCell): Pick<TableCell, 'joint' | 'take'>
  release(input: ProductInput, head: HeadGiven): Release
  /** The rows that stand beside its release and not in it, where it has any. */
  rows?(input: ProductInput): readonly ListedRow[]
  /** What a correction says differently; `input` is what `after` was made of, for a product whose rows stand beside its release. */
  changes(before: Release, after: Release, input?: ProductInput): readonly Change[]
}

/** The cell of words on the whole (综述), which every product has. */
export const STATEMENT = 'statement'
