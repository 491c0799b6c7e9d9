/** What a rating counts for on the other side: nothing by the terms in force; by terms that recognise, what the crosswalk says. */
import { describe, expect, test } from 'vitest'
import { type Recognisable, recognitionOf } from '../../../contracts/enterprise-credit/recognition.ts'
import { creditTerms } from '../../../contracts/enterprise-credit/terms.ts'

const OFF = creditTerms('1.0.0')
const ON = { ...OFF, mutualRecognition: { ...OFF.mutualRecognition, enabled: true } }
const SICHUAN: Recognisable = {
  level: 'good',
  party: 'sc',
  scheme: '四川省企业环境信用评价指标及计分方法（2019年版）',
  setAside: false,
  status: 'rated',
}
const CHONGQING: Recognisable = { ...SICHUAN, party: 'cq', scheme: '渝环规〔2021〕7号', level: 'poor' }

describe('by the terms both sides have signed so far', () => {
  test.each([SICHUAN, CHONGQING, { ...SICHUAN, status: 'not-rated', level: null } as const])(
    'a rating has no effect on the other side ($party, $status)',
    (rating) => {
      const told = recognitionOf(rating, OFF)
      expect(told).toMatchObject({ on: rating.party === 'sc' ? 'cq' : 'sc', level: null, name: null })
      expect(told.zh).toContain('无互认效力')
      expect(told.en).toContain('no effect on the other side')
    },
  )
})

describe('by terms that recognise', () => {
  test('a level counts on the other side as the level of its row in the crosswalk', () => {
    expect(recognitionOf(SICHUAN, ON)).toEqual({
      on: 'cq',
      level: 'good',
      name: '环保良好企业',
      zh: '按双方契约互认为重庆的环保良好企业',
      en: 'recognised in Chongqing by the contract of both sides as: Environmentally good (环保良好企业)',
    })
    expect(recognitionOf(CHONGQING, ON)).toMatchObject({ on: 'sc', level: 'poor', name: '环保不良企业' })
  })

  test('the other side’s name of the level is told, not the own', () => {
    const rows = ON.crosswalk.rows.map((row) => ({ ...row, cq: `渝·${row.cq}`, sc: `川·${row.sc}` }))
    const terms = { ...ON, crosswalk: { ...ON.crosswalk, rows } }
    expect(recognitionOf(SICHUAN, terms).name).toBe('渝·环保良好企业')
    expect(recognitionOf(CHONGQING, terms).name).toBe('川·环保不良企业')
  })

  test.each([
    ['a scheme the crosswalk does not name', { scheme: '渝环规〔2030〕1号' }, '不在对照表内'],
    ['a scheme of the other side', { scheme: '渝环规〔2021〕7号' }, '不在对照表内'],
    ['no level', { status: 'suspended', level: null }, '未评级'],
    ['another rating that goes before it', { setAside: true }, '以优先的评价为准'],
  ] as const)('nothing is recognised of a rating with %s', (_, change, why) => {
    const told = recognitionOf({ ...SICHUAN, ...change }, ON)
    expect(told).toMatchObject({ level: null, name: null })
    expect(told.zh).toContain(why)
    expect(told.zh).not.toContain('互认为')
  })

  test('a level without a row is not recognised', () => {
    const rows = ON.crosswalk.rows.filter(({ common }) => common !== 'good')
    expect(recognitionOf(SICHUAN, { ...ON, crosswalk: { ...ON.crosswalk, rows } }).level).toBeNull()
  })
})
