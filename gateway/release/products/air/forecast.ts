/** What the daily forecast and the outlook share: words and edits made into a table, and its joint values into cells, gaps and counts. */
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import { type DivisionRegistry, divisionIndex } from '../../../../contracts/registry/index.ts'
import { airIndexOn } from '../../../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import type { AirRelease, ForecastCell, ForecastCount, ForecastGap, ForecastValue } from '../../release-types.ts'
import { mustBeDays } from '../period.ts'
import type { Difference, HeadGiven, ProductInput, Table, TableCell } from '../product.ts'
import { STATEMENT_CELL, STATEMENT_ROW, statementOf } from '../statement.ts'
import { areaOf, areasOn, ordered, rowOf } from './areas.ts'
import { countOf, type Span } from './count.ts'
import { eachDay, standardsOf } from './days.ts'
import { fromGuidance } from './differences.ts'
import { editing, type ValueKind } from './kind.ts'
import { cellId } from './words.ts'

/** What is said of one area in one column. */
export interface Said<V> {
  readonly area: AirArea
  readonly from: string
  readonly sides: Readonly<Record<PartyId, V | null>>
  readonly guidance: V | null
  /** Differences of these words; those of the joint value come later. */
  readonly differences: readonly Difference[]
}

/** A forecast before it is a table or a release. */
export interface Forecast<V extends ForecastValue> {
  readonly input: ProductInput
  readonly registry: DivisionRegistry
  readonly kind: ValueKind<V>
  readonly columns: readonly Span[]
  readonly said: readonly Said<V>[]
  /** The kind of area that should have a value in every column: one without is a gap. These are counted. */
  readonly counted: AirArea['kind']
  /** How a joint value stands to others of its column. */
  among(area: AirArea, values: ReadonlyMap<string, V>, column: Span): readonly Difference[]
}

/** An area as the register has it, or as it was sent where the register no longer does. */
function registered(registry: DivisionRegistry, area: AirArea): AirArea {
  const division = divisionIndex(registry).byId(area.id)
  return (division && areaOf(division)) ?? area
}

const UNSAID = { sides: { cq: null, sc: null }, guidance: null, differences: [] } as const

function cellOf<V extends ForecastValue>(
  { input, kind }: Forecast<V>,
  area: AirArea,
  { from }: Span,
  said?: Said<V>,
): TableCell {
  const { sides, guidance, differences } = said ?? UNSAID
  const { cq, sc } = sides
  const printed = { cq: cq && kind.print(cq), sc: sc && kind.print(sc) }
  const cell: TableCell = {
    id: cellId(area.id, from),
    row: area.id,
    column: from,
    owner: area.party,
    sides: printed,
    guidance: guidance && kind.print(guidance),
    joint: printed[area.party],
    take: null,
    // What nobody forecast is not for filling.
    editable: cq !== null || sc !== null || guidance !== null,
    differences,
  }
  const edit = input.edits.get(cell.id)
  return edit ? { ...cell, ...editing(kind).settle(edit, cell) } : cell
}

interface Column {
  readonly span: Span
  readonly cells: readonly (TableCell & { readonly area: AirArea })[]
}

/** Every cell by column, the areas in the order people read them. */
function cellsOf<V extends ForecastValue>(forecast: Forecast<V>): readonly Column[] {
  const { registry, kind, columns, said } = forecast
  const areas = new Map(said.map(({ area }) => [area.id, registered(registry, area)]))
  const rows = ordered(registry, [...areas.values()])
  const words = new Map(said.map((one) => [cellId(one.area.id, one.from), one]))
  return columns.map((span) => {
    const cells = rows.map((area) => ({
      ...cellOf(forecast, area, span, words.get(cellId(area.id, span.from))),
      area,
    }))
    const values = new Map(
      cells.flatMap(({ row, joint }): [string, V][] => {
        const value = kind.parse(joint)
        return value ? [[row, value]] : []
      }),
    )
    const edition = airIndexOn(span.from)
    return {
      span,
      cells: cells.map((cell) => {
        const joint = values.get(cell.row) ?? null
        const differences = [
          ...cell.differences,
          ...fromGuidance(joint, kind.parse(cell.guidance), edition),
          ...forecast.among(cell.area, values, span),
        ]
        return { ...cell, differences }
      }),
    }
  })
}

/** The table. */
export function forecastTable<V extends ForecastValue>(forecast: Forecast<V>): Table {
  const columns = cellsOf(forecast)
  const [first] = columns
  return {
    rows: [STATEMENT_ROW, ...(first?.cells ?? []).map(({ area }) => rowOf(forecast.registry, area))],
    columns: columns.map(({ span: { from, to } }) => {
      const title = from === to ? { zh: from, en: from } : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }
      return { id: from, title }
    }),
    cells: [STATEMENT_CELL, ...columns.flatMap(({ cells }) => cells.map(({ area: _area, ...cell }) => cell))],
  }
}

/** What a release says: the joint values, what has none, and how many there are of each. */
function forecastContent<V extends ForecastValue>(
  forecast: Forecast<V>,
): {
  readonly cells: readonly ForecastCell[]
  readonly gaps: readonly ForecastGap[]
  readonly summary: readonly ForecastCount[]
} {
  const columns = cellsOf(forecast).map(({ span, cells }) => {
    const found = cells.flatMap((cell): ForecastCell[] => {
      const value = forecast.kind.parse(cell.joint)
      if (!value) return []
      const { area, id, take } = cell
      const reason = take === null ? null : (forecast.input.edits.get(id)?.reason ?? null)
      return [{ ...value, area, from: span.from, owner: area.party, reason, take: take ?? area.party, to: span.to }]
    })
    const valued = new Set(found.map(({ area }) => area.id))
    const heard = new Set(
      cells.filter(({ sides }) => PARTIES.some((party) => sides[party] !== null)).map(({ row }) => row),
    )
    const { registry, counted } = forecast
    const gaps = ordered(registry, areasOn(registry, counted, span.from))
      .filter(({ id }) => !valued.has(id))
      .map(
        (area): ForecastGap => ({
          area,
          from: span.from,
          reason: heard.has(area.id) ? 'not-taken' : 'no-forecast',
          to: span.to,
        }),
      )
    const those = found.filter(({ area }) => area.kind === counted)
    return { found, gaps, count: countOf(span, those, gaps.length) }
  })
  return {
    cells: columns.flatMap(({ found }) => found),
    gaps: columns.flatMap(({ gaps }) => gaps),
    summary: columns.map(({ count }) => count),
  }
}

/** The release of a forecast, agreed. */
export function forecastRelease<V extends ForecastValue>(
  forecast: Forecast<V>,
  head: HeadGiven,
  said: Pick<AirRelease, 'type' | 'label' | 'title'>,
): AirRelease {
  const { input } = forecast
  const { first } = mustBeDays(input.period)
  return {
    ...head,
    ...forecastContent(forecast),
    ...said,
    changes: [],
    issued: input.issued,
    standard: airIndexOn(first).id,
    standards: standardsOf(eachDay(input.period)),
    statement: statementOf(input),
  }
}
