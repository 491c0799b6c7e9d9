/** XLSX (ECMA-376 SpreadsheetML) → one table a sheet. */
import type { FormatLimits, Table } from '../types.ts'
import { FormatError, noTable } from './error.ts'
import { gridTable } from './grid.ts'
import { rowCounter } from './row.ts'
import { isDateFormat, showsClock } from './xlsx-date.ts'
import { type DateStyle, readSheet, type Workbook } from './xlsx-sheet.ts'
import { invalidPart, readXml, unescapeText } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

interface SheetEntry {
  readonly name: string
  readonly relation: string
}

/**
 * Reads every sheet that has a header row, hidden ones too; row n is the sheet's own row n. Numbers keep their digits;
 * dates become the civil text `YYYY-MM-DD HH:mm:ss` (a sheet has no zone, so its times are local by their author's
 * word); a formula counts by the value saved with it. A boolean, an error value and a formula without a value are faults
 * of their row. Throws `zip-bomb`, `truncated`, `xlsx-invalid`, `no-table`, `too-many-sheets` and the limits' errors.
 */
export function readXlsx(bytes: Uint8Array, limits: FormatLimits): Table[] {
  const zip = openZip(bytes, limits)
  const { sheets, epoch1904 } = readWorkbook(zip)
  if (sheets.length > limits.sheets) throw tooManySheets(limits, sheets.length)
  const relations = readRelations(zip)
  const workbook: Workbook = {
    strings: readStrings(zip, relations.get('sharedStrings') ?? 'xl/sharedStrings.xml'),
    dateStyles: readDateStyles(zip, relations.get('styles') ?? 'xl/styles.xml'),
    epoch1904,
  }
  const counter = rowCounter(limits)
  const tables: Table[] = []
  for (const { name, relation } of sheets) {
    const part = relations.get(relation)
    // A chart sheet has no cells.
    if (part === undefined) continue
    const sheet = readSheet(partOf(zip, part), part, workbook, limits)
    const table = gridTable(name, sheet, counter, limits)
    if (table !== null) tables.push(table)
  }
  if (tables.length === 0) throw noTable()
  return tables
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
      sheets.push({ name: attributes.name ?? '', relation: id === undefined ? '' : (attributes[id] ?? '') })
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
      if (name === 'numFmt') patterns.set(Number(numFmtId), formatCode ?? '')
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
