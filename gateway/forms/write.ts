/** Workbooks that people fill in (ECMA-376 SpreadsheetML): drop-downs, prompts, formats of whole columns, sheets that do not show. The same sheets give the same bytes. */
import writeExcel, { type Feature, type Row } from 'write-excel-file/node'
import { setEarliestTimes } from '../http/zip-times.ts'

/** What may be entered into a column from a row on, and what a person is told there. */
export interface Validation {
  /** 0-based. */
  readonly column: number
  readonly fromRow: number
  readonly toRow: number
  /** Words of the list itself, or a range of another sheet; a day; or nothing but a prompt. */
  readonly allow: { readonly words: readonly string[] } | { readonly range: string } | 'day' | 'any'
  readonly title: string
  readonly prompt: string
  /** What a person is told who enters something else; it may be entered all the same. */
  readonly warning: string
}

/** One sheet as it is laid out. */
export interface FormSheet {
  readonly name: string
  readonly rows: readonly Row[]
  /** In characters, by column. */
  readonly widths: readonly number[]
  readonly stickyRows?: number
  readonly stickyColumns?: number
  readonly hidden?: true
  /** Printed on pages as wide as the sheet. */
  readonly fitWidth?: true
  readonly validations?: readonly Validation[]
  /** A row (0-based) whose cells' formats count for their whole columns. */
  readonly formatRow?: number
}

/** A font that Chinese office programs have; others take one of their own. */
const FONT = 'Microsoft YaHei'
const FONT_SIZE = 10

/** Excel's own limits of a prompt. */
const TITLE = 32
const PROMPT = 255

/** The workbook's bytes. */
export async function writeForm(sheets: readonly FormSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows, widths, stickyRows, stickyColumns }) => ({
    sheet: name,
    data: [...rows],
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(stickyRows === undefined ? {} : { stickyRowsCount: stickyRows }),
    ...(stickyColumns === undefined ? {} : { stickyColumnsCount: stickyColumns }),
  }))
  const options = { fontFamily: FONT, fontSize: FONT_SIZE, features: [formFeature(sheets)] }
  const zip = await writeExcel(written, options).toBuffer()
  setEarliestTimes(zip)
  return zip
}

type NodeFeature = Feature<string | Blob>

function formFeature(sheets: readonly FormSheet[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) {
            const sheet = sheets[sheetIndex]
            return sheet ? withSheet(xml, sheet) : xml
          },
        },
        'xl/workbook.xml': {
          transform: (xml: string) =>
            sheets.reduce((text, { hidden }, at) => (hidden ? withHidden(text, at) : text), xml),
        },
      },
    },
  } satisfies NodeFeature
}

function withSheet(xml: string, sheet: FormSheet): string {
  const { validations = [], formatRow, fitWidth } = sheet
  let made = xml
  if (formatRow !== undefined) made = withColumnStyles(made, formatRow)
  if (validations.length > 0) made = before(made, AFTER_VALIDATIONS, validationsXml(validations))
  if (fitWidth) made = withFitWidth(made)
  return made
}

/** What may follow data validations in a worksheet (§18.3.1.99). */
const AFTER_VALIDATIONS =
  /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/

function before(xml: string, pattern: RegExp, insert: string): string {
  const at = xml.search(pattern)
  return xml.slice(0, at) + insert + xml.slice(at)
}

/** The cells of one row give their styles to their columns, so that what is pasted below is kept as it is meant. */
function withColumnStyles(xml: string, row: number): string {
  const cells = new RegExp(`<row[^>]* r="${row + 1}"[^>]*>(.*?)</row>`).exec(xml)?.[1] ?? ''
  const styles = [...cells.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, style]) => style)
  let column = -1
  return xml.replace(/<col (?=[^>]*\bmin=)/g, (opening) => {
    column += 1
    const style = styles[column]
    return style === undefined ? opening : `<col style="${style}" `
  })
}

function withFitWidth(xml: string): string {
  const page = xml.replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ')
  return page.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
}

function withHidden(xml: string, at: number): string {
  let sheet = -1
  return xml.replace(/<sheet (?=[^>]*\bname=)/g, (opening) => {
    sheet += 1
    return sheet === at ? '<sheet state="hidden" ' : opening
  })
}

function validationsXml(validations: readonly Validation[]): string {
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
}

function validationXml({ column, fromRow, toRow, allow, title, prompt, warning }: Validation): string {
  const name = columnName(column)
  const told = `promptTitle="${attribute(title, TITLE)}" prompt="${attribute(prompt, PROMPT)}"`
  const refused = `errorStyle="warning" showErrorMessage="1" errorTitle="${attribute(title, TITLE)}" error="${attribute(warning, PROMPT)}"`
  const where = `allowBlank="1" showInputMessage="1" sqref="${name}${fromRow + 1}:${name}${toRow + 1}"`
  if (allow === 'any') return `<dataValidation ${where} ${told}/>`
  if (allow === 'day')
    return `<dataValidation type="date" operator="greaterThanOrEqual" ${refused} ${where} ${told}><formula1>36526</formula1></dataValidation>`
  const list = 'range' in allow ? allow.range : `"${allow.words.join(',')}"`
  return `<dataValidation type="list" ${refused} ${where} ${told}><formula1>${escapeXml(list)}</formula1></dataValidation>`
}

/** `A`, `B`, …, `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function attribute(text: string, most: number): string {
  return escapeXml(text.length > most ? `${text.slice(0, most - 1)}…` : text).replaceAll('\n', '&#10;')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
