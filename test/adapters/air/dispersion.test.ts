/** Grades of the conditions as they are written: when they are of the scale of six, and when they stay words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDispersion } from '../../../adapters/air/dispersion.ts'

const level = (text: string, named: boolean) => {
  const { dispersion, rule } = readDispersion(text, named)
  expect(dispersion.reported).toBe(text)
  expect(rule === null).toBe(dispersion.level !== null)
  return dispersion.level === null ? rule : [dispersion.level.min, dispersion.level.max]
}

describe('under a heading that names the scale', () => {
  // 中国气象局 2013: 一级 好, 二级 较好, 三级 一般, 四级 较差, 五级 差, 六级 极差.
  test.each([
    ['四级', [4, 4]],
    ['4级', [4, 4]],
    ['4', [4, 4]],
    ['Ⅳ级', [4, 4]],
    ['四级（较差）', [4, 4]],
    ['四级，较差', [4, 4]],
    ['较差', [4, 4]],
    ['差', [5, 5]],
    ['极差', [6, 6]],
    ['好', [1, 1]],
    ['较好', [2, 2]],
    ['一般', [3, 3]],
    ['2-3级', [2, 3]],
    ['二级至三级', [2, 3]],
    ['较好至一般', [2, 3]],
  ])('%s is of levels %j', (text, found) => {
    expect(level(text, true)).toEqual(found)
  })

  test.each([
    ['四级 好', 'dispersion-conflict'],
    ['2-3级（一般）', 'dispersion-conflict'],
    ['七级', 'dispersion-unreadable'],
    ['0级', 'dispersion-unreadable'],
    ['3-2级', 'dispersion-unreadable'],
    ['不利于扩散', 'dispersion-unreadable'],
    ['很差', 'dispersion-unreadable'],
  ])('%s stays words: %s', (text, rule) => {
    expect(level(text, true)).toBe(rule)
  })
})

describe('under another heading', () => {
  test.each(['4级', '五级', '较差', '好'])('%s alone has no level: another scale has five grades', (text) => {
    expect(level(text, false)).toBe('dispersion-scale-not-stated')
  })

  test('a grade with its own word of the scale names the scale', () => {
    expect(level('四级（较差）', false)).toEqual([4, 4])
    expect(level('五级（较差）', false)).toBe('dispersion-conflict')
  })
})

test('no text has a level outside 1 to 6', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'一二三四五六123456789级至-好较差极一般()') }),
  )
  fc.assert(
    fc.property(text, fc.boolean(), (sent, named) => {
      const { dispersion } = readDispersion(sent, named)
      if (dispersion.level === null) return
      const { max, min } = dispersion.level
      expect([1, 2, 3, 4, 5, 6].includes(min) && [1, 2, 3, 4, 5, 6].includes(max) && min <= max).toBe(true)
    }),
  )
})
