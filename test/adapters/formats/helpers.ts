/** What the tests of every format share. */
import { strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { FormatLimits, Table } from '../../../adapters/types.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const limitsWith = (changes: Partial<FormatLimits>): FormatLimits => ({ ...FORMAT_LIMITS, ...changes })

/** The refusal a reader ends in; both languages must say something. */
export function refusal(read: () => unknown): FormatError {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError)
    if (error instanceof FormatError) {
      expect(error.detail.zh).not.toBe('')
      expect(error.detail.en).not.toBe('')
      return error
    }
  }
  throw new Error('expected a FormatError, got a result')
}

/** The one table a file is expected to hold. */
export function only(tables: readonly Table[]): Table {
  expect(tables).toHaveLength(1)
  const [table] = tables
  if (table === undefined) throw new Error('expected one table, got none')
  return table
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WorkbookParts {
  /** The inner XML of each sheet's `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>
  readonly strings?: readonly string[]
  /** Format patterns; cell style n shows pattern n − 1, style 0 is General. A number is a built-in format. */
  readonly formats?: readonly (string | number)[]
  readonly epoch1904?: boolean
}

/** The parts of a workbook as a spreadsheet program writes them, made by hand so that odd ones can be made too. */
export function workbookParts({
  sheets,
  strings = [],
  formats = [],
  epoch1904 = false,
}: WorkbookParts): Record<string, Uint8Array> {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="${OFFICE}"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships>${names
      .map(
        (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rIdF" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((format, i) => (typeof format === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${format}"/>` : ''))
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + i}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  }
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet>${sheets[name]}</worksheet>`
  })
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

export const workbook = (parts: WorkbookParts): Uint8Array => zipSync(workbookParts(parts))

/** Rows of inline text (strings), numbers, or ready-made `<c>` inner XML given as a function of the address. */
export type HandCell = string | number | null | ((address: string) => string)

export function sheetData(rows: readonly (readonly HandCell[])[], first = 1): string {
  const xml = rows.map((cells, i) => {
    const row = first + i
    const inner = cells.map((cell, column) => {
      const address = `${String.fromCharCode(65 + column)}${row}`
      if (cell === null) return ''
      if (typeof cell === 'function') return cell(address)
      if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
      return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    return `<row r="${row}">${inner.join('')}</row>`
  })
  return `<sheetData>${xml.join('')}</sheetData>`
}
