/** Which scheme a warning goes by: the one named, else the one its side uses on the day of issue; never another side's, and never two. Standards §3. */
import { describe, expect, test } from 'vitest'
import { parseDocumentNumber, plainDocument } from '../../../adapters/warning/document-number.ts'
import { findScheme } from '../../../adapters/warning/scheme.ts'
import type { PartyId } from '../../../contracts/types.ts'

const DAY = '2026-11-14'
const NATIONAL = { document: '川办发〔2024〕46号', edition: '2024', id: '环大气〔2024〕6号' }
const CHONGQING = { document: '渝府办发〔2022〕115号', edition: '2022', id: '渝府办发〔2022〕115号' }

function found(party: PartyId, stated: string, passing = '', day = DAY) {
  const scheme = findScheme(party, { stated, passing }, day)
  return 'fault' in scheme ? scheme.fault : [scheme.ref, scheme.rules.map(({ rule }) => rule)]
}

describe('where none is named', () => {
  test.each([
    // 川办发〔2024〕46号 is of 2024-10-18.
    ['sc', '2024-10-18', [NATIONAL, ['warning-scheme-by-day']]],
    ['sc', '2026-11-14', [NATIONAL, ['warning-scheme-by-day']]],
    ['sc', '2024-10-17', 'warning-scheme-unknown'],
    ['sc', '2021-01-19', 'warning-scheme-unknown'],
    // The day 渝府办发〔2022〕115号 began is not established; by the next year it had.
    ['cq', '2023-01-01', [CHONGQING, ['warning-scheme-by-day']]],
    ['cq', '2026-01-20', [CHONGQING, ['warning-scheme-by-day']]],
    ['cq', '2022-12-31', 'warning-scheme-unknown'],
  ] as const)('%s on %s', (party, day, expected) => {
    expect(found(party, '', '', day)).toEqual(expected)
  })

  test('the detail says the day and all that could be named', () => {
    const scheme = findScheme('sc', { stated: '', passing: '' }, '2024-10-17')
    expect('detail' in scheme && scheme.detail.zh).toMatch(/2024-10-17.*川办发〔2024〕46号/)
  })
})

describe('where one is named', () => {
  test.each([
    ['sc', '环大气〔2024〕6号', NATIONAL],
    ['sc', '环大气[2024]6号', NATIONAL],
    ['sc', 'warning-national-2024', NATIONAL],
    ['sc', '川办发（2024）46号', NATIONAL],
    [
      'sc',
      '《成都市重污染天气应急预案（2024年修订）》',
      { ...NATIONAL, document: '成都市重污染天气应急预案（2024年修订）' },
    ],
    ['sc', '成都2020', { document: null, edition: '2020', id: '成都2020' }],
    ['sc', '环大气函〔2017〕86号', { document: null, edition: '2017', id: '环大气函〔2017〕86号' }],
    ['cq', '环大气函〔2017〕86号', { document: null, edition: '2017', id: '环大气函〔2017〕86号' }],
    ['cq', '渝府办发〔2022〕115号', CHONGQING],
    ['cq', '重庆市重污染天气应急预案（渝府办发〔2022〕115号）', CHONGQING],
  ] as const)('by a column of %s as %s', (party, stated, ref) => {
    expect(found(party, stated)).toEqual([ref, []])
  })

  test.each([
    ['sc', '渝府办发〔2022〕115号', 'warning-scheme-of-other-side'],
    ['cq', '川办发〔2024〕46号', 'warning-scheme-of-other-side'],
    ['cq', '成都2020', 'warning-scheme-of-other-side'],
    ['cq', '环大气〔2024〕6号', 'warning-scheme-of-other-side'],
    ['sc', '环大气〔2024〕6号、渝府办发〔2022〕115号', 'warning-scheme-mixed'],
    ['sc', '川办发〔2022〕17号', 'warning-scheme-unknown'],
    ['sc', '省方案', 'warning-scheme-unknown'],
    ['sc', '成都', 'warning-scheme-unknown'],
  ] as const)('%s cannot name %s: %s', (party, stated, fault) => {
    expect(found(party, stated)).toBe(fault)
  })

  test('by the words of the document, a plan in passing counts', () => {
    expect(found('sc', '', '根据《四川省重污染天气应急预案》（川办发〔2024〕46号），决定')).toEqual([NATIONAL, []])
    expect(found('sc', '', '按照渝府办发〔2022〕115号决定')).toBe('warning-scheme-of-other-side')
    expect(found('sc', '', '按照川办发〔2024〕46号、环大气〔2024〕6号决定')).toEqual([NATIONAL, []])
  })

  test('before it was in force it is not the one', () => {
    expect(found('sc', '川办发〔2024〕46号', '', '2024-10-17')).toBe('warning-scheme-unknown')
    expect(found('sc', '川办发〔2024〕46号', '', '2024-10-18')).toEqual([NATIONAL, []])
  })

  test('another edition of a plan that is held is not taken for it', () => {
    expect(found('sc', '', '根据《四川省重污染天气应急预案》（川办发〔2022〕17号）')).toBe('warning-scheme-unknown')
    expect(found('cq', '', '根据《重庆市重污染天气应急预案（2019年修订）》（渝府办发〔2019〕99号）')).toBe(
      'warning-scheme-unknown',
    )
  })

  test('a plan of a city or county that is not held leaves the side’s scheme, and is said', () => {
    const rules = ['warning-plan-not-held', 'warning-scheme-by-day']
    expect(found('sc', '', '根据《德阳市重污染天气应急预案（2023年修订）》')).toEqual([NATIONAL, rules])
    expect(found('sc', '', '根据《达州市重污染天气应急预案》（示例达市府办〔2024〕80号）')).toEqual([NATIONAL, rules])
    expect(found('cq', '', '根据《北碚区重污染天气应急预案》')).toEqual([CHONGQING, ['warning-scheme-by-day']])
  })

  test('a document that is no plan does not count', () => {
    expect(found('cq', '', '根据渝府办发〔2025〕9号要求')).toEqual([CHONGQING, ['warning-scheme-by-day']])
    expect(found('sc', '', '成都2020年以来')).toEqual([NATIONAL, ['warning-scheme-by-day']])
  })
})

describe('document numbers', () => {
  test('are told whatever brackets the year has, and within blanks', () => {
    for (const sent of [
      '川办发〔2024〕46号',
      '川办发[2024]46号',
      '川办发［2024］46 号',
      '川办发（2024）46号',
      '川办发【2024】46号',
    ])
      expect(parseDocumentNumber(sent)?.number, sent).toBe('川办发〔2024〕46号')
    expect(parseDocumentNumber('川办发〔2024〕46号')?.changed).toBe(false)
    expect(parseDocumentNumber('文号：川办发〔2024〕46号')?.changed).toBe(true)
  })

  test('leave other brackets of a text as they are', () => {
    expect(plainDocument('应急预案（2024年修订）（川办发（2024）46号）')).toBe(
      '应急预案(2024年修订)(川办发〔2024〕46号)',
    )
  })
})
