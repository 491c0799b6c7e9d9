import { describe, expect, test } from 'vitest'
import { ALL_RELEASES, filtered, PER_PAGE, printFilter, readFilter } from '../../../gateway/portal/release-filter.ts'
import { releasesPage } from '../../../gateway/portal/release-list.ts'
import type { ReleaseItem } from '../../../gateway/portal/view.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/releases' } as const

function item(id: string, parts: Partial<ReleaseItem> = {}): ReleaseItem {
  return {
    id,
    type: 'daily-air-forecast',
    title: { zh: `预报 ${id}`, en: `Forecast ${id}` },
    period: { start: '2026-11-16T00:00:00+08:00', end: '2026-11-19T00:00:00+08:00' },
    publishedAt: '2026-11-15T08:00:00.000Z',
    supersededBy: null,
    supersedes: null,
    ...parts,
  }
}

const RELEASES = [
  item('air-2', { supersedes: 'air-1' }),
  item('air-1', { supersededBy: 'air-2' }),
  item('water-1', { type: 'weekly-water-bulletin' }),
  // Began in the last hours of 2025 by UTC, and on 1 January by the clock of the release.
  item('water-0', {
    type: 'weekly-water-bulletin',
    period: { start: '2026-01-01T00:00:00+08:00', end: '2026-01-08T00:00:00+08:00' },
  }),
  item('old', { period: { start: '2025-12-29T00:00:00+08:00', end: '2026-01-01T00:00:00+08:00' } }),
]
const ids = (list: readonly ReleaseItem[]) => list.map(({ id }) => id)

describe('a filter', () => {
  test.each([
    [{}, ['air-2', 'air-1', 'water-1', 'water-0', 'old']],
    [{ product: 'weekly-water-bulletin' }, ['water-1', 'water-0']],
    [{ year: '2025' }, ['old']],
    [{ year: '2026', product: 'daily-air-forecast' }, ['air-2', 'air-1']],
    [{ current: '1' }, ['air-2', 'water-1', 'water-0', 'old']],
    [
      { product: 'nonsense', year: '20x6', current: 'yes', page: '-1' },
      ['air-2', 'air-1', 'water-1', 'water-0', 'old'],
    ],
  ] as [Record<string, string>, string[]][])('of %j', (query, wanted) => {
    expect(
      ids(
        filtered(
          RELEASES,
          readFilter((name) => query[name]),
        ),
      ),
    ).toEqual(wanted)
  })

  test('is printed as the query that asks for it', () => {
    expect(printFilter(ALL_RELEASES)).toBe('')
    const query = 'product=daily-air-forecast&year=2026&current=1&page=3'
    const asked = new URLSearchParams(query)
    expect(printFilter(readFilter((name) => asked.get(name) ?? undefined))).toBe(query)
  })
})

describe('the list', () => {
  test('is a form that asks by address alone, and shows what was asked', async () => {
    const filter = { product: 'weekly-water-bulletin', year: 2026, current: true, page: 1 } as const
    const page = await read(releasesPage({ releases: RELEASES, filter, sandbox: false }, zh))
    expect(page.tags.find(({ name }) => name === 'form')?.attributes).toMatchObject({
      method: 'get',
      action: '/releases',
    })
    const selected = page.tags
      .filter(({ attributes }) => 'selected' in attributes)
      .map(({ attributes }) => attributes.value)
    expect(selected).toEqual(['weekly-water-bulletin', '2026'])
    expect(page.tags.some(({ attributes }) => attributes.name === 'current' && 'checked' in attributes)).toBe(true)
    expect(page.within('class', 'releases')).toContain('water-1')
    expect(page.within('class', 'releases')).not.toContain('air-2')
  })

  test('marks what was corrected and what corrects', async () => {
    const page = await read(releasesPage({ releases: RELEASES, sandbox: false }, zh))
    expect(page.each('li').some((text) => /已被更正 见 air-2$/.test(text))).toBe(true)
    expect(page.each('li').some((text) => /更正 取代 air-1$/.test(text))).toBe(true)
  })

  test('says that none fits, with a way back', async () => {
    const filter = { ...ALL_RELEASES, year: 1999 }
    const page = await read(releasesPage({ releases: RELEASES, filter, sandbox: false }, zh))
    expect(page.within('id', 'main')).toContain('没有符合条件的发布')
    expect(page.tags.some(({ attributes }) => attributes.href === '/releases')).toBe(true)
  })

  test('goes on a page at a time, each light enough', async () => {
    const many = Array.from({ length: PER_PAGE * 2 + 1 }, (_, at) => item(`air-${at}`))
    const open = (page: number) =>
      read(releasesPage({ releases: many, filter: { ...ALL_RELEASES, page }, sandbox: false }, zh))
    const [first, last] = [await open(1), await open(3)]
    expect(first.within('role', 'status')).toBe(`共 121 期，显示第 1–60 期。`)
    expect(first.tags.some(({ attributes }) => attributes.href === '/releases?page=2')).toBe(true)
    expect(last.within('role', 'status')).toBe('共 121 期，显示第 121–121 期。')
    expect(Buffer.byteLength(first.source)).toBeLessThan(100_000)
  })

  test('links the feed in its head and on the page', async () => {
    const { tags } = await read(releasesPage({ releases: RELEASES, sandbox: false }, zh))
    const feeds = tags.filter(({ attributes }) => attributes.href === '/releases.atom')
    expect(feeds.map(({ name }) => name)).toEqual(['link', 'a'])
    expect(feeds[0]?.attributes.type).toBe('application/atom+xml')
  })
})
