/** Plain text in sentences: when a file is one, and that a table never is. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { isProse, readProse } from '../../../adapters/formats/prose.ts'
import { readTables } from '../../../adapters/formats/read.ts'
import { rowNumber } from '../../../adapters/formats/row.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import { bytesOf, limitsWith, only, refusal } from './helpers.ts'

const BULLETIN = '空气质量预报\r\n\r\n成都市：4月12日空气质量等级为良，AQI指数60~90，首要污染物为PM10。\r\n'

describe('sentences', () => {
  test.each([
    [BULLETIN],
    ['4月12日空气质量等级为良，AQI指数60~90'],
    ['标题\n甲。\n乙,丙。\n丁。'],
    ['\n\u3000\n甲：乙'],
  ])('%j is a text', (text) => {
    expect(isProse(text)).toBe(true)
  })

  test.each([
    ['', 'nothing'],
    [' \n\n', 'blank lines'],
    ['断面名称\n朱沱\n', 'one column without a sentence mark'],
    ['城市,AQI\n成都市，1,2\n', 'a header of two columns'],
    ['城市\tAQI\n成都市：\t2\n', 'a header of two columns apart by tabs'],
    ['空气质量预报：\n城市,日期\n成都,1\n重庆,2\n', 'a title above a table'],
  ])('%j is none: %s', (text) => {
    expect(isProse(text)).toBe(false)
  })

  test('are one column of lines, blank ones left out and the others numbered as in the file', () => {
    const table = readProse('\n甲。\n\n  乙。 \r\n丙', FORMAT_LIMITS)
    expect(table.header).toEqual(['正文'])
    expect(table.rows.map((row, at) => [rowNumber(table, at), ...row])).toEqual([
      [2, '甲。'],
      [4, '乙。'],
      [5, '丙'],
    ])
    expect(table.openEnd).toBe(true)
    expect(readProse('甲。\n', FORMAT_LIMITS).openEnd).toBeUndefined()
  })

  test('keep the limits on rows and on the length of a line', () => {
    expect(refusal(() => readProse('甲。\n乙。\n', limitsWith({ rows: 1 })))).toMatchObject({
      code: 'too-many-rows',
      row: 2,
    })
    expect(refusal(() => readProse('甲乙丙。', limitsWith({ cell: 3 })))).toMatchObject({
      code: 'cell-too-long',
      row: 1,
    })
  })

  test.each([
    ['utf-8', bytesOf(BULLETIN)],
    ['utf-8', bytesOf(`\ufeff${BULLETIN}`)],
    ['gb18030', iconv.encode(BULLETIN, 'gb18030')],
  ])('are found by content in %s', (encoding, bytes) => {
    for (const mediaType of ['', 'application/octet-stream', 'text/plain']) {
      const found = readTables(bytes, { limits: FORMAT_LIMITS, mediaType })
      expect([found.format, found.encoding, only(found.tables).rows.length]).toEqual(['text', encoding, 2])
    }
  })

  test('declared as CSV or JSON are refused', () => {
    for (const mediaType of ['text/csv', 'application/json'])
      expect(refusal(() => readTables(bytesOf(BULLETIN), { limits: FORMAT_LIMITS, mediaType })).code).toBe(
        'format-mismatch',
      )
  })

  test('are never what has a header of two cells, whatever stands below it', () => {
    const cell = fc.stringMatching(/^[甲乙：，。a1 ]{1,6}$/).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 2, maxLength: 4 }),
        fc.array(fc.string()),
        fc.constantFrom(',', '\t', ';'),
        (header, lines, separator) => {
          expect(isProse([header.join(separator), ...lines].join('\n'))).toBe(false)
        },
      ),
    )
  })
})
