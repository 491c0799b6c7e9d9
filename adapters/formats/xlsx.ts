/** XLSX (ECMA-376 SpreadsheetML) → one table a sheet. */
import type { Note } from '../../contracts/types.ts'
import type { FormatLimits, Table } from '../types.ts'
import { passedOver } from './beside.ts'
import { excerpt, FormatError, noTable } from './error.ts'
import { type GridRow, gridTable } from './grid.ts'
import { isOwnSheet } from './marked.ts'
import { rowCounter } from './row.ts'
import { isDateFormat, showsClock } from './xlsx-date.ts'
import { withSerials } from './xlsx-serials.ts'
import { type DateStyle, readSheet, type Workbook } from './xlsx-sheet.ts'
import { invalidPart, readXml, unescapeText } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** Characters; no spreadsheet program takes a longer number format. */
const LONGEST_FORMAT = 255

interface SheetEntry {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

/** A sheet as it is laid out: its filled cells with their merged extent. */
export interface SheetGrid {
  readonly name: string
  readonly rows: readonly GridRow[]
}

/**
 * Reads every sheet that shows and has a header row; row n is the sheet's own row n. Numbers keep their digits; dates
 * become the civil text `YYYY-MM-DD HH:mm:ss` (a sheet has no zone, so its times are local by their author's word); a
 * formula counts by the value saved with it. A boolean, an error value and a formula without a value are faults of their
 * row. A hidden row counts, since a filter hides rows that are sent all the same; a hidden sheet does not, since its
 * sender does not see it. Both are told in `notes`. Sheets of our own that explain are passed over. Throws `zip-bomb`,
 * `truncated`, `xlsx-invalid`, `no-table`, `too-many-sheets` and the limits' errors.
 */
export function readXlsx(bytes: Uint8Array, limits: FormatLimits, notes: Note[] = []): Table[] {
  const counter = rowCounter(limits)
  const tables: Table[] = []
  const found = openWorkbook(bytes, limits)
  for (const { name, rows } of found.sheets()) {
    const passed = passedOver()
    const table = gridTable(name, rows, counter, limits, passed.add)
    if (table === null) continue
    const note = passed.note()
    if (note) notes.push(note)
    const hidden = rows.filter((row) => row.hidden && row.row >= table.firstRow).length
    if (hidden > 0) notes.push({ rule: 'rows-hidden', sent: `${excerpt(name)}: ${hidden}` })
    tables.push(withSerials(table, found.epoch1904, notes))
  }
  for (const name of found.hidden) notes.push({ rule: 'sheet-hidden', sent: excerpt(name) })
  if (tables.length === 0) throw found.hidden.length > 0 ? onlyHidden(found.hidden) : noTable()
  return tables
}

/** The sheets that show, as they are laid out. Throws as `readXlsx` does, but for `no-table`. */
export function readGrids(bytes: Uint8Array, limits: FormatLimits): readonly SheetGrid[] {
  return [...openWorkbook(bytes, limits).sheets()]
}

interface OpenWorkbook {
  readonly epoch1904: boolean
  /** Names of sheets that do not show, ours left out. */
  readonly hidden: readonly string[]
  sheets(): Generator<SheetGrid>
}

function openWorkbook(bytes: Uint8Array, limits: FormatLimits): OpenWorkbook {
  const zip = openZip(bytes, limits)
  const { sheets, epoch1904 } = readWorkbook(zip)
  if (sheets.length > limits.sheets) throw tooManySheets(limits, sheets.length)
  const relations = readRelations(zip)
  const workbook: Workbook = {
    strings: readStrings(zip, relations.get('sharedStrings') ?? 'xl/sharedStrings.xml'),
    dateStyles: readDateStyles(zip, relations.get('styles') ?? 'xl/styles.xml'),
    epoch1904,
  }
  const theirs = sheets.filter(({ name }) => !isOwnSheet(name))
  return {
    epoch1904,
    hidden: theirs.filter(({ hidden }) => hidden).map(({ name }) => name),
    *sheets() {
      const read = new Set<string>()
      for (const { name, relation, hidden } of theirs) {
        const part = relations.get(relation)
        // A chart sheet has no cells.
        if (part === undefined || hidden) continue
        // The archive's limits count each part once.
        if (read.has(part)) throw invalidPart(part, '被两个工作表引用', 'expected for one sheet, got for two')
        read.add(part)
        yield { name, rows: readSheet(partOf(zip, part), part, workbook, limits) }
      }
    },
  }
}

function partOf(zip: Zip, name: string): Uint8Array {
  const bytes = zip.read(name)
  if (bytes === null) throw invalidPart(name, '缺失', 'missing')
  return bytes
}

function readWorkbook(zip: Zip): { sheets: SheetEntry[]; epoch1904: boolean } {
  const sheets: SheetEntry[] = []
  let epoch1904 = false
  readXml(partOf(zip, 'xl/workbook.xml'), 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const id = Object.keys(attributes).find((key) => key.endsWith(':id'))
      sheets.push({
        name: attributes.name ?? '',
        relation: id === undefined ? '' : (attributes[id] ?? ''),
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      })
    },
  })
  return { sheets, epoch1904 }
}

/** Parts by relation: worksheets by their id, the others by their kind. */
function readRelations(zip: Zip): Map<string, string> {
  const relations = new Map<string, string>()
  const part = 'xl/_rels/workbook.xml.rels'
  readXml(partOf(zip, part), part, {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Target === undefined) return
      const kind = Type?.slice(Type.lastIndexOf('/') + 1)
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      if (kind === 'worksheet') relations.set(Id ?? '', path)
      else if (kind === 'sharedStrings' || kind === 'styles') relations.set(kind, path)
    },
  })
  return relations
}

/** Every shared string, its rich-text runs joined and its phonetic guides left out. */
function readStrings(zip: Zip, part: string): string[] {
  const strings: string[] = []
  const bytes = zip.read(part)
  if (bytes === null) return strings
  let current = ''
  let inText = false
  let phonetic = false
  readXml(bytes, part, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') phonetic = true
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(current))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
    text(data) {
      if (inText && !phonetic) current += data
    },
  })
  return strings
}

function readDateStyles(zip: Zip, part: string): DateStyle[] {
  const styles: DateStyle[] = []
  const bytes = zip.read(part)
  if (bytes === null) return styles
  const patterns = new Map<number, string>()
  let inCells = false
  readXml(bytes, part, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') patterns.set(Number(numFmtId), formatCode?.slice(0, LONGEST_FORMAT) ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0)
        const pattern = patterns.get(id)
        styles.push(isDateFormat(id, pattern) ? (showsClock(id, pattern) ? 'clock' : 'day') : null)
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

function tooManySheets(limits: FormatLimits, found: number): FormatError {
  return new FormatError('too-many-sheets', {
    zh: `工作表 ${found} 个，超过上限 ${limits.sheets} 个`,
    en: `expected at most ${limits.sheets} sheets, got ${found}`,
  })
}

function onlyHidden(names: readonly string[]): FormatError {
  const list = names.map(excerpt).join('、')
  return new FormatError('no-table', {
    zh: `显示的工作表中没有可读的表格；隐藏的工作表（${list}）不读取，请取消隐藏后另存再报送`,
    en: `no table found on a sheet that shows; hidden sheets (${list}) are not read: unhide them, save and send again`,
  })
}
