import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkup } from '../../../adapters/formats/markup.ts'

describe('the markup of a cell', () => {
  test.each([
    ["<span title='原始值：23.8104'>23.8</span>", '23.8', '原始值：23.8104'],
    ["<span data-toggle='tooltip' data-placement='right' title='原始值：16.48'>16.5</span>", '16.5', '原始值：16.48'],
    ['<span title="原始值：7.9">7.90</span>', '7.90', '原始值：7.9'],
    ["<span title='原始值：7.9' class='x'>7.90</span>", '7.90', '原始值：7.9'],
    ['<SPAN TITLE=原始值：7.9>7.90</SPAN>', '7.90', '原始值：7.9'],
    ["<span data-x='a>b' title='原始值：1'>1.0</span>", '1.0', '原始值：1'],
    ["<span data-x=\" title='no'\" title='原始值：1'>1.0</span>", '1.0', '原始值：1'],
    ["<span data-x=' title=' title='原始值：1'>1.0</span>", '1.0', '原始值：1'],
    ["<span a=' title='b'>1.0</span>", '1.0', null],
    ["<b><span title='原始值：1'>1</span>.0</b>", '1.0', '原始值：1'],
    ["<span title=''>1</span>", '1', ''],
    ["<span title='a'>1</span><span title='b'>2</span>", '12', 'a'],
    ["<span title='a'></span>", '', 'a'],
    ["<script>var a = '<b>'</script>5<style>td{}</style>", '5', null],
    ["水温<br/><span class='unit'>(℃)</span>", '水温\n(℃)', null],
  ])('%s', (cell, text, title) => {
    expect(readMarkup(cell)).toEqual({ text, title })
  })
  test('has its entities decoded, a line feed among them', () => {
    expect(readMarkup("<span title='所在地市:永川区&#10;所属河流:长江'>朱沱</span>")).toEqual({
      text: '朱沱',
      title: '所在地市:永川区\n所属河流:长江',
    })
    expect(readMarkup('<b>a&amp;b&nbsp;&lt;1</b>').text).toBe('a&b\u00a0<1')
  })
  test.each(['', '16.5', 'a&amp;b', '<0.025', '0.01<x', '< 5', 'a < b > c', '1<2>3', '劣Ⅴ', '<检出限>'])(
    '%j has none and stays as it is',
    (cell) => {
      expect(readMarkup(cell)).toEqual({ text: cell, title: null })
    },
  )
  test('reads the same with the quick way and with the parser', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '1', '原', ' ', '=', '：', '.', '/', '-'), maxLength: 12 })
    fc.assert(
      fc.property(part, part, (title, text) => {
        const quick = readMarkup(`<span data-a='b' title='${title}'>${text}</span>`)
        const parsed = readMarkup(`<span data-a='b' title="${title}">${text}</span>`)
        expect({ ...quick, text: quick.text.trim() }).toEqual(parsed)
      }),
    )
  })
  test('never fails, whatever the cell', () => {
    const soup = fc
      .array(fc.constantFrom('<', '>', '</', 'span', ' title=', "'", '"', '&', '#10;', '<!--', '<![CDATA[', 'x', '/'))
      .map((parts) => parts.join(''))
    fc.assert(fc.property(soup, (cell) => typeof readMarkup(cell).text === 'string'))
  })
})
