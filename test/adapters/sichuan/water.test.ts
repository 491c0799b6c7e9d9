/** Sichuan's own words: 市控 is a prefecture's, and what goes out (出境) goes to Chongqing. */
import { describe, expect, test } from 'vitest'
import { sichuanWater } from '../../../adapters/sichuan/water.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { readRow } from '../water/helpers.ts'

const unsettled = {
  ...SECTIONS_2026_11,
  sections: SECTIONS_2026_11.sections.map((section) =>
    section.id === 'sc-渭门桥'
      ? { ...section, level: null, transboundary: { direction: null, from: null, to: null } }
      : section,
  ),
}

test('it is the adapter of sc', () => {
  expect(sichuanWater).toMatchObject({ id: 'sichuan/water', party: 'sc' })
})

test.each(['四川省', '四川'])('rows of %s are its own', (province) => {
  expect(readRow({ 省份: province }, 'sc').record?.section.id).toBe('sc-渭门桥')
})

test.each(['重庆市', '重庆'])('rows of %s are refused by name', (province) => {
  const { rejection } = readRow({ 省份: province, 断面名称: '寸滩' }, 'sc')
  expect(rejection).toMatchObject({ type: 'row-of-other-side', value: province })
  expect(rejection?.detail.zh).toContain('寸滩')
})

describe('words that mean another thing on the other side', () => {
  const view = (columns: Readonly<Record<string, string>>) =>
    readRow(columns, 'sc', { registry: unsettled }).record?.section

  test.each(['市控', '市考'])('%s is prefecture', (sent) => {
    expect(view({ 断面级别: sent })?.level).toBe('prefecture')
  })

  test.each([
    ['入境', 'cq-sc'],
    ['入境断面', 'cq-sc'],
    ['出境', 'sc-cq'],
    ['出境断面', 'sc-cq'],
  ])('%s is %s', (sent, border) => {
    expect(view({ 断面类型: sent })?.border).toBe(border)
  })
})

describe('words that mean the same', () => {
  test.each([
    ['省界(川-渝)', 'sc-cq'],
    ['省界(渝-川)', 'cq-sc'],
    ['川入渝', 'sc-cq'],
    ['渝入川', 'cq-sc'],
    ['界河', 'shared'],
    ['共界', 'shared'],
    ['川渝边界', null],
  ])('%s is %s', (sent, border) => {
    expect(readRow({ 断面类型: sent }, 'sc', { registry: unsettled }).record?.section.border).toBe(border)
  })

  test.each([
    ['国控', 'national'],
    ['省控', 'provincial'],
    ['县控', 'county'],
    ['区控', 'county'],
  ])('%s is %s', (sent, level) => {
    expect(readRow({ 断面级别: sent }, 'sc', { registry: unsettled }).record?.section.level).toBe(level)
  })
})
