/** Whose rating it is: 市级 means another level on either side; a name is short and the same however it is written. */
import { describe, expect, test } from 'vitest'
import { csv, ROW, read, readRow, rules } from './helpers.ts'

describe('Sichuan', () => {
  const of = (columns: Readonly<Record<string, string | null>>) => readRow({ 级别: null, ...columns }, 'sc')

  test.each([
    ['省级', 'province', '四川省生态环境厅'],
    ['市级', 'prefecture', null],
    ['州级', 'prefecture', null],
    ['市（州）级', 'prefecture', null],
  ])('%s is %s, named %s', (级别, level, name) => {
    const { record } = of({ 级别 })
    expect(record?.authority).toEqual({ level, name })
    expect(record?.notes).toContainEqual({ field: '/authority/level', rule: 'authority-level-by-side', sent: 级别 })
  })

  test.each([
    ['四川省生态环境厅', 'province', '四川省生态环境厅', []],
    ['成都市生态环境局', 'prefecture', '成都市生态环境局', []],
    ['四川省成都市生态环境局', 'prefecture', '成都市生态环境局', ['authority-name-short']],
    ['凉山彝族自治州生态环境局', 'prefecture', '凉山彝族自治州生态环境局', []],
    ['凉山州生态环境局', 'prefecture', '凉山彝族自治州生态环境局', ['authority-name-short']],
  ])('%s is %s', (评价机关, level, name, noted) => {
    const { record } = of({ 评价机关 })
    expect(record?.authority).toEqual({ level, name })
    expect(rules(record)).toContain('authority-level-by-name')
    expect(rules(record).filter((rule) => rule.startsWith('authority-name'))).toEqual(noted)
  })

  test.each(['区级', '县级', '国家级', 'constructor'])('%s rates in no scheme of its own', (级别) => {
    expect(of({ 级别 }).rejection).toMatchObject({ type: 'authority-unclear', pointer: '级别', value: 级别 })
  })
})

describe('Chongqing', () => {
  const of = (columns: Readonly<Record<string, string | null>>) => readRow({ 级别: null, ...columns }, 'cq')

  test.each([
    ['市级', 'municipality', '重庆市生态环境局'],
    ['区级', 'district', null],
    ['县级', 'district', null],
    ['区县级', 'district', null],
    ['区（县）级', 'district', null],
  ])('%s is %s, named %s', (级别, level, name) => {
    expect(of({ 级别 }).record?.authority).toEqual({ level, name })
  })

  test.each([
    ['重庆市生态环境局', 'municipality', '重庆市生态环境局'],
    ['铜梁区生态环境局', 'district', '铜梁区生态环境局'],
    ['重庆市铜梁区生态环境局', 'district', '铜梁区生态环境局'],
    ['石柱土家族自治县生态环境局', 'district', '石柱土家族自治县生态环境局'],
    ['重庆高新区生态环境局', 'district', '重庆高新区生态环境局'],
  ])('%s is %s', (评价机关, level, name) => {
    expect(of({ 评价机关 }).record?.authority).toEqual({ level, name })
  })

  test('an office that has ended keeps the name it rated under', () => {
    expect(of({ 评价年度: '2025', 评价机关: '江北区生态环境局' }).record?.authority.name).toBe('江北区生态环境局')
  })

  test('省级 is none of its levels', () => {
    expect(of({ 级别: '省级' }).rejection?.type).toBe('authority-unclear')
  })
})

describe('level and name', () => {
  test('together are taken when they agree; a name the register does not have is kept as sent', () => {
    const { record } = readRow({ 级别: '区级', 评价机关: '示例园区管委会' })
    expect(record?.authority).toEqual({ level: 'district', name: '示例园区管委会' })
  })

  test('that disagree are refused: the key must be certain', () => {
    expect(readRow({ 级别: '市级', 评价机关: '铜梁区生态环境局' }).rejection).toMatchObject({
      type: 'authority-unclear',
      pointer: '评价机关',
    })
  })

  test.each([
    [{ 级别: null, 评价机关: '示例园区管委会' }],
    [{ 级别: '——', 评价机关: '' }],
    [{ 级别: null, 评价机关: '成都市武侯生态环境局' }],
    [{ 级别: '市级', 评价机关: '市生态环境局/市发改委' }],
    [{ 级别: '市级', 评价机关: '局'.repeat(65) }],
  ])('%j leave the level unclear', (columns) => {
    expect(readRow(columns).rejection?.type).toBe('authority-unclear')
  })
})

describe('a sheet’s name', () => {
  const header = ['企业名称', '统一社会信用代码', '评价等级']
  const rows = [String(ROW.企业名称), String(ROW.统一社会信用代码), '良好']
  const page = (caption: string) =>
    `<html><body><table><caption>${caption}</caption><tr>${header.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${rows.map((cell) => `<td>${cell}</td>`).join('')}</tr></table></body></html>`

  test.each([
    ['重庆市2024年度企业环境信用评价结果（市级）', 'municipality'],
    ['2024年区县级评价结果', 'district'],
    ['铜梁区2024年度评价结果（区级）', 'district'],
  ])('%s says the year and whose it is, noted', (caption, level) => {
    const { records } = read('cq', page(caption))
    expect(records[0]?.record).toMatchObject({ ratingYear: 2024, authority: { level } })
    expect(rules(records[0]?.record)).toEqual(
      expect.arrayContaining(['rating-year-from-sheet', 'authority-level-from-sheet']),
    )
  })

  test('says nothing where a column does', () => {
    const { records } = read(
      'cq',
      page('2024年度（市级）')
        .replaceAll('评价等级</th>', '评价等级</th><th>级别</th><th>评价年度</th>')
        .replaceAll('良好</td>', '良好</td><td>区级</td><td>2023</td>'),
    )
    expect(records[0]?.record).toMatchObject({ ratingYear: 2023, authority: { level: 'district' } })
  })

  test('that says neither leaves columns missing', () => {
    expect(() => read('cq', page('评价结果'))).toThrow(/评价年度|columns-missing/)
    expect(() => read('cq', csv(header, rows))).toThrow(/columns-missing/)
  })
})
