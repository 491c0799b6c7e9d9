/** Word documents through the air adapters: bulletins in paragraphs, tables, both, and what the text above a table says of it. */
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FormatError } from '../../../adapters/formats/error.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { cell, DOCX, document, documentParts, row, table } from '../formats/docx.ts'
import { refusal } from '../formats/helpers.ts'
import { FORECASTS, forecasts, OBSERVATIONS, observations, readBy, rules } from './helpers.ts'

const STATED = '发布时间：2026-11-15 16:00　发布单位：示例监测站'
const GOOD = '空气质量等级为良，AQI指数60~90，首要污染物为PM2.5'
const told = (source: Uint8Array, party: PartyId = 'sc') =>
  forecasts(party, source).records.map(({ record, row: at, sheet }) => [
    sheet,
    at,
    record.area.name,
    record.validDate.slice(5),
    record.issued.slice(5, 16),
  ])
const TABLE = table(row('城市', '预报日期', 'AQI', '等级'), row('成都市', '2026-11-16', '60~90', '良'))

describe('a bulletin in paragraphs', () => {
  const source = document(
    '空气质量预报',
    STATED,
    '一、成都市',
    `11月16日${GOOD}；17日良，AQI50~80。`,
    '',
    `德阳市：11月16日${GOOD}`,
  )

  test('gives the records of its text, their rows the lines of the document', () => {
    expect(told(source)).toEqual([
      ['正文', 4, '成都市', '11-16', '11-15T16:00'],
      ['正文', 4, '成都市', '11-17', '11-15T16:00'],
      ['正文', 6, '德阳市', '11-16', '11-15T16:00'],
    ])
    expect(forecasts('sc', source)).toMatchObject({ format: 'docx', encoding: 'utf-8', rejections: [], notes: [] })
  })

  test('gives the records that the same words give as text', () => {
    const text = `空气质量预报\n${STATED}\n一、成都市\n11月16日${GOOD}；17日良，AQI50~80。\n\n德阳市：11月16日${GOOD}\n`
    expect(forecasts('sc', source).records.map(({ record }) => record)).toEqual(
      forecasts('sc', text).records.map(({ record }) => record),
    )
  })

  test('may stand in a table that only lays it out', () => {
    const laid = document(table(row(cell(['空气质量预报', STATED])), row(cell(['成都市', `11月16日${GOOD}`]))))
    expect(told(laid)).toEqual([['正文', 4, '成都市', '11-16', '11-15T16:00']])
  })

  test('refuses what it cannot read by its line', () => {
    const { rejections } = forecasts(
      'sc',
      document(STATED, `成都市：11月16日${GOOD}，空气质量先良后差`, `成都市：17日${GOOD}`),
    )
    expect(rejections).toMatchObject([{ row: 2, sheet: '正文', pointer: '正文', type: 'statement-unreadable' }])
  })

  test('without one forecast is no forecast file', () => {
    expect(refusal(() => forecasts('sc', document('今日要闻：天气晴。'))).code).toBe('no-table')
  })
})

describe('a table in a document', () => {
  test('takes the time and office of issue from the text above it, said so, and nothing from the text below', () => {
    const [above] = forecasts('sc', document(STATED, TABLE)).records
    expect(above?.record).toMatchObject({
      issued: '2026-11-15T16:00:00+08:00',
      issuer: { office: '示例监测站' },
      notes: [{ field: '/issued', rule: 'issued-from-text', sent: '2026-11-15 16:00' }],
    })
    const [below] = forecasts('sc', document(TABLE, STATED)).records
    expect([below?.record.issuer.office, rules(below?.record)]).toEqual([null, ['issued-not-stated']])
  })

  test('keeps its own time of issue', () => {
    const own = table(
      row('城市', '预报日期', 'AQI', '发布时间'),
      row('成都市', '2026-11-16', '60~90', '2026-11-15 09:00'),
    )
    const [found] = forecasts('sc', document(STATED, own)).records
    expect([found?.record.issued, rules(found?.record)]).toEqual(['2026-11-15T09:00:00+08:00', []])
  })

  test('under an issue that cannot be read is refused for it', () => {
    expect(forecasts('sc', document('发布时间：2026年11月31日', TABLE)).rejections).toMatchObject([
      { row: 2, sheet: 'table 1', type: 'issued-unreadable', value: '2026年11月31日' },
    ])
  })

  test('has the issue that stands last above it', () => {
    const source = document('发布时间：2026-11-14 16:00', TABLE, '发布时间：2026-11-15 08:00', TABLE)
    expect(told(source).map(([sheet, , , , issued]) => [sheet, issued])).toEqual([
      ['table 1', '11-14T16:00'],
      ['table 2', '11-15T08:00'],
    ])
  })

  test('stands beside sentences in one file', () => {
    const source = document(STATED, TABLE, '16日至17日，川南空气质量以良为主。')
    expect(told(source).map(([sheet, at, name, day]) => [sheet, at, name, day])).toEqual([
      ['table 1', 2, '成都市', '11-16'],
      ['正文', 10, '川南', '11-16'],
      ['正文', 10, '川南', '11-17'],
    ])
  })

  test('that is none of forecasts is passed over where there is another or a sentence, and else says what it lacks', () => {
    const other = table(row('项目', '说明', '单位'), row('AQI', '指数', '无'))
    for (const source of [document(other, TABLE), document(other, `${STATED}`, `成都市：11月16日${GOOD}`)]) {
      const { records, notes } = forecasts('sc', source)
      expect([records.length, notes]).toEqual([1, [{ rule: 'table-ignored', sent: 'table 1' }]])
    }
    expect(refusal(() => forecasts('sc', document(STATED, other))).code).toBe('columns-missing')
  })
})

test('observations in a table of a document are read, and its text is passed over', () => {
  const source = document(
    '空气质量日报',
    table(row('城市', '监测时间', 'PM2.5(μg/m³)', 'AQI'), row('成都市', '2026-11-15 08:00', '61', '101')),
  )
  const { format, records, notes } = observations('sc', source, { mediaType: DOCX })
  expect([format, records.map(({ key, sheet }) => [key, sheet])]).toEqual([
    'docx',
    [['510100/1h/2026-11-15T08:00:00+08:00/sc', 'table 1']],
  ])
  expect(notes).toEqual([{ rule: 'table-ignored', sent: '正文' }])
  expect(refusal(() => observations('sc', document('空气质量日报：良'))).code).toBe('columns-missing')
})

test('documents of any parts give records, rejections or a FormatError, and the counts add up', () => {
  const part = fc.constantFrom(
    STATED,
    '发布时间：x',
    '成都市',
    '11月16日',
    `成都市：11月16日${GOOD}。17日优`,
    '16日至18日，成都平原以良为主，个别城市可达轻度污染',
    '未来三天空气质量为良，AQI60~90',
    TABLE,
    table(row('城市', '16日', '第二天'), row('成都市', '良 60~90', '坏'), row('', '', '良')),
    table(row('城市', '监测时间', 'PM2.5'), row('成都市', '2026-11-15 08:00', '61')),
    table(row(cell(['成都市', `11月17日${GOOD}`]))),
    '<w:tbl><w:tr>',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.nat(3), (parts, level) => {
      const bytes = zipSync({ 'word/document.xml': unpacked(parts) }, { level: level > 0 ? 6 : 0 })
      for (const adapter of [...Object.values(FORECASTS), ...Object.values(OBSERVATIONS)]) {
        try {
          for (const { type } of readBy<object>(adapter, bytes).rejections) expect(isErrorCode(type), type).toBe(true)
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }
    }),
    { numRuns: 150 },
  )
})

/** The text of a document of these parts. */
function unpacked(parts: readonly string[]): Uint8Array {
  return documentParts(...parts)['word/document.xml'] ?? new Uint8Array()
}
