/** The rows of a table as they are read: by side and zone, each with what a filter asks of it. */
import type { Bilingual, PartyId } from '../../../../contracts/types.ts'
import { STATEMENT, type TableRow } from '../../../release/products/product.ts'
import { areaNames } from '../../air/area-name.ts'
import type { Show } from '../../words/desk-matrix.ts'
import { isRatedBy } from './credit-view.ts'
import { type CellView, cellIn, type DeskView, isList, type TableKind } from './view.ts'

/** A row with its cells, in the order of the columns. */
export interface DeskRow {
  readonly row: TableRow
  readonly cells: readonly CellView[]
  /** Which filters it passes, beside the one for all. */
  readonly passes: readonly Exclude<Show, 'all'>[]
}

/** Rows of one side in one zone; `zone` is null where the register does not say which. */
export interface DeskGroup {
  readonly party: PartyId | null
  readonly zone: Bilingual | null
  readonly rows: readonly DeskRow[]
}

/** A row as a page names it: an area's English name beside the Chinese one, which alone is signed. */
export function named(row: TableRow, kind: TableKind): TableRow {
  if (kind === 'credit' || kind === 'water') return row
  const { title, zone } = row
  return {
    ...row,
    title: title.en === title.zh ? areaNames(title.zh) : title,
    ...(zone ? { zone: { ...zone, title: areaNames(zone.title.zh) } } : {}),
  }
}

/** What a reader sees at once: how many cells there are, how many differ loudly, have no joint value, have objections. */
export interface Counts {
  readonly cells: number
  readonly differing: number
  readonly without: number
  readonly objections: number
}

type Rowed = Pick<DeskView, 'cells' | 'columns' | 'credit' | 'kind' | 'person' | 'rows' | 'sections'>

function rowOf(view: Rowed, row: TableRow): DeskRow {
  const { cells, columns, credit, kind, person } = view
  const ids = isList(kind) ? [row.id] : columns.map((column) => cellIn(view, row.id, column.id))
  const own = ids.flatMap((id) => cells.get(id) ?? [])
  const passes = [
    ...(own.some((cell) => isLoud(view, cell)) ? (['differing'] as const) : []),
    ...(row.party === person.party || isRatedBy(credit?.rows.get(row.id), person.party) ? (['mine'] as const) : []),
    ...(own.some((cell) => cell.objections > 0) ? (['objected'] as const) : []),
  ]
  return { row, cells: own, passes }
}

/** Whether a cell is to be seen at once: forecasts that differ, sections that miss their target. */
function isLoud({ kind, sections }: Pick<DeskView, 'kind' | 'sections'>, cell: CellView): boolean {
  return kind === 'water' ? sections.get(cell.row)?.attains === false : cell.loud > 0
}

/** Whether a filter lets a row through. */
export function isShown({ passes }: Pick<DeskRow, 'passes'>, show: Show): boolean {
  return show === 'all' || passes.includes(show)
}

/** The rows in groups, in the table's order; the statement is no row of these. */
export function groupsOf(view: Rowed): readonly DeskGroup[] {
  const groups = new Map<string, { party: PartyId | null; zone: Bilingual | null; rows: DeskRow[] }>()
  for (const row of view.rows ?? []) {
    if (row.id === STATEMENT) continue
    const key = JSON.stringify([row.party, row.zone?.id ?? null])
    const group = groups.get(key) ?? { party: row.party, zone: row.zone?.title ?? null, rows: [] }
    group.rows.push(rowOf(view, row))
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The counts; the statement is counted for its objections alone. */
export function countsOf(view: Rowed & Pick<DeskView, 'remarks'>): Counts {
  const cells = [...view.cells.values()].filter(({ id }) => id !== STATEMENT)
  return {
    cells: cells.length,
    differing: cells.filter((cell) => isLoud(view, cell)).length,
    without: isList(view.kind) ? 0 : cells.filter(({ editable, joint }) => editable && joint === null).length,
    objections: view.remarks.filter(({ kind, resolved }) => kind === 'objection' && resolved === null).length,
  }
}
