/** Validity, repair, appeal and the act of publication: what decides on public display is never guessed. */
import { describe, expect, test } from 'vitest'
import { publicOn } from '../../../contracts/enterprise-credit/display.ts'
import { readRow, rules } from './helpers.ts'

describe('the validity', () => {
  test.each([
    [{ 有效期: '2026-08-13至2027-08-12' }, '2026-08-13', '2027-08-12'],
    [{ 有效期: '至2027-08-12' }, null, '2027-08-12'],
    [{ 有效期起: '2026年8月13日', 有效期止: '2027.8.12' }, '2026-08-13', '2027-08-12'],
    [{ 有效期: '一年', 有效期起: '2026-08-13' }, '2026-08-13', '2027-08-12'],
    [{ 有效期至: '2027-08-12' }, null, '2027-08-12'],
    [{}, null, null],
    [{ 有效期: '——' }, null, null],
  ])('%j is from %s to %s', (columns, from, to) => {
    expect(readRow(columns).record?.validity).toEqual({ from, to })
  })

  test('of a length counts from its first day, noted; without one it stays open', () => {
    expect(readRow({ 有效期: '一年', 有效期起: '2026-08-13' }).record?.notes).toContainEqual({
      field: '/validity/to',
      rule: 'validity-by-length',
      sent: '一年',
    })
    const { record } = readRow({ 有效期: '一年' })
    expect(record?.validity).toEqual({ from: null, to: null })
    expect(rules(record)).toContain('validity-without-day')
  })

  test.each([
    [{ 有效期: '长期' }, '有效期'],
    [{ 有效期: '2026-08-01至2026-02-30' }, '有效期'],
    [{ 有效期: '2027-08-12至2026-08-13' }, '有效期'],
    [{ 有效期起: '明年' }, '有效期起'],
    [{ 有效期止: '2026-02-30' }, '有效期止'],
    [{ 有效期起: '2026-08-13', 有效期止: '2026-08-12' }, '有效期止'],
  ])('%j is refused at %s', (columns, pointer) => {
    expect(readRow(columns).rejection).toMatchObject({ type: 'validity-unreadable', pointer })
  })
})

describe('the repair', () => {
  test.each([
    ['', null],
    ['——', null],
    ['无', { date: null, state: 'none' }],
    ['未修复', { date: null, state: 'none' }],
    ['修复中', { date: null, state: 'applied' }],
    ['已修复', { date: null, state: 'granted' }],
    ['已修复（2026-10-09）', { date: '2026-10-09', state: 'granted' }],
    ['2026年10月9日同意修复', { date: '2026-10-09', state: 'granted' }],
    ['不予修复', { date: null, state: 'refused' }],
  ])('%j is %j', (修复情况, repair) => {
    expect(readRow({ 修复情况 }).record?.repair).toEqual(repair)
  })

  test('may have its day in a column of its own', () => {
    expect(readRow({ 修复情况: '已修复', 修复日期: '2026/10/9' }).record?.repair).toEqual({
      date: '2026-10-09',
      state: 'granted',
    })
  })

  test.each([
    [{ 修复情况: '详见附件' }],
    [{ 修复情况: 'constructor' }],
    [{ 修复日期: '2026-10-09' }],
    [{ 修复情况: '已修复', 修复日期: '不详' }],
    [{ 修复情况: '已修复（2026-02-30）' }],
    [{ 修复情况: '已修复（2026-11-21）' }],
  ])('%j is refused, since it decides on display', (columns) => {
    expect(readRow(columns).rejection?.type).toBe('repair-unreadable')
  })

  test('granted takes the record off public pages from its day', () => {
    const { record } = readRow({ 修复情况: '已修复（2026-10-09）', 公示期: '2026-08-03至2026-08-12' })
    if (!record) throw new Error('expected a record')
    expect([publicOn(record, '2026-10-08'), publicOn(record, '2026-10-09')]).toEqual([true, false])
  })
})

describe('the appeal', () => {
  test.each([
    ['', null],
    ['无', { date: null, state: 'none' }],
    ['复核中', { date: null, state: 'pending' }],
    ['申诉中（2026-08-10）', { date: '2026-08-10', state: 'pending' }],
    ['维持原等级', { date: null, state: 'upheld' }],
    ['已调整', { date: null, state: 'changed' }],
    ['已撤回', { date: null, state: 'withdrawn' }],
  ])('%j is %j', (sent, appeal) => {
    expect(readRow({ '复核/申诉': sent }).record?.appeal).toEqual(appeal)
  })

  test('that cannot be read is left open, noted without its words', () => {
    const { record } = readRow({ 申诉情况: '李某来电' })
    expect(record?.appeal).toBeNull()
    expect(rules(record)).toContain('appeal-unreadable')
    expect(JSON.stringify(record)).not.toContain('李某')
  })
})

describe('the act of publication', () => {
  test.each([
    [{ 公示期: '2026年8月3日至8月12日' }, { document: null, notice: { from: '2026-08-03', to: '2026-08-12' } }],
    [{ 文号: '示例公告〔2026〕1号' }, { document: '示例公告〔2026〕1号', notice: null }],
  ])('%j makes the rating public', (columns, publicationBasis) => {
    expect(readRow(columns).record).toMatchObject({ publication: 'public', publicationBasis })
  })

  test('when none is stated the rating is between the two sides', () => {
    expect(readRow({}).record).toMatchObject({ publication: 'joint', publicationBasis: null })
  })

  test('that cannot be read is noted, and makes nothing public', () => {
    const { record } = readRow({ 公示期: '七个工作日' })
    expect(record).toMatchObject({ publication: 'joint', publicationBasis: null })
    expect(record?.notes).toContainEqual({
      field: '/publicationBasis/notice',
      rule: 'notice-unreadable',
      sent: '七个工作日',
    })
  })
})
