/** The two sides' adapters differ only in their words: the same rows give the same but for whose rating it is and by which scheme. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CreditRecord } from '../../../contracts/enterprise-credit/record.ts'
import { csv, read, sampleCode } from './helpers.ts'

const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '评价年度',
  '级别',
  '评价等级',
  '得分',
  '参评状态',
  '有效期',
  '修复情况',
]
const row = fc.tuple(
  fc.constantFrom('甲厂（示例）', ''),
  fc.constantFrom(sampleCode(1), sampleCode(2), '91510000201867648B'),
  fc.constantFrom('2025', '2024', '2027', 'x'),
  fc.constantFrom('市级', '甲级'),
  fc.constantFrom('诚信', '良好企业', '黄牌', '停产', 'A', '守信', ''),
  fc.constantFrom('', '99.5', '59.5', '-1', 'x'),
  fc.constantFrom('', '未参评', '已参评', 'x'),
  fc.constantFrom('', '2026-08-13至2027-08-12', 'x'),
  fc.constantFrom('', '已修复', 'x'),
)

/** What the sides do mean differently, put aside: whose rating it is and the scheme. */
function comparable({ authority: _, scheme: __, score, notes, ...rest }: CreditRecord): string {
  const rules = notes.map(({ rule }) => rule).filter((rule) => rule !== 'authority-name-by-level')
  return JSON.stringify({ ...rest, score: score?.reported ?? null, rules })
}

test('either side gives what the other gives', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
      const [one, other] = [read('cq', csv(HEADER, ...rows)), read('sc', csv(HEADER, ...rows))]
      expect(other.records.map(({ row: at, record }) => [at, comparable(record)])).toEqual(
        one.records.map(({ row: at, record }) => [at, comparable(record)]),
      )
      expect(other.rejections.map(({ row: at, type, pointer }) => [at, type, pointer])).toEqual(
        one.rejections.map(({ row: at, type, pointer }) => [at, type, pointer]),
      )
      expect(other.duplicates).toEqual(one.duplicates)
      for (const { record } of one.records) expect(record.authority.level).toBe('municipality')
      for (const { record } of other.records) expect(record.authority.level).toBe('prefecture')
    }),
    { numRuns: 200 },
  )
})
