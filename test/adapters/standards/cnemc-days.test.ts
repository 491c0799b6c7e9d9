/** The classes the national publisher printed, computed again from its unrounded figures and the register's water bodies. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseItemHeader } from '../../../adapters/standards/items.ts'
import { assess, parseClass } from '../../../adapters/standards/water.ts'
import { SECTIONS_2026_11, sectionIndex } from '../../../contracts/registry/index.ts'
import { GB3838_2002 } from '../../../contracts/standards/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import type { Result, WaterClass, WaterItem } from '../../../contracts/water-section-quality/record.ts'
import { describeShared, sharedPath } from '../../shared.ts'

interface Row {
  readonly party: PartyId
  readonly section: string
  readonly river: string | undefined
  readonly published: WaterClass | null | undefined
  readonly results: Partial<Record<WaterItem, Result>>
}

const index = sectionIndex(SECTIONS_2026_11)
const text = (cell: string | null | undefined) => (cell ?? '').replace(/<[^>]*>/g, '')

interface Day {
  readonly thead: readonly string[]
  readonly tbody: readonly (readonly (string | null)[])[]
}

function rowsOf(day: string): Row[] {
  const { thead, tbody }: Day = JSON.parse(readFileSync(sharedPath('data/water-cnemc-json', `${day}.json`), 'utf8'))
  const items = thead.map((header) => parseItemHeader(text(header)))
  return tbody.map((cells): Row => {
    const results: Partial<Record<WaterItem, Result>> = {}
    items.forEach((header, at) => {
      const raw = /原始值：([\d.]+)/.exec(cells[at] ?? '')?.[1]
      if (header && raw !== undefined) {
        results[header.item] = {
          qualifier: null,
          reported: text(cells[at]),
          unit: header.unit ?? '',
          value: Number(raw),
        }
      }
    })
    return {
      party: cells[0] === '四川省' ? 'sc' : 'cq',
      section: text(cells[2]),
      river: /所属河流:([^']+)/.exec(cells[2] ?? '')?.[1],
      published: parseClass(text(cells[4])),
      results,
    }
  })
}

const computed = ({ party, section, results }: Row, waterBody?: 'river' | 'lake') => {
  const found = index.resolve({ party, name: section })
  if (!('section' in found)) throw new Error(`${section} is not in the register`)
  return assess(results, waterBody ?? found.section.waterBody, GB3838_2002).computed
}

describeShared('national automatic stations', () => {
  test.each([
    ['2020-05-08', 133, 108],
    ['2021-04-05', 6, 5],
  ])('%s: every published class is the one computed', (day, all, classed) => {
    const rows = rowsOf(day)
    expect(rows).toHaveLength(all)
    const withClass = rows.filter((row) => row.published !== null)
    expect(withClass).toHaveLength(classed)
    for (const row of withClass) expect(computed(row), row.section).toBe(row.published)
  })

  test('every row’s section is the sender’s own, on the river the publisher names', () => {
    for (const row of [...rowsOf('2020-05-08'), ...rowsOf('2021-04-05')]) {
      const found = index.resolve({ party: row.party, name: row.section })
      expect(found, row.section).toMatchObject({ section: { party: row.party } })
      if (row.river !== undefined && 'section' in found) expect(index.riverName(found.section)).toBe(row.river)
    }
  })

  test('the register says lake only where the published class fits the limits of lakes', () => {
    const lakes = rowsOf('2020-05-08').filter((row) => {
      const found = index.resolve({ party: row.party, name: row.section })
      return 'section' in found && found.section.waterBody === 'lake'
    })
    expect(lakes.map(({ section }) => section)).toEqual([
      '玉滩水库',
      '鲁班岛',
      '升钟水库铁炉寺',
      '礼板湾(王妃岛)',
      '邛海湖心',
    ])
    for (const row of lakes) expect(computed(row, 'lake'), row.section).toBe(row.published)
    const lakesOnly = lakes.filter((row) => computed(row, 'river') !== row.published)
    expect(lakesOnly.map(({ section }) => section)).toEqual(['鲁班岛'])
  })
})
