/** A cell as a figure: absence and detection limits are never zero, digits stay as reported, units convert exactly. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../adapters/types.ts'
import { readFigure } from '../../../adapters/water/figure.ts'
import { WATER_ITEMS } from '../../../contracts/water-section-quality/record.ts'

const nh3n = (cell: Cell) => readFigure(cell, 'nh3n', null)
const MG = 'mg/L'

describe('absence', () => {
  test.each([
    '',
    ' ',
    '-',
    '--',
    '---',
    '—',
    '——',
    '———',
    '－',
    '－－',
    '–',
    '──',
    '/',
    '／',
    '-;',
    'NA',
    'N/A',
    'null',
    '缺测',
    '无数据',
    '停测',
  ])('%j is missing, not zero', (cell) => {
    const { result } = nh3n(cell)
    expect(result).toEqual({ qualifier: 'missing', reported: cell.trim() || null, unit: MG, value: null })
  })

  test('no cell at all is missing', () => {
    expect(nh3n(null).result).toEqual({ qualifier: 'missing', reported: null, unit: MG, value: null })
  })

  test.each(['*', '＊', '-1', '－１', '未监测', '未测'])('%j is not monitored', (cell) => {
    expect(nh3n(cell).result).toMatchObject({ qualifier: 'not-monitored', value: null })
  })

  test('-1 from a typed cell is not monitored too, but a level or a flow may be −1', () => {
    expect(nh3n(-1).result).toMatchObject({ qualifier: 'not-monitored', value: null })
    expect(readFigure('-1', 'level', null).result).toMatchObject({ qualifier: null, value: -1 })
    expect(readFigure(-1, 'flow', null).result).toMatchObject({ qualifier: null, value: -1 })
  })

  test.each(['ND', 'nd', 'N.D.', 'ＮＤ', '未检出', '低于检出限', ' 未检出 '])(
    '%j is not detected, without a limit',
    (cell) => {
      expect(nh3n(cell).result).toMatchObject({ qualifier: 'ND', value: null })
    },
  )

  test('no mark of absence is zero in any item', () => {
    for (const item of WATER_ITEMS) {
      for (const cell of ['*', '--', '-;', '/', '——', '', 'ND', '未检出', '缺测']) {
        expect(readFigure(cell, item, null).result?.value, `${item} ${cell}`).toBeNull()
      }
    }
  })
})

describe('below a detection limit', () => {
  test.each([
    ['0.025L', 0.025],
    ['0.025l', 0.025],
    ['0.025 L', 0.025],
    ['0.025(L)', 0.025],
    ['0.025（L）', 0.025],
    ['0.00004L', 0.00004],
    ['4e-5L', 0.00004],
    ['.02L', 0.02],
  ])('%s is the limit, with L', (cell, value) => {
    expect(nh3n(cell).result).toEqual({ qualifier: 'L', reported: cell, unit: MG, value })
  })

  test.each([
    ['<0.025', 0.025],
    ['< 0.025', 0.025],
    ['＜0.025', 0.025],
    ['<2.5e-2', 0.025],
  ])('%s is less than', (cell, value) => {
    expect(nh3n(cell).result).toEqual({ qualifier: '<', reported: cell, unit: MG, value })
  })

  test('the limit inside a span is read, entity and all', () => {
    expect(nh3n("<span title='检出限'>&lt;0.025</span>").result).toMatchObject({ qualifier: '<', value: 0.025 })
    expect(nh3n("<span title='原始值：0.011'>0.025L</span>").result).toMatchObject({ qualifier: 'L', value: 0.025 })
  })

  test.each(['>0.025', '≥0.025', '~0.025', '0.025M', 'L', '<', '<L', 'L0.025', '<0.025L', '0.02-0.03'])(
    '%j is refused, not guessed at',
    (cell) => {
      expect(nh3n(cell)).toMatchObject({ result: null, fault: 'value-not-a-number' })
    },
  )
})

describe('a figure', () => {
  test('keeps the digits as reported beside the number', () => {
    expect(nh3n('0.150').result).toEqual({ qualifier: null, reported: '0.150', unit: MG, value: 0.15 })
    expect(nh3n('0').result).toEqual({ qualifier: null, reported: '0', unit: MG, value: 0 })
    expect(nh3n(8.5).result).toEqual({ qualifier: null, reported: '8.5', unit: MG, value: 8.5 })
  })

  test.each([
    ['1.5e-3', 0.0015],
    ['1.5E-03', 0.0015],
    ['2E4', 20000],
    ['.5', 0.5],
    ['5.', 5],
    ['+0.5', 0.5],
    ['-0.5', -0.5],
  ])('%s is read as a number', (cell, value) => {
    expect(nh3n(cell).result).toEqual({ qualifier: null, reported: cell, unit: MG, value })
  })

  test('full-width digits are read and noted', () => {
    expect(nh3n('０．１５０')).toMatchObject({
      result: { qualifier: null, reported: '0.150', value: 0.15 },
      rules: ['full-width-read'],
    })
    expect(nh3n('０．０２５Ｌ').result).toMatchObject({ qualifier: 'L', value: 0.025 })
  })

  test.each(['10⁴', '1.3×10⁴', '5²', '½', '②', '㈠'])(
    '%j is refused: it would change its value when written plainly',
    (cell) => {
      expect(readFigure(cell, 'fc', null)).toMatchObject({ result: null, fault: 'value-not-a-number' })
    },
  )

  test.each([
    '1,234.5',
    '1 234',
    '0x1F',
    'NaN',
    'Infinity',
    '1e999',
    '7.8.1',
    '--5',
    'abc',
    'constructor',
    '__proto__',
    '七',
  ])('%j is no number', (cell) => {
    expect(nh3n(cell)).toMatchObject({ result: null, fault: 'value-not-a-number' })
  })

  test('the unrounded value behind a span is taken, the rounded digits are kept as reported', () => {
    expect(nh3n("<span title='原始值：0.1504'>0.150</span>")).toMatchObject({
      result: { qualifier: null, reported: '0.150', unit: MG, value: 0.1504 },
      rules: ['unrounded-value-taken'],
    })
    expect(
      nh3n("<span data-toggle='tooltip' data-placement='right' title='原始值：16.48'>16.5</span>").result,
    ).toMatchObject({
      reported: '16.5',
      value: 16.48,
    })
  })

  test('an unrounded value that is none refuses the cell instead of becoming another number', () => {
    for (const odd of ['--', '0x10', 'Infinity', '1e', '约0.1']) {
      expect(nh3n(`<span title='原始值：${odd}'>0.150</span>`), odd).toMatchObject({ result: null, text: odd })
    }
  })

  test('a title that says something else is no value', () => {
    expect(nh3n("<span title='仪器校准'>0.150</span>").result).toMatchObject({ reported: '0.150', value: 0.15 })
  })

  test('the text of a refused cell can always be signed', () => {
    expect(nh3n('7\ud800').text.isWellFormed()).toBe(true)
  })
})

describe('another unit', () => {
  test.each([
    ['12.0', 'μg/L', '0.0120', 0.012],
    ['1', 'μg/L', '0.001', 0.001],
    ['0.5', 'g/L', '500', 500],
    ['0.15', 'mg/L', '0.15', 0.15],
    ['50', 'ng/L', '0.000050', 0.00005],
  ])('%s %s is %s mg/L exactly, digits kept', (cell, unit, reported, value) => {
    const { result, rules } = readFigure(cell, 'hg', unit)
    expect(result).toEqual({ qualifier: null, reported, unit: MG, value })
    expect(rules).toEqual(['unit-converted'])
  })

  test('limits convert with their mark', () => {
    expect(readFigure('0.04L', 'hg', 'μg/L').result).toEqual({
      qualifier: 'L',
      reported: '0.00004L',
      unit: MG,
      value: 0.00004,
    })
    expect(readFigure('<0.04', 'hg', 'μg/L').result).toEqual({
      qualifier: '<',
      reported: '<0.00004',
      unit: MG,
      value: 0.00004,
    })
  })

  test('unrounded and shown digits convert alike', () => {
    expect(readFigure("<span title='原始值：12.34'>12.3</span>", 'hg', 'μg/L')).toMatchObject({
      result: { reported: '0.0123', value: 0.01234 },
      rules: ['unrounded-value-taken', 'unit-converted'],
    })
  })

  test('an unknown unit refuses figures, and lets absence pass', () => {
    expect(readFigure('1', 'tp', 'ppb')).toMatchObject({ result: null, fault: 'unit-unknown' })
    expect(readFigure('1', 'tp', 'μS/cm')).toMatchObject({ result: null, fault: 'unit-unknown' })
    expect(readFigure('--', 'tp', 'ppb').result).toMatchObject({ qualifier: 'missing', value: null })
  })
})

test('no cell makes it throw, and none gives anything but a finite number or null', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constantFrom('0.025L', '<1', '*', '１２'))
  fc.assert(
    fc.property(cell, fc.constantFrom(...WATER_ITEMS), fc.constantFrom(null, 'μg/L', 'ppb'), (text, item, unit) => {
      const { result } = readFigure(text, item, unit)
      if (result !== null && result.value !== null) expect(Number.isFinite(result.value)).toBe(true)
      if (result?.reported) expect(result.reported.isWellFormed()).toBe(true)
    }),
  )
})
