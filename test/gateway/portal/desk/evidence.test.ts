/** How forecasts turned out, and three days of hours as a line. */
import { describe, expect, test } from 'vitest'
import type { ObservedDay } from '../../../../adapters/standards/forecast-score.ts'
import { sparkline } from '../../../../gateway/portal/desk/matrix/evidence-drawing.ts'
import type { Hour } from '../../../../gateway/portal/desk/matrix/evidence-view.ts'
import { outcomeOf } from '../../../../gateway/portal/desk/matrix/outcome.ts'
import { value } from '../../release/air/fixture.ts'
import { read } from '../read.ts'

const day = (aqi: number | null, found: ObservedDay['class'], complete = true): ObservedDay => ({
  aqi,
  class: found,
  complete,
  primary: [],
  review: 'reviewed',
})

describe('a forecast of 83 to 113', () => {
  const forecast = value([83, 113], [2, 3], ['pm25'])
  test.each([
    [83, { is: 'hit' }],
    [113, { is: 'hit' }],
    [114, { is: 'miss', by: 1 }],
    [82, { is: 'miss', by: -1 }],
    [160, { is: 'miss', by: 47 }],
  ])('against a day of %i', (aqi, found) => {
    expect(outcomeOf(forecast, day(aqi, 2))).toEqual(found)
  })

  test('says nothing of a day that is missing or incomplete', () => {
    expect(outcomeOf(forecast, null)).toEqual({ is: 'unknown' })
    expect(outcomeOf(forecast, day(null, null))).toEqual({ is: 'unknown' })
    expect(outcomeOf(forecast, day(90, 2, false))).toEqual({ is: 'unknown' })
  })
})

test('a class alone is held against the class', () => {
  expect(outcomeOf(value(null, [2, 3]), day(140, 3))).toEqual({ is: 'class-hit' })
  expect(outcomeOf(value(null, [2, 3]), day(151, 4))).toEqual({ is: 'class-miss' })
})

describe('the line', () => {
  const hour = (end: string, aqi: number): Hour => ({ aqi, class: 2, end, primary: [], review: 'raw' })
  const evidence = { from: '2026-11-12T15:00:00+08:00', until: '2026-11-15T15:00:00+08:00' }
  const drawn = (hours: readonly Hour[]) => read(sparkline({ name: '泸州市', hours }, evidence, '泸州市'))

  test('breaks where an hour is missing, stays within its box, and is told in words', async () => {
    const hours = [
      hour('2026-11-13T01:00:00+08:00', 60),
      hour('2026-11-13T02:00:00+08:00', 70),
      hour('2026-11-13T04:00:00+08:00', 320),
    ]
    const { tags } = await drawn(hours)
    const svg = tags.find(({ name }) => name === 'svg')
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-label': '泸州市' })
    const d = tags.find(({ name }) => name === 'path')?.attributes.d ?? ''
    expect(d.replace(/[\d .]/g, '')).toBe('MhLMh')
    const points = [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
    for (const [x = -1, y = -1] of points) {
      expect(x).toBeGreaterThan(34)
      expect(x).toBeLessThan(720)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(138)
    }
    // The higher AQI stands higher.
    expect(points[2]?.[1]).toBeLessThan(points[0]?.[1] ?? 0)
  })

  test('stands over the bounds of the classes it reaches, and marks each midnight', async () => {
    const { each } = await drawn([hour('2026-11-13T01:00:00+08:00', 160)])
    expect(each('text')).toEqual(['50', '100', '150', '11-13', '11-14', '11-15'])
  })
})
