/** Bytes of any kind through both adapters of warnings: records, rejections or a clear FormatError, and the counts add up. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMAT_ERROR_CODES, FormatError } from '../../../adapters/formats/error.ts'
import { parseStatement } from '../../../adapters/warning/statement.ts'
import type { AirWarningRecord } from '../../../contracts/air-warning/record.ts'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { ruleOf } from '../../../contracts/rules/index.ts'
import { warningSchemeById } from '../../../contracts/standards/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { CHENGDU, isArea, notice, type Outcome, table, warnings } from './helpers.ts'

const SIDES: readonly PartyId[] = ['cq', 'sc']
const validate = CONTRACTS.find(({ id }) => id === 'air-warning')?.validate

function settle(party: PartyId, bytes: Uint8Array): Outcome<AirWarningRecord> | null {
  try {
    const outcome = warnings(party, bytes)
    for (const { type, row, detail } of outcome.rejections) {
      expect(isErrorCode(type), type).toBe(true)
      expect(Number.isInteger(row) && row >= 1).toBe(true)
      for (const text of [detail.zh, detail.en])
        expect(text.isWellFormed() && text.length > 0 && text.length < 1200).toBe(true)
    }
    for (const { record } of outcome.records) {
      expect(JSON.stringify(record)).toBe(canonical(record))
      // A warning always carries its scheme, and a level of it.
      const scheme = warningSchemeById(record.scheme.id)
      if (record.level !== null) expect(scheme?.levels.map(({ level }) => level)).toContain(record.level)
      expect(record.level === null).toBe(record.action === 'lift')
      for (const { rule } of record.notes) expect(ruleOf(rule), rule).toBeDefined()
    }
    return outcome
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    expect(FORMAT_ERROR_CODES).toContain(error.code)
    return null
  }
}

const NOTICE = notice(
  '根据会商研判，决定自2026年11月15日0时起在全市范围内启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。',
)

describe('bytes of any kind', () => {
  test.each(SIDES)('give %s records, rejections or a FormatError', (party) => {
    const starts = fc.constantFrom('', '关于发布重污染天气黄色预警的通知\n', 'a,b\n', '[{"发布机关":"', '发布机关：')
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 120 }), (start, rest) => {
        settle(party, Buffer.concat([Buffer.from(start), rest]))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['a notice', NOTICE],
    ['a table', table({}, { 动作: '解除', 区域: '郫都区、温江区' }, { 预警级别: '蓝色' })],
    ['JSON with a notice in a cell', JSON.stringify([{ 标题: '关于重污染天气预警的通知', 正文: NOTICE }])],
  ])('made from %s by cutting and changing give the same', (_name, text) => {
    const sample = Buffer.from(text)
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(sample.length), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (cut, changes) => {
          const bytes = Buffer.from(sample.subarray(0, sample.length - cut))
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          for (const party of SIDES) settle(party, bytes)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('made of the pieces of notices give the same, each record by the contract', () => {
    const pieces = fc.array(
      fc.constantFrom(
        CHENGDU,
        '成都市人民政府',
        '示例〔2026〕1号',
        '关于发布重污染天气黄色预警的通知',
        '关于解除重污染天气橙色预警的公告',
        '关于开展演练的通知',
        '自2026年11月15日0时起',
        '即日起',
        '在全市范围内',
        '在德阳、绵阳3市',
        '启动',
        '解除',
        '升级为',
        '黄色预警',
        '橙色预警',
        '蓝色预警',
        '（Ⅲ级应急响应）',
        '解除时间另行通知',
        '至11月17日24时',
        '如',
        '请',
        '，',
        '。',
        '\n',
        '\n',
        '2026年11月14日18时',
        '预警级别：橙色',
        '区域：郫都区',
        '----',
      ),
      { maxLength: 40 },
    )
    let taken = 0
    fc.assert(
      fc.property(pieces, fc.constantFrom(...SIDES), (parts, party) => {
        const text = notice(parts.join(''), { date: parts.length % 7 === 0 ? '' : '2026年11月14日18时' })
        const outcome = settle(party, Buffer.from(text))
        if (!outcome) return
        expect(outcome.rowsIn).toBeGreaterThan(0)
        for (const { record } of outcome.records) {
          taken += 1
          expect(validate?.(record), JSON.stringify(validate?.errors)).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
    expect(taken).toBeGreaterThan(0)
  })
})

test('any sentence is an act, a fault or nothing, and a long one takes no longer than it should', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = parseStatement(`启动${text}黄色预警${text}解除`, isArea.sc)
      expect(found === null || 'fault' in found || ['issue', 'adjust', 'lift'].includes(found.action)).toBe(true)
    }),
    { numRuns: 100 },
  )
  const begun = performance.now()
  for (const text of [
    '启动'.repeat(2000),
    '黄色'.repeat(2000),
    '自11月15日0时起'.repeat(400),
    '在'.repeat(4000),
    '成都、'.repeat(1300),
    '11月'.repeat(2000),
  ])
    parseStatement(`${text}启动黄色预警`, isArea.sc)
  expect(performance.now() - begun).toBeLessThan(2000)
})
