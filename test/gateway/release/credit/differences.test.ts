import { describe, expect, test } from 'vitest'
import { publicCredit } from '../../../../contracts/enterprise-credit/public.ts'
import type { CreditRecord } from '../../../../contracts/enterprise-credit/record.ts'
import { creditTermsOf } from '../../../../contracts/enterprise-credit/terms.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import { creditDifferences } from '../../../../gateway/release/products/credit/differences.ts'
import type { ListedRating } from '../../../../gateway/release/products/credit/rows.ts'
import { rating } from '../../../contracts/enterprise-credit/records.ts'
import { CREDIT } from '../../../contracts/enterprise-credit/versions.ts'

const SICHUAN = { scheme: '四川省企业环境信用评价指标及计分方法（2019年版）' }
const PREFECTURE = { ...SICHUAN, authority: { level: 'prefecture', name: '成都市生态环境局' } } as const
const PROVINCE = { ...SICHUAN, authority: { level: 'province', name: '四川省生态环境厅' } } as const
const DISTRICT = { authority: { level: 'district', name: '铜梁区生态环境局' } } as const

type Given = readonly (readonly [PartyId, Partial<CreditRecord>])[]

/** What differs among ratings of one enterprise, which are shown on 1 September 2026. */
function told(given: Given): readonly (readonly [kind: string, loud: boolean, zh: string])[] {
  const held = given.map(([party, change], at) => ({ key: `k${at}`, party, record: rating(change) }))
  const rows = publicCredit(held, '2026-09-01', CREDIT)
  const ratings = held.map((one, position): ListedRating => {
    const row = rows.find(({ key }) => key === one.key)
    if (!row) throw new TypeError('expected every rating to be shown')
    const stored = { ...one, body: new Uint8Array(), dataset: CREDIT.id, index: 0, position, revision: 1, row: 1 }
    const bound = {
      leaf: '',
      stored: { ...stored, seq: position, submission: 's', superseded: null, version: '1.0.0' },
    }
    return { bound, held: one, row: { ...row, leaf: '' } }
  })
  const of = (party: PartyId) => ratings.filter(({ held: { party: side } }) => side === party)
  const { crosswalk } = creditTermsOf(CREDIT)
  return creditDifferences({ cq: of('cq'), sc: of('sc') }, crosswalk).map(({ kind, loud, text }) => [
    kind,
    loud,
    text.zh,
  ])
}

describe('ratings of one enterprise', () => {
  test('of one level by both differ in nothing', () => {
    expect(
      told([
        ['cq', { level: 'good' }],
        ['sc', { ...PREFECTURE, level: 'good' }],
      ]),
    ).toEqual([])
  })

  test('of two levels by the two sides are loud', () => {
    expect(
      told([
        ['cq', { level: 'warning' }],
        ['sc', { ...PREFECTURE, level: 'good' }],
      ]),
    ).toEqual([
      ['between-sides', true, '等级相差 1 级：四川市（州）级“环保良好企业”，重庆市级（直辖市）“环保警示企业”'],
    ])
  })

  test.each([
    ['trustworthy', 'good', 1],
    ['trustworthy', 'warning', 2],
    ['poor', 'trustworthy', 3],
  ] as const)('of %s and %s are %i grades apart on the common scale', (cq, sc, grades) => {
    const [first] = told([
      ['cq', { level: cq }],
      ['sc', { ...PREFECTURE, level: sc }],
    ])
    expect(first?.slice(0, 2)).toEqual(['between-sides', true])
    expect(first?.[2]).toMatch(new RegExp(`^等级相差 ${grades} 级：`))
  })

  test('by a scheme that the crosswalk does not name do not compare, loudly', () => {
    const given: Given = [
      ['cq', { level: 'good', scheme: '示例办法' }],
      ['sc', { ...PREFECTURE, level: 'good' }],
    ]
    expect(told(given).map(([kind, loud, zh]) => [kind, loud, zh.split('：', 1)[0]])).toEqual([
      ['between-sides', true, '所依办法不在对照表内，不能比较'],
    ])
  })

  test('by one side alone are told quietly, with what the other lists in place of a rating', () => {
    expect(told([['cq', { level: 'good' }]])).toEqual([['between-sides', false, '仅重庆有评级']])
    const suspended = { ...PREFECTURE, level: null, levelSent: null, status: 'suspended' } as const
    expect(
      told([
        ['cq', { level: 'good' }],
        ['sc', suspended],
      ]),
    ).toEqual([['between-sides', false, '仅重庆有评级：四川列为“停产，未评级”']])
    expect(told([['sc', suspended]])).toEqual([])
  })

  test('are compared by what goes first on a side: 市级 before 区县级', () => {
    const given: Given = [
      ['cq', { level: 'good' }],
      ['cq', { ...DISTRICT, level: 'poor' }],
      ['sc', { ...PREFECTURE, level: 'good' }],
    ]
    expect(told(given)).toEqual([
      ['within-side', false, '区县级“环保不良企业”，以市级（直辖市）“环保良好企业”为先，两份都列出'],
    ])
  })

  test('of one side without an established order are told quietly, and compared together', () => {
    const own: Given = [
      ['sc', { ...PROVINCE, level: 'good' }],
      ['sc', { ...PREFECTURE, level: 'warning' }],
    ]
    expect(told(own)).toEqual([
      ['between-sides', false, '仅四川有评级'],
      ['within-side', false, '省级“环保良好企业”、市（州）级“环保警示企业”，孰先未有规定'],
    ])
    expect(told([...own, ['cq', { level: 'good' }]])[0]).toEqual([
      'between-sides',
      true,
      '等级相差 1 级：四川省级“环保良好企业”、市（州）级“环保警示企业”，重庆市级（直辖市）“环保良好企业”',
    ])
  })

  test('that are no rating are held against no grade', () => {
    const none = { level: null, levelSent: null, status: 'not-rated' } as const
    expect(
      told([
        ['cq', none],
        ['sc', { ...PREFECTURE, level: 'good' }],
      ]),
    ).toEqual([['between-sides', false, '仅四川有评级：重庆列为“未评级”']])
  })

  test('whose level is not that of their score are told quietly: the level stands', () => {
    const notes = [{ field: '/level', rule: 'level-score-differ', sent: '85' }]
    expect(told([['cq', { level: 'warning', notes }]])).toEqual([
      ['between-sides', false, '仅重庆有评级'],
      ['within-side', false, '市级（直辖市）“环保警示企业”与得分所在区间不一致，以等级为准'],
    ])
  })
})
