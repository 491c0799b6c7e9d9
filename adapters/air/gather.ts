/**
 * Observations spread over rows or columns → a row each: `date,hour,type,1428A,1429A,…` (a column a site, a row a pollutant) and
 * `time,site,type,value` (a row a figure). A row of the outcome bears the number of the first source row it is of.
 */

import { rowCounter, rowNumber, tooManyColumns } from '../formats/row.ts'
import type { Cell, FormatLimits, Table } from '../types.ts'
import { cellText } from './cells.ts'
import { isIdle, observationField } from './observation-columns.ts'
import { NATIONAL_CODE } from './site.ts'

/** What a column of sites is headed in the outcome. */
const SITE_HEADINGS = { station: '站点编码', area: '城市' } as const

/** Rows of one time, or of one time and site: cells by pollutant, and where they began. */
interface Group {
  readonly row: number
  readonly cells: Map<string, readonly Cell[]>
  readonly head: readonly Cell[]
}

/** A table with its observations a row each; `ignored` headings are no site's. */
export interface Gathered {
  readonly table: Table
  readonly ignored: readonly string[]
}

/** A table as it is, or with its spread observations brought together. `isArea` tells whether a heading names a city. */
export function gatherRows(table: Table, isArea: (name: string) => boolean, limits: FormatLimits): Gathered {
  const asItIs: Gathered = { table, ignored: [] }
  const { header } = table
  const fields = header.map(observationField)
  const type = fields.indexOf('type')
  if (type < 0) return asItIs
  const value = fields.indexOf('value')
  if (value >= 0) return { table: gatherFigures(table, type, value, limits), ignored: [] }
  if (fields.some((field) => field === 'city' || field === 'siteCode' || field === 'siteName')) return asItIs
  const sites = header.flatMap((heading, at) => {
    if (fields[at] !== undefined) return []
    const name = heading.trim()
    return NATIONAL_CODE.test(name) ? [{ at, name, code: true }] : isArea(name) ? [{ at, name, code: false }] : []
  })
  if (sites.length === 0) return asItIs
  const ignored = header.filter(
    (heading, at) => fields[at] === undefined && !isIdle(heading) && !sites.some((site) => site.at === at),
  )
  return { table: gatherSites(table, type, sites, limits), ignored }
}

/** Groups rows whose `head` cells are equal; a pollutant that comes again begins another group. */
function groupRows(
  table: Table,
  type: number,
  head: readonly number[],
  limits: FormatLimits,
): { groups: Group[]; types: readonly string[] } {
  const groups: Group[] = []
  const open = new Map<string, Group>()
  const types = new Set<string>()
  for (const [index, cells] of table.rows.entries()) {
    const name = cellText(cells[type])
    const id = head.map((at) => cellText(cells[at])).join('\u001f')
    let group = open.get(id)
    if (!group || group.cells.has(name)) {
      group = { row: rowNumber(table, index), cells: new Map(), head: head.map((at) => cells[at] ?? null) }
      open.set(id, group)
      groups.push(group)
    }
    group.cells.set(name, cells)
    types.add(name)
    if (types.size > limits.columns) throw tooManyColumns(limits, rowNumber(table, index))
  }
  return { groups, types: [...types] }
}

function made(
  table: Table,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  rowNumbers: readonly number[],
): Table {
  const { name, firstRow, faults } = table
  return { name, header, rows, rowNumbers, firstRow: rowNumbers[0] ?? firstRow, ...(faults ? { faults } : {}) }
}

function gatherFigures(table: Table, type: number, value: number, limits: FormatLimits): Table {
  const { header } = table
  const head = header.flatMap((_, at) => (at === type || at === value ? [] : [at]))
  const { groups, types } = groupRows(table, type, head, limits)
  const counter = rowCounter(limits)
  const rows = groups.map(({ row, cells, head: start }) => {
    counter.add(row)
    return [...start, ...types.map((name) => cells.get(name)?.[value] ?? null)]
  })
  return made(
    table,
    [...head.map((at) => header[at] ?? ''), ...types],
    rows,
    groups.map(({ row }) => row),
  )
}

function gatherSites(
  table: Table,
  type: number,
  sites: readonly { readonly at: number; readonly name: string; readonly code: boolean }[],
  limits: FormatLimits,
): Table {
  const { header } = table
  const columns = new Set(sites.map(({ at }) => at))
  const head = header.flatMap((heading, at) =>
    at === type || columns.has(at) || observationField(heading) === undefined ? [] : [at],
  )
  const { groups, types } = groupRows(table, type, head, limits)
  const counter = rowCounter(limits)
  const rows: (readonly Cell[])[] = []
  const rowNumbers: number[] = []
  for (const { row, cells, head: start } of groups) {
    for (const { at, name, code } of sites) {
      // A site that says nothing at all in an hour is a blank row.
      if (!cells.values().some((line) => cellText(line[at]) !== '')) continue
      counter.add(row)
      const figures = types.map((one) => cells.get(one)?.[at] ?? null)
      rows.push([...start, code ? name : null, code ? null : name, ...figures])
      rowNumbers.push(row)
    }
  }
  return made(
    table,
    [...head.map((at) => header[at] ?? ''), SITE_HEADINGS.station, SITE_HEADINGS.area, ...types],
    rows,
    rowNumbers,
  )
}
