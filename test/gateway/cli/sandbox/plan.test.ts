/** The plan of a play: everything promised lies in it, in order and at times at which it can happen, whenever the sandbox is opened. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAST_DAYS, planOf } from '../../../../gateway/cli/sandbox/plan.ts'
import { openedAt } from '../../../../gateway/cli/sandbox/scenes/today.ts'
import { addDays, dayAt, weekdayOf } from '../../../../seeds/days/day.ts'

const DAY = 86_400_000
const first = (to: number) => planOf({ from: to - PAST_DAYS * DAY, to, whole: true })
const at = (instant: string) => Date.parse(`${instant}+08:00`)
const ids = (cues: readonly { readonly id: string }[]) => cues.map(({ id }) => id)
/** Any time of the years in which the sample files are past. */
const moments = fc
  .integer({ min: at('2026-12-20T00:00:00') / 1000, max: at('2029-12-31T00:00:00') / 1000 })
  .map((s) => s * 1000)

describe('a first start', () => {
  test('on a Thursday in November plays thirty days, their weeks, and everything there is one of', () => {
    const cues = ids(first(at('2026-11-26T13:05:00')))
    const opened = cues.filter((id) => id.endsWith('/open')).map((id) => id.replace('/open', ''))
    expect(opened.at(-1)).toBe('waiting/daily-air-2026-11-26')
    expect(opened.slice(0, -1).sort()).toEqual(
      [
        'credit-list-2025',
        ...Array.from({ length: 10 }, (_, ago) => `daily-air-${addDays('2026-11-16', ago)}`),
        'warning-2026-11-23',
        'weekly-outlook-2026-11-24',
        'weekly-water-2026-11-02',
        'weekly-water-2026-11-02-2',
        'weekly-water-2026-11-09',
        'weekly-water-2026-11-16',
      ].sort(),
    )
    expect(cues.filter((id) => id.startsWith('samples/'))).toHaveLength(8)
    expect(cues.filter((id) => id.startsWith('air-forecast/'))).toHaveLength(30)
    // The weather is there before the air is forecast by it.
    const weather = cues.filter((id) => id.startsWith('air-weather/'))
    expect(weather).toHaveLength(30)
    for (const id of weather) expect(cues.indexOf(id)).toBeLessThan(cues.indexOf(id.replace('weather', 'forecast')))
    expect(cues.filter((id) => id.startsWith('air-hours/'))).toEqual([
      'air-hours/2026-11-23',
      'air-hours/2026-11-24',
      'air-hours/2026-11-25',
      'air-hours/2026-11-26/13',
    ])
    // The week of the sample files is theirs; before it a week cut off in front, behind it one not over yet.
    expect(cues.filter((id) => id.startsWith('water/'))).toEqual([
      'water/2026-10-27/2026-11-01',
      'water/2026-11-02/2026-11-08',
      'water/2026-11-16/2026-11-22',
      'water/2026-11-23/2026-11-25',
    ])
    expect(cues.filter((id) => id.startsWith('daily-air-2026-11-22/'))).toContain('daily-air-2026-11-22/stand-apart')
    expect(cues).not.toContain('daily-air-2026-11-22/agree')
    expect(cues.filter((id) => id.startsWith('daily-air-2026-11-20/'))).toContain('daily-air-2026-11-20/resolve')
  })

  test('with a whole month in its days has the bulletin of it', () => {
    const cues = ids(first(at('2026-12-01T12:00:00')))
    expect(cues).toContain('monthly-water-2026-11/open')
    expect(ids(first(at('2026-12-02T12:00:00'))).filter((id) => id.startsWith('monthly-'))).toEqual([])
  })

  test('before the sample files are past leaves out those that are not', () => {
    const cues = ids(first(at('2026-11-13T12:00:00')))
    expect(cues.filter((id) => id.startsWith('samples/'))).toEqual([
      'samples/enterprise-credit',
      'samples/risk-source',
      'samples/discharge-unit',
    ])
    expect(cues.some((id) => id.startsWith('weekly-water-2026-11-09'))).toBe(false)
    expect(cues).toContain('weekly-water-2026-11-02/sign')
  })

  test('at any later time has all samples and kinds of release, in order, each cue once and none in the future', () => {
    fc.assert(
      fc.property(moments, (to) => {
        const cues = first(to)
        expect(new Set(ids(cues)).size).toBe(cues.length)
        expect(cues.map((cue) => cue.at)).toEqual(cues.map((cue) => cue.at).sort((a, b) => a - b))
        for (const cue of cues) expect(cue.at >= to - PAST_DAYS * DAY && cue.at <= to, cue.id).toBe(true)
        const all = ids(cues)
        expect(all.filter((id) => id.startsWith('samples/'))).toHaveLength(8)
        const signed = all.filter((id) => id.endsWith('/sign'))
        for (const kind of ['daily-air-', 'weekly-outlook-', 'warning-', 'credit-list-', 'weekly-water-2026-11-09'])
          expect(signed.some((id) => id.startsWith(kind), kind)).toBe(true)
        // A bulletin of the days themselves beside that of the samples, and one corrected.
        expect(signed.filter((id) => id.startsWith('weekly-water-')).length).toBeGreaterThanOrEqual(3)
        expect(signed.filter((id) => id.includes('-2/'))).toHaveLength(1)
        expect(all.filter((id) => id.endsWith('/stand-apart'))).toHaveLength(1)
        expect(all.filter((id) => id.endsWith('/wait'))).toEqual([`waiting/daily-air-${dayAt(to)}/wait`])
      }),
      { numRuns: 150 },
    )
  })
})

describe('a later start', () => {
  test('on the next day has that day alone, with what waits', () => {
    const [from, to] = [at('2026-11-26T13:05:00'), at('2026-11-27T09:30:00')]
    const cues = planOf({ from, to, whole: false })
    expect(ids(cues.filter(({ late }) => late)).filter((id) => !/^(?:samples|duty|waiting)/.test(id))).toEqual([
      'air-daily/2026-11-26',
      'air-hours/2026-11-26',
      'air-weather/2026-11-27',
      'water/2026-11-23/2026-11-26',
      'air-hours/2026-11-27/9',
    ])
    expect(ids(cues)).toContain('waiting/daily-air-2026-11-27/open')
    expect(ids(cues).some((id) => id.startsWith('credit-') || id.startsWith('warning-'))).toBe(false)
  })

  test('after a Monday has the week before it whole', () => {
    const cues = ids(planOf({ from: at('2026-11-28T10:00:00'), to: at('2026-12-02T17:00:00'), whole: false }))
    expect(weekdayOf('2026-11-30')).toBe(0)
    expect(cues).toContain('water/2026-11-23/2026-11-29')
    expect(cues).toContain('weekly-water-2026-11-23/sign')
  })
})

test('what waits was put on the table on its own day, and at no time whose deadline has passed since', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const opened = openedAt(now)
      expect(opened).toBeLessThanOrEqual(now)
      expect(dayAt(opened)).toBe(dayAt(now))
      const deadline = Date.parse(`${dayAt(now)}T15:30:00+08:00`)
      expect(opened >= deadline || now < deadline).toBe(true)
    }),
  )
})
