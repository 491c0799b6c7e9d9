/** What an Office file is, for what is said of one that is broken: a workbook or a document. */

/** A kind of file that is a ZIP of XML parts (ECMA-376 part 2). */
export interface Container {
  readonly code: 'xlsx-invalid' | 'docx-invalid'
  readonly zh: string
  readonly en: string
}

/** XLSX. */
export const WORKBOOK: Container = { code: 'xlsx-invalid', zh: '工作簿', en: 'workbook' }
/** DOCX. */
export const DOCUMENT: Container = { code: 'docx-invalid', zh: 'Word 文档', en: 'document' }
