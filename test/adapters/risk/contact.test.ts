/** People are named by post: a name is dropped, and stays nowhere in what becomes of the row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPost } from '../../../adapters/risk/contact.ts'
import { codeOf, csv, RISK, read, riskRow, rules } from './helpers.ts'

describe('a post', () => {
  test.each([
    '安环部应急值班岗',
    '环保科',
    '值班室',
    '应急办公室主任',
    '安环部部长',
    '生产调度中心',
    '分管安全副厂长',
    '环保专员岗',
    'EHS经理',
    '运行部值班长',
    '综合办公室',
    '车间环保员',
    '安全员（示例）',
  ])('%s is one', (text) => expect(isPost(text)).toBe(true))

  test.each([
    '张三',
    '王经理',
    '李主任',
    '刘工',
    '陈先生',
    '安环部王经理',
    '环保科张工',
    '安环部李小明',
    '应急办（赵主任）',
    '厂长王某',
    '某某',
    '安环部13800000000',
    '',
    '安'.repeat(60),
  ])('%j is none', (text) => expect(isPost(text)).toBe(false))
})

describe('a contact', () => {
  test('is a post and a number', () => {
    const { record } = riskRow({ 应急联系岗位: '安环部应急值班岗', 联系电话: '0830-1234567' })
    expect(record?.contact).toEqual({ phone: '0830-1234567', post: '安环部应急值班岗' })
    expect(rules(record)).toEqual([])
  })

  test.each([
    ['（0830）1234567', '0830-1234567', []],
    ['0830 1234567', '0830-1234567', []],
    ['＋８６－８３０－１２３４５６７', '+86-830-1234567', []],
    ['12369', '12369', []],
    ['0830-1234567转8001', '0830-1234567转8001', []],
    ['0830-1234567、0830-7654321', '0830-1234567', ['contact-phone-first']],
    ['张三 0830-1234567', '0830-1234567', ['contact-phone-text-dropped']],
    ['见值班表', null, ['contact-phone-unreadable']],
  ])('%s gives %s', (sent, phone, noted) => {
    const { record } = riskRow({ 应急联系岗位: '值班室', 联系电话: sent })
    expect(record?.contact).toEqual({ phone, post: '值班室' })
    expect(rules(record)).toEqual(noted)
  })

  test('of nothing usable is none', () => {
    const { record } = riskRow({ 应急联系岗位: '张三', 联系电话: '——' })
    expect(record?.contact).toBeNull()
    expect(rules(record)).toEqual(['contact-post-dropped'])
  })
})

describe('a name', () => {
  const NAMES = ['联系人', '应急联系人', '负责人', '法定代表人', '法人代表', '姓名', '环保负责人', '联系人姓名']

  test.each(NAMES)('in a column headed %s is not read, and the column is named', (heading) => {
    const { record, fileNotes } = riskRow({ [heading]: '张三丰' })
    expect(JSON.stringify(record)).not.toContain('张三丰')
    expect(fileNotes).toEqual([{ rule: 'person-dropped', sent: heading }])
  })

  test('appears in nothing that comes of a file, whatever column it stands in', () => {
    const header = ['企业名称', '统一社会信用代码', '所在区县', '应急联系岗位', '联系电话', '联系人', '风险等级']
    const cell = fc.constantFrom('张三丰', '安环部张三丰', '张三丰主任', '张三丰 0830-1234567', '值班室')
    fc.assert(
      fc.property(cell, cell, cell, fc.constantFrom('较大', '橙色', '中等'), (post, phone, person, level) => {
        const row = ['示例化工', codeOf(1), '永川区', post, phone, person, level]
        expect(JSON.stringify(read(RISK.cq, csv(header, row)))).not.toContain('三丰')
      }),
    )
  })
})
