import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeLines } from '../../../gateway/portal/change-lines.ts'
import { href, integer, plural } from '../../../gateway/portal/lang.ts'
import { textWidth, wrapText } from '../../../gateway/portal/text-width.ts'
import { localTime, periodDays, utcTime } from '../../../gateway/portal/time.ts'

describe('times', () => {
  test('are local to Asia/Shanghai, with the day that is there', () => {
    expect(localTime('2026-11-22T16:05:59Z', 'zh')).toBe('2026年11月23日 00:05')
    expect(localTime('2026-12-31T23:30:00+08:00', 'en')).toBe('31 Dec 2026, 23:30')
  })

  test('are given in UTC to the second', () => {
    expect(utcTime('2026-11-23T00:00:00.999+08:00')).toBe('2026-11-22T16:00:00Z')
  })

  test.each([
    ['2026-11-16T00:00:00+08:00', '2026-11-23T00:00:00+08:00', '2026年11月16日至22日', '16–22 Nov 2026'],
    ['2026-11-30T00:00:00+08:00', '2026-12-07T00:00:00+08:00', '2026年11月30日至12月6日', '30 Nov – 6 Dec 2026'],
    [
      '2026-12-28T00:00:00+08:00',
      '2027-01-04T00:00:00+08:00',
      '2026年12月28日至2027年1月3日',
      '28 Dec 2026 – 3 Jan 2027',
    ],
    ['2026-11-16T00:00:00+08:00', '2026-11-17T00:00:00+08:00', '2026年11月16日', '16 Nov 2026'],
  ])('of a period from %s to %s', (start, end, zh, en) => {
    expect(periodDays({ start, end }, 'zh')).toBe(zh)
    expect(periodDays({ start, end }, 'en')).toBe(en)
  })

  test('that are none are shown as they are', () => {
    expect(localTime('soon', 'zh')).toBe('soon')
    expect(utcTime('soon')).toBe('soon')
  })
})

describe('numbers and links', () => {
  test('thousands are separated', () => {
    expect([0, 999, 1000, 1234567].map(integer)).toEqual(['0', '999', '1,000', '1,234,567'])
    expect([plural(1, 'section'), plural(2, 'section')]).toEqual(['1 section', '2 sections'])
  })

  test('links stay on the site and keep the language', () => {
    expect(href('/releases', 'en')).toBe('/releases?lang=en')
    expect(href('/releases', 'zh')).toBe('/releases')
    expect(href('/credit', 'en', 'q=7')).toBe('/credit?q=7&lang=en')
    expect(href('/credit', 'zh', 'q=7')).toBe('/credit?q=7')
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(new URL(href(path, 'en'), 'https://gateway.example').host).toBe('gateway.example')
      }),
    )
  })
})

describe('text in drawings', () => {
  test('a Chinese character is one em wide, a Latin letter less', () => {
    expect(textWidth('朱沱', 15)).toBe(30)
    expect(textWidth('ab', 10)).toBeLessThan(20)
  })

  test('wraps within its width and lines, and marks what was cut', () => {
    expect(wrapText('黎家乡崔家岩村', 10, 40, 2)).toEqual(['黎家乡崔', '家岩村'])
    expect(wrapText('黎家乡崔家岩村上游段', 10, 40, 2)).toEqual(['黎家乡崔', '家岩村…'])
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        (text, lines) => {
          const found = wrapText(text, 10, 40, lines)
          expect(found.length).toBeLessThanOrEqual(lines)
          if (found.at(-1)?.endsWith('…') !== true) expect(found.join('')).toBe(text)
        },
      ),
    )
  })
})

describe('the lines of a change', () => {
  test('have the unit of each figure, in words where it has none', () => {
    const change = {
      section: '朱沱',
      member: 'means',
      from: '{"pH":"8.1","turbidity":"29.3"}',
      to: '{"pH":"8.0","turbidity":"21.3"}',
    }
    expect(changeLines(change, 'zh').map(({ what }) => what)).toEqual(['均值 · pH（无量纲）', '均值 · 浊度（NTU）'])
    expect(changeLines(change, 'en').map(({ what }) => what)).toEqual(['Mean · pH (no unit)', 'Mean · Turbidity (NTU)'])
  })

  test('name each figure that differs, and no other', () => {
    const change = {
      section: 'a',
      member: 'means',
      from: '{"do":"8.8","tp":"0.131"}',
      to: '{"do":"8.8","nh3n":"0.2","tp":"0.062"}',
    }
    expect(changeLines(change, 'zh')).toEqual([
      { what: '均值 · 总磷（mg/L）', from: '0.131', to: '0.062' },
      { what: '均值 · 氨氮（mg/L）', from: '无', to: '0.2' },
    ])
  })

  test('read classes, reasons, pollutants and gaps in words', () => {
    const line = (member: string, from: unknown, to: unknown) =>
      changeLines({ section: null, member, from: JSON.stringify(from), to: JSON.stringify(to) }, 'en')
    expect(line('class', null, 6)).toEqual([{ what: 'Class', from: 'None', to: 'worse than class Ⅴ' }])
    expect(line('gap', 'no-record', null)).toEqual([{ what: 'Gap', from: 'no record', to: 'None' }])
    expect(line('pollutants', [{ item: 'tp', title: { en: 'Total phosphorus' }, multiple: '0.3' }], [])).toEqual([
      { what: 'Main pollutants', from: 'Total phosphorus(0.3)', to: 'None' },
    ])
    expect(line('coverage', { gaps: [{ section: 'cq-甲' }], share: '90.0' }, { gaps: [], share: '90.0' })).toEqual([
      { what: 'Coverage · missing sections', from: 'cq-甲', to: 'None' },
    ])
    expect(
      line(
        'rivers',
        [{ title: { en: 'A' }, rating: { en: 'Good' } }],
        [{ title: { en: 'A' }, rating: { en: 'Excellent' } }],
      ),
    ).toEqual([{ what: 'River rating · A', from: 'Good', to: 'Excellent' }])
    expect(line('section', null, { id: 'a' })).toEqual([{ what: 'Section', from: 'not listed', to: 'listed' }])
  })

  test('survive anything that may stand in a change', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('class', 'means', 'rivers', 'summary', 'pollutants', 'x'),
        fc.json(),
        fc.string(),
        (member, from, to) => {
          for (const line of changeLines({ section: null, member, from, to }, 'zh')) {
            expect([...line.from].length).toBeLessThanOrEqual(80)
          }
        },
      ),
    )
  })
})
