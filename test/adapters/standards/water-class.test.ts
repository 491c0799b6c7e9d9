/** The ways both sides write a class. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classGlyph, parseClass } from '../../../adapters/standards/water.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'

const CLASSES: readonly WaterClass[] = [1, 2, 3, 4, 5, 6]

describe('parseClass', () => {
  test.each([
    ['Ⅰ', 1],
    ['Ⅱ', 2],
    ['Ⅲ', 3],
    ['Ⅳ', 4],
    ['Ⅴ', 5],
    ['劣Ⅴ', 6],
    ['ⅰ', 1],
    ['ⅱ', 2],
    ['ⅲ', 3],
    ['ⅳ', 4],
    ['ⅴ', 5],
    ['劣ⅴ', 6],
    ['I', 1],
    ['II', 2],
    ['III', 3],
    ['IV', 4],
    ['V', 5],
    ['劣V', 6],
    ['III类', 3],
    ['Ⅲ类', 3],
    ['Ⅲ 类', 3],
    ['劣V类', 6],
    ['劣Ⅴ类', 6],
    ['劣五类', 6],
    ['三类', 3],
    ['一类', 1],
    ['1', 1],
    ['3', 3],
    ['6', 6],
    ['３', 3],
    ['３类', 3],
    ['ＩＩＩ', 3],
    ['ＩＶ类', 4],
    ['iv', 4],
    [' Ⅱ ', 2],
  ])('reads %j', (text, expected) => {
    expect(parseClass(text)).toBe(expected)
  })

  test.each(['', ' ', '/', '-', '--', '—', '——', '*'])('reads the empty mark %j as null', (text) => {
    expect(parseClass(text)).toBeNull()
  })

  test.each(['0', '7', 'VI', 'Ⅵ', 'IIII', '优', '类', '劣', '劣Ⅳ', '2.5', 'Ⅱ-Ⅲ'])('cannot read %j', (text) => {
    expect(parseClass(text)).toBeUndefined()
  })

  test('reads back what classGlyph prints, with and without 类', () => {
    for (const waterClass of CLASSES) {
      expect(parseClass(classGlyph(waterClass))).toBe(waterClass)
      expect(parseClass(`${classGlyph(waterClass)}类`)).toBe(waterClass)
    }
    expect(CLASSES.map(classGlyph)).toEqual(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'])
  })

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([1, 2, 3, 4, 5, 6, null, undefined]).toContain(parseClass(text))
      }),
    )
  })
})
