/** What the pages of one consultation are drawn from: plain data. Types only. */
import type { JsonValue } from '../../../../contracts/jcs.ts'
import type { ProductId } from '../../../../contracts/registry/types.ts'
import type { AirIndexStandard } from '../../../../contracts/standards/index.ts'
import type { Bilingual, PartyId } from '../../../../contracts/types.ts'
import type { BulletinSection } from '../../../release/bulletin-types.ts'
import type { Period, Post, Take } from '../../../release/consultation/acts.ts'
import type { Duty, Status } from '../../../release/consultation/next.ts'
import type { OnDuty } from '../../../release/duty/on-duty.ts'
import type { TableCell, TableRow } from '../../../release/products/product.ts'
import type { ButtonAct } from '../../words/desk-acts.ts'
import type { AttachedView } from '../attachments.ts'
import type { Person } from '../person.ts'
import type { CreditView } from './credit-view.ts'
import type { DeskWeather } from './read-weather.ts'
import type { Forecasts } from './what-if.ts'

/** How a consultation's table is drawn. */
export type TableKind = 'forecast' | 'outlook' | 'warning' | 'water' | 'credit'

/** Whether a table is a list, of one cell a row. */
export function isList(kind: TableKind): boolean {
  return kind === 'water' || kind === 'credit'
}

/** Who did something, told by post. */
export interface By {
  readonly party: PartyId
  readonly agency: string
  readonly operator: string
}

/** The last revision of a cell; `time` an instant. */
export interface EditView {
  readonly by: By
  readonly n: number
  readonly reason: string | null
  readonly revision: number
  readonly take: Take
  readonly time: string
}

/** A cell with what was done about it; `edit` is null while it has the records' value. `objections` are those that stand. */
export interface CellView extends TableCell {
  readonly edit: EditView | null
  readonly loud: number
  readonly remarks: number
  readonly objections: number
}

/** A remark or objection; its cell's revision now stands beside the one it is about. */
export interface RemarkView {
  readonly by: By
  readonly cell: string | null
  readonly kind: 'comment' | 'objection'
  readonly n: number
  readonly now: number
  readonly resolved: { readonly n: number; readonly text: string } | null
  readonly revision: number
  readonly text: string
  readonly time: string
}

/** One thing to be done next; `by` an instant. */
export interface DutyView extends Omit<Duty, 'by'> {
  readonly by: string | null
  readonly onDuty: readonly OnDuty[]
  readonly yours: boolean
}

/** What a person may do: `why` is null when it can be done now. What their role may never do is absent. */
export interface ActionView {
  readonly act: ButtonAct
  readonly why: Bilingual | null
}

/** Values of the last release for the same areas and days. */
export interface Previous {
  readonly release: string
  readonly cells: ReadonlyMap<string, JsonValue>
}

/** One of the last things that happened: how many cells it touched, and its place in the ledger. */
export interface HappenedView {
  readonly act: string
  readonly by: By
  readonly cells: number
  readonly index: number
  readonly kid: string
}

/** A consultation as its page shows it to one person. */
export interface DeskView {
  readonly id: string
  readonly kind: TableKind
  readonly product: ProductId
  readonly title: Bilingual
  readonly period: Period
  readonly status: Status | 'closed'
  readonly agreeBy: string
  readonly signBy: string
  readonly embargo: string | null
  readonly corrects: string | null
  readonly reason: string | null
  readonly withdrawn: string | null
  readonly extension: {
    readonly by: PartyId
    readonly reason: string
    readonly agreeBy: string
    readonly signBy: string
  } | null
  readonly steps: number
  /** The ledger's size now: what a rebase moves to. */
  readonly size: number
  readonly duties: readonly DutyView[]
  readonly agreements: Readonly<Record<PartyId, By | null>>
  readonly signatures: Readonly<Record<PartyId, By | null>>
  readonly handOvers: readonly { readonly by: By; readonly text: string; readonly time: string }[]
  readonly posts: Readonly<Record<Post, Bilingual>>
  readonly person: Person
  readonly actions: readonly ActionView[]
  /** Whether this person may revise; `why` where not now. Null where their role never may. */
  readonly revise: { readonly why: Bilingual | null } | null
  /** Null where its records cannot be read. */
  readonly rows: readonly TableRow[] | null
  readonly columns: readonly { readonly id: string; readonly title: Bilingual }[]
  readonly cells: ReadonlyMap<string, CellView>
  readonly remarks: readonly RemarkView[]
  readonly attachments: readonly AttachedView[]
  readonly happened: readonly HappenedView[]
  /** The edition of the index that each column's values are told by; empty for what is no forecast. */
  readonly editions: ReadonlyMap<string, AirIndexStandard>
  readonly sections: ReadonlyMap<string, BulletinSection>
  /** What suggested warnings come from; empty for what suggests none. */
  readonly forecasts: Forecasts
  /** The ratings of an annual list; null for what is none. */
  readonly credit: CreditView | null
  readonly previous: Previous | null
  /** The weather beside its rows; null or absent where there is no place for it. */
  readonly weather?: DeskWeather | null
  readonly sandbox: boolean
  /** In ms. */
  readonly now: number
}

/** The id of a row's cell in a column, as the products name them. */
export function cellIn(view: Pick<DeskView, 'kind'>, row: string, column: string): string {
  return isList(view.kind) ? row : `${row}/${column}`
}
