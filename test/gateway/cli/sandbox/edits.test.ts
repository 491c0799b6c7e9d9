/** Joint values as drafters of the sandbox set them. */
import { describe, expect, test } from 'vitest'
import { changesNothing, editOf } from '../../../../gateway/cli/sandbox/edits.ts'
import type { SeenCell } from '../../../../gateway/cli/sandbox/table.ts'

const value = (min: number, max: number, classes: [number, number], primary: string[] = ['pm25']) => ({
  aqi: { max, min },
  class: { max: classes[1], min: classes[0] },
  primary,
})

const CELL: SeenCell = {
  id: '511600/2026-11-16',
  revision: 2,
  editable: true,
  sides: { cq: value(101, 131, [3, 3], ['pm10']), sc: value(62, 92, [2, 2]) },
  joint: value(62, 92, [2, 2]),
  take: null,
  loud: true,
}

describe('an edit', () => {
  test('takes a side’s word as it stands, by the revision that was seen', () => {
    expect(editOf(CELL, 'cq', '试')).toEqual({
      base: 2,
      cell: CELL.id,
      reason: '试',
      take: 'cq',
      value: CELL.sides.cq,
    })
  })

  test('takes both together from the lower end to the upper, and every pollutant in the standard’s order', () => {
    expect(editOf(CELL, 'union', '试')?.value).toEqual(value(62, 131, [2, 3], ['pm10', 'pm25']))
  })

  test('of their own lies between the two, with the classes that its AQI has', () => {
    // Middles of 116 and 77: 96.5, of which 97 makes 82 to 112.
    expect(editOf(CELL, 'own', '试')?.value).toEqual(value(82, 112, [2, 3]))
    expect(editOf(CELL, 'own', '试', 10)?.value).toEqual(value(92, 122, [2, 3]))
    const clean = { ...CELL, sides: { cq: value(5, 35, [1, 1], []), sc: null }, joint: value(5, 35, [1, 1], []) }
    expect(editOf(clean, 'own', '试')?.value).toEqual(value(5, 35, [1, 1], []))
  })

  test('is none where there is nothing to take, or nothing may be set', () => {
    const alone = { ...CELL, sides: { cq: null, sc: CELL.sides.sc } }
    expect([editOf(alone, 'cq', '试'), editOf(alone, 'union', '试')]).toEqual([null, null])
    expect(editOf({ ...CELL, editable: false }, 'sc', '试')).toBeNull()
    expect(editOf({ ...CELL, joint: null }, 'own', '试')).toBeNull()
  })

  test('changes nothing only where value and origin are the same', () => {
    const edit = editOf(CELL, 'sc', '试')
    if (!edit) throw new TypeError('expected an edit')
    expect(changesNothing(edit, CELL)).toBe(false)
    expect(changesNothing(edit, { ...CELL, take: 'sc' })).toBe(true)
  })
})
