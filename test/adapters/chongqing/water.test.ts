/** Chongqing's own words: 市控 is the municipality's, provincial level, and what comes in (入境) comes from Sichuan. */
import { describe, expect, test } from 'vitest'
import { chongqingWater } from '../../../adapters/chongqing/water.ts'
import { SECTIONS_2026_11 } from '../../../contracts/registry/index.ts'
import { readRow } from '../water/helpers.ts'

const unsettled = {
  ...SECTIONS_2026_11,
  sections: SECTIONS_2026_11.sections.map((section) =>
    section.id === 'cq-寸滩'
      ? { ...section, level: null, transboundary: { direction: null, from: null, to: null } }
      : section,
  ),
}

test('it is the adapter of cq', () => {
  expect(chongqingWater).toMatchObject({ id: 'chongqing/water', party: 'cq' })
})

test.each(['重庆市', '重庆'])('rows of %s are its own', (province) => {
  expect(readRow({ 省份: province }, 'cq').record?.section.id).toBe('cq-寸滩')
})

test.each(['四川省', '四川'])('rows of %s are refused by name', (province) => {
  const { rejection } = readRow({ 省份: province, 断面名称: '渭门桥' }, 'cq')
  expect(rejection).toMatchObject({ type: 'row-of-other-side', value: province })
  expect(rejection?.detail.zh).toContain('渭门桥')
})

describe('words that mean another thing on the other side', () => {
  const view = (columns: Readonly<Record<string, string>>) =>
    readRow(columns, 'cq', { registry: unsettled }).record?.section

  test.each(['市控', '市考'])('%s is provincial', (sent) => {
    expect(view({ 断面级别: sent })?.level).toBe('provincial')
  })

  test.each([
    ['入境', 'sc-cq'],
    ['入境断面', 'sc-cq'],
    ['出境', 'cq-sc'],
    ['出境断面', 'cq-sc'],
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
    expect(readRow({ 断面类型: sent }, 'cq', { registry: unsettled }).record?.section.border).toBe(border)
  })

  test.each([
    ['国控', 'national'],
    ['省控', 'provincial'],
    ['县控', 'county'],
    ['区控', 'county'],
  ])('%s is %s', (sent, level) => {
    expect(readRow({ 断面级别: sent }, 'cq', { registry: unsettled }).record?.section.level).toBe(level)
  })
})
