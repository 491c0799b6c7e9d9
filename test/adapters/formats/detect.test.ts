import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkDeclared, detectFormat, parseMediaType, READABLE_MEDIA_TYPES } from '../../../adapters/formats/detect.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { bytesOf, refusal, workbook, workbookParts } from './helpers.ts'

const OLE2 = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

describe('a format is found by content', () => {
  test.each([
    ['\uFEFF \r\n<html><body><table>', 'html'],
    ['<TABLE border=1>', 'html'],
    ['<!DOCTYPE html>\n<p>', 'html'],
    ['<meta charset="gb2312"><style>td{}</style><table >', 'html'],
    ['<?xml version="1.0"?><html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'html'],
    ['\uFEFF\n [1]', 'json'],
    ['{"data":[]}', 'json'],
    ['省份,断面名称\n', 'csv'],
    ['<0.025,b\n', 'csv'],
    ['PK,name\n', 'csv'],
    ['', 'csv'],
  ])('%j is %s', (text, format) => {
    expect(detectFormat(bytesOf(text))).toBe(format)
  })
  test('a ZIP that holds a workbook is XLSX', () => {
    expect(detectFormat(workbook({ sheets: { a: '' } }))).toBe('xlsx')
  })
  test('a ZIP that holds the text of a document is DOCX', () => {
    expect(detectFormat(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('docx')
  })
  test('either may have the other embedded, whole and not packed again', () => {
    const inner = workbook({ sheets: { a: '' } })
    const document = { 'word/document.xml': strToU8('<w/>'), 'word/embeddings/a.xlsx': inner }
    expect(detectFormat(zipSync(document, { level: 0 }))).toBe('docx')
    const book = { ...workbookParts({ sheets: { a: '' } }), 'xl/embeddings/a.docx': zipSync(document, { level: 0 }) }
    expect(detectFormat(zipSync(book, { level: 0 }))).toBe('xlsx')
  })
  test('one cut off before its directory is what its beginnings say, and then cut off', () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<w/>') }).subarray(0, 60)
    expect(detectFormat(bytes)).toBe('docx')
    expect(refusal(() => readTables(bytes, { limits: FORMAT_LIMITS })).code).toBe('truncated')
  })
  test('any other ZIP is refused by name', () => {
    const error = refusal(() => detectFormat(zipSync({ 'ppt/presentation.xml': strToU8('<p/>') })))
    expect([error.code, error.value]).toEqual(['format-unknown', 'ZIP'])
  })
  test('a binary .doc is refused, saying what to do', () => {
    const bytes = Buffer.concat([OLE2, Buffer.alloc(500), Buffer.from('WordDocument', 'utf16le'), Buffer.alloc(60)])
    const error = refusal(() => detectFormat(bytes))
    expect(error.code).toBe('doc-binary')
    expect(error.detail.zh).toContain('另存为 .docx')
    expect(error.detail.en).toContain('save it as .docx')
  })
  test('a binary workbook with a document embedded is still a workbook', () => {
    const bytes = Buffer.concat([OLE2, Buffer.from('Workbook', 'utf16le'), Buffer.from('WordDocument', 'utf16le')])
    expect(refusal(() => detectFormat(bytes)).code).toBe('xls-binary')
  })
  test('a binary .xls is refused, saying what to do', () => {
    const error = refusal(() => detectFormat(OLE2))
    expect(error.code).toBe('xls-binary')
    expect(error.detail.zh).toContain('另存为')
    expect(error.detail.en).toContain('.xlsx')
  })
  test('an OpenDocument file is called that, and a workbook with macros is a workbook', () => {
    const ods = { mimetype: strToU8('x'), 'content.xml': strToU8('<x/>'), 'META-INF/manifest.xml': strToU8('<x/>') }
    const error = refusal(() => detectFormat(zipSync(ods)))
    expect([error.code, error.detail.zh]).toEqual(['format-unknown', expect.stringContaining('请另存为 .xlsx')])
    const macros = workbook({ sheets: { a: '' } })
    expect(detectFormat(macros)).toBe('xlsx')
    const { essence } = parseMediaType('application/vnd.ms-excel.sheet.macroEnabled.12')
    expect(() => checkDeclared(essence, 'xlsx')).not.toThrow()
    refusal(() => checkDeclared(essence, 'csv'))
  })
  test('an encrypted workbook is told apart from a binary .xls', () => {
    const bytes = Buffer.concat([OLE2, Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(refusal(() => detectFormat(bytes)).detail.en).toContain('password')
  })
  test.each([
    ['%PDF-1.7', 'PDF'],
    ['\u001f', 'gzip'],
    ['Rar!\u001a\u0007', 'RAR'],
  ])('%j is refused as %s', (text, name) => {
    const bytes = name === 'gzip' ? Uint8Array.of(0x1f, 0x8b, 8) : bytesOf(text)
    expect(refusal(() => detectFormat(bytes)).value).toBe(name)
  })
  test('XML that is no HTML table is refused', () => {
    const text = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook><Worksheet/></Workbook>'
    expect(refusal(() => detectFormat(bytesOf(text))).code).toBe('format-unknown')
  })
})

describe('a declared media type', () => {
  test('that excludes what was found is refused, saying both', () => {
    const error = refusal(() => checkDeclared('application/json', 'csv'))
    expect(error.code).toBe('format-mismatch')
    expect(error.detail.en).toBe('expected application/json as declared, found csv')
    expect(error.detail.zh).toContain('csv')
  })
  test('of no table format at all is refused', () => {
    expect(refusal(() => checkDeclared('image/png', 'csv')).code).toBe('format-mismatch')
  })
  test('of none or octet-stream claims nothing', () => {
    for (const type of ['', 'application/octet-stream']) {
      for (const format of ['csv', 'json', 'xlsx', 'html'] as const)
        expect(() => checkDeclared(type, format)).not.toThrow()
    }
  })
  test('of old Excel takes what is really sent under it: HTML, XLSX and CSV, but not JSON', () => {
    for (const format of ['html', 'xlsx', 'csv'] as const) {
      expect(() => checkDeclared('application/vnd.ms-excel', format)).not.toThrow()
      expect(() => checkDeclared('application/ms-excel', format)).not.toThrow()
    }
    refusal(() => checkDeclared('application/vnd.ms-excel', 'json'))
  })
  test.each(READABLE_MEDIA_TYPES)('%s takes at least one format', (type) => {
    const taken = (['csv', 'json', 'xlsx', 'html', 'docx'] as const).filter((format) => {
      try {
        checkDeclared(type, format)
        return true
      } catch {
        return false
      }
    })
    expect(taken).not.toEqual([])
  })
  test('is taken apart whatever its case, blanks and quotes', () => {
    expect(parseMediaType('Text/CSV; header=present; Charset="GBK"')).toEqual({ essence: 'text/csv', charset: 'GBK' })
    expect(parseMediaType('application/json')).toEqual({ essence: 'application/json' })
    expect(parseMediaType('')).toEqual({ essence: '' })
  })
})
