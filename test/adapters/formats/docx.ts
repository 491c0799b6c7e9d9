/** Word documents for tests, their parts as a word processor writes them, made by hand so that odd ones can be made too. */
import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paragraph of runs, each ready-made XML between `<w:r>` and `</w:r>`, or text. Its properties have tab stops, as many have. */
export function paragraph(...runs: readonly (string | { readonly run: string })[]): string {
  const inner = runs.map((run) =>
    typeof run === 'string' ? `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${run}</w:t></w:r>` : run.run,
  )
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${inner.join('')}</w:p>`
}

/** A cell of paragraphs; `span` columns wide, and beginning a vertical merge or going on with one. */
export function cell(
  text: string | readonly string[],
  { span, merge }: { readonly span?: number; readonly merge?: 'restart' | 'continue' } = {},
): string {
  const properties = [
    span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
  ]
  const texts = typeof text === 'string' ? [text] : text
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${texts.map((one) => paragraph(one)).join('')}</w:tc>`
}

/** A row of cells; a text is a plain one. */
export function row(...cells: readonly string[]): string {
  return `<w:tr><w:trPr/>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`
}

/** A table of rows. */
export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
}

/** The parts of a document of paragraphs (texts) and ready-made XML. */
export function documentParts(...body: readonly string[]): Record<string, Uint8Array> {
  const inner = body.map((one) => (one.startsWith('<') ? one : paragraph(one))).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types/>',
    '_rels/.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="${W}"><w:body>${inner}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${W}"/>`,
  }
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
}

/** A whole document. */
export function document(...body: readonly string[]): Uint8Array {
  return zipSync(documentParts(...body))
}
