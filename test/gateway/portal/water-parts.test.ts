import { describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import type { WaterClass } from '../../../contracts/water-section-quality/record.ts'
import { homePage, releasePage } from '../../../gateway/portal/index.ts'
import { releaseLinks } from '../../../gateway/portal/links.ts'
import { layoutOf } from '../../../gateway/portal/water-parts/layout-of.ts'
import { waterPartPage } from '../../../gateway/portal/water-parts/page.ts'
import { partsOf } from '../../../gateway/portal/water-parts/split.ts'
import type { WaterBulletin } from '../../../gateway/release/bulletin-types.ts'
import { CONSULTATION_LIMITS } from '../../../gateway/release/consultation/limits.ts'
import { bulletin, home, release, river, type SectionParts, section } from './fixture.ts'
import { read } from './read.ts'

const LANGS = ['zh', 'en'] as const
const COUNT = 155

/** A week of so many sections over so many rivers; every fourth at the boundary, some without a result, `missing` of them off target. */
function big(count: number, rivers: number, missing: (at: number) => boolean = (at) => at % 9 === 0): WaterBulletin {
  const sections = Array.from({ length: count }, (_, at): SectionParts => {
    const none = at % 11 === 5
    const found: WaterClass | null = none ? null : missing(at) ? 5 : 2
    const party: PartyId = at % 2 === 0 ? 'sc' : 'cq'
    return {
      name: `某某大桥断面${at}`,
      party,
      river: rivers === 0 ? null : `某某河${at % rivers}`,
      order: Math.floor(at / Math.max(rivers, 1)) + 1,
      class: found,
      target: 3,
      ...(none ? { gap: 'station-maintenance' } : {}),
      ...(at % 4 === 0
        ? { transboundary: true, border: 'sc-cq', from: '资阳市安岳县、遂宁市安居区', to: '潼南区' }
        : {}),
    }
  }).map(section)
  const rated = Array.from({ length: rivers }, (_, at) => river(`某某河${at}`, `Mou-mou River ${at}`, sections))
  return bulletin({}, sections, rated)
}

const pageOf = (found: WaterBulletin, lang: 'zh' | 'en' = 'zh') =>
  read(releasePage(release({ bulletin: found }), { lang, path: '/releases/x' }))
const partPages = (found: WaterBulletin, lang: 'zh' | 'en' = 'zh') => {
  const parts = partsOf(found)
  return Promise.all(
    parts.map((part) =>
      read(
        waterPartPage(
          { view: release({ bulletin: found }), part, count: parts.length },
          { lang, path: `/releases/x/sections/${part.number}` },
        ),
      ),
    ),
  )
}
const bytes = ({ source }: { readonly source: string }) => Buffer.byteLength(source)

/** From a river a section to one river for all, with and without rivers. */
const SHAPES: readonly (readonly [rivers: number, missing: ((at: number) => boolean) | undefined])[] = [
  ...[0, 1, 4, 20, 31, 70, COUNT].map((rivers) => [rivers, undefined] as const),
  [20, () => true],
  [COUNT, () => true],
]

describe.each(LANGS)('155 sections in %s', (lang) => {
  test.each(SHAPES)(
    'over %i rivers stay under 100 KB on every page, in large type as well',
    async (rivers, missing) => {
      const found = big(COUNT, rivers, missing)
      expect(bytes(await pageOf(found, lang))).toBeLessThan(100_000)
      for (const page of await partPages(found, lang)) expect(bytes(page)).toBeLessThan(100_000)
      expect(
        bytes(await read(homePage(home({ latest: release({ bulletin: found }) }), { lang, path: '/' }))),
      ).toBeLessThan(100_000)
      const large = await read(releasePage(release({ bulletin: found }), { lang, path: '/releases/x', large: true }))
      expect(bytes(large)).toBeLessThan(100_000)
    },
    60_000,
  )

  test('or fewer, over few rivers or many, stay under 100 KB whatever the layout', async () => {
    const seen = new Set<string>()
    for (const count of [20, 30, 36, 40, 46, 54, 66, 90, 120]) {
      for (const rivers of [1, 8, Math.floor(count / 2)]) {
        const found = big(count, rivers)
        seen.add(layoutOf(found))
        expect(bytes(await pageOf(found, lang))).toBeLessThan(100_000)
      }
    }
    expect(seen).toEqual(new Set(['whole', 'drawn', 'listed']))
  }, 60_000)

  test('or so many that they just fit, with every word the two sides may write and every document they may seal, stay under 100 KB', async () => {
    const words = '会'.repeat(CONSULTATION_LIMITS.text)
    const attachments = Array.from({ length: 60 }, (_, at) => ({
      bytes: 1_000_000 + at,
      digest: 'ab'.repeat(32),
      mediaType: 'application/ofd',
      name: '件'.repeat(CONSULTATION_LIMITS.name),
    }))
    for (let count = 20; count <= 60; count += 1) {
      const supersedes = { id: 'water-2026-W46', digest: 'ab' }
      const found = { ...big(count, Math.floor(count / 3)), attachments, reason: words, statement: words, supersedes }
      const page = await pageOf(found, lang)
      expect(bytes(page), `${count} ${layoutOf(found)}`).toBeLessThan(100_000)
      expect(page.text).toContain(lang === 'zh' ? '另有 48 份' : '48 more documents')
    }
  }, 60_000)

  test('leave the page sooner for what the two sides write and seal beside them', () => {
    const words = '会'.repeat(CONSULTATION_LIMITS.text)
    const name = '件'.repeat(CONSULTATION_LIMITS.name)
    const sealed = Array.from({ length: 12 }, () => ({ bytes: 1, digest: 'ab', mediaType: 'application/ofd', name }))
    const firstParted = (more: Partial<WaterBulletin>): number => {
      for (let count = 20; count <= 60; count += 1)
        if (layoutOf({ ...big(count, 8), ...more }) !== 'whole') return count
      throw new RangeError('sixty sections stand whole on a page')
    }
    const plain = firstParted({})
    for (const more of [{ statement: words }, { reason: words }, { attachments: sealed }])
      expect(firstParted(more), Object.keys(more)[0]).toBeLessThan(plain)
  }, 60_000)

  test('corrected everywhere stay under 100 KB, and the rest of the changes is one click away', async () => {
    const found = big(COUNT, 31)
    const changes = found.sections.flatMap(({ id }) => [
      { section: id, member: 'class', from: '3', to: '2' },
      { section: id, member: 'means', from: '{"do":"8.8","tp":"0.131"}', to: '{"do":"8.8","tp":"0.062"}' },
    ])
    const supersedes = { id: 'water-2026-W46', digest: 'ab' }
    const page = await pageOf({ ...found, supersedes, reason: '重报', changes }, lang)
    expect(bytes(page)).toBeLessThan(100_000)
    // 310 changes, of which 60 are listed.
    expect(page.within('class', 'banner notice')).toContain(lang === 'zh' ? '另有 250 处更改' : '250 more changes')
    expect(page.tags.map(({ attributes }) => attributes.href)).toContain(releaseLinks(found.id).json)
  })
})

describe('a bulletin', () => {
  test('of 31 sections stays whole on one page, with drawings and table', async () => {
    expect(layoutOf(bulletin())).toBe('whole')
    const page = await pageOf(bulletin())
    expect(page.source).toContain('<table class="sections"')
    expect(page.source).not.toContain('/sections/1')
  })

  test('of more keeps its drawings and gives its table to pages by river, and of many more gives both', async () => {
    expect(layoutOf(big(47, 20))).toBe('drawn')
    const drawn = await pageOf(big(47, 20))
    expect(drawn.source).toContain('class="flow')
    expect(drawn.source).not.toContain('<table class="sections"')
    expect(layoutOf(big(COUNT, 31))).toBe('listed')
    const listed = await pageOf(big(COUNT, 31))
    expect(listed.source).not.toContain('class="flow')
  })

  test('loses no section on the way: each stands on the first page, and on one part with all its figures', async () => {
    for (const rivers of [0, 1, 31, COUNT]) {
      const found = big(COUNT, rivers)
      const ids = partsOf(found).flatMap(({ sections }) => sections.map(({ id }) => id))
      expect(ids).toHaveLength(COUNT)
      expect(new Set(ids).size).toBe(COUNT)
      const first = (await pageOf(found)).within('id', 'rivers')
      for (const { name } of found.sections) expect(first).toContain(name)
    }
    const found = big(COUNT, 31)
    const rows = (await partPages(found)).flatMap((page) => page.each('tr')).filter((row) => row.startsWith('某某大桥'))
    expect(rows).toHaveLength(COUNT)
    expect(rows.filter((row) => row.includes('0.062')).length).toBeGreaterThan(100)
  })

  test('answers first: misses and conflicts stand above rivers, and more misses than are named are counted', async () => {
    const found = big(COUNT, 31, () => true)
    const [one, ...rest] = found.sections
    if (!one) throw new TypeError('expected a section')
    const conflicting = { ...one, records: { ...one.records, conflicting: 3 } }
    const page = await pageOf({ ...found, sections: [conflicting, ...rest] })
    const missed = found.sections.filter(({ attains }) => attains === false).length
    expect(page.within('class', 'misses')).toContain(`另有 ${missed - 24} 个`)
    expect(page.within('class', 'conflicts')).toBe('双方记录不一致的断面 ：某某大桥断面0 (3)')
    expect(page.source.indexOf('class="misses"')).toBeLessThan(page.source.indexOf('id="rivers"'))
    expect(page.source.indexOf('class="conflicts"')).toBeLessThan(page.source.indexOf('id="rivers"'))
  })

  test('says nothing of conflicts where there are none', async () => {
    expect((await pageOf(bulletin())).source).not.toContain('class="conflicts"')
  })

  test('names on its first page what each part has, and links to it and back', async () => {
    const found = big(COUNT, 31)
    const parts = partsOf(found)
    expect(parts.length).toBeGreaterThan(2)
    const page = await pageOf(found)
    const links = page.tags.map(({ attributes }) => attributes.href)
    for (const { number } of parts) expect(links).toContain(`/releases/${found.id}/sections/${number}`)
    const listed = page.within('class', 'waterparts')
    expect(listed).toContain(`第 1 页，共 ${parts.length} 页`)
    for (const { title } of found.rivers) expect(listed).toContain(title.zh)
    const [first, second] = await partPages(found)
    const to = (one: typeof first) => one?.tags.map(({ attributes }) => attributes.href) ?? []
    expect(to(first)).toContain(`/releases/${found.id}`)
    expect(to(first)).toContain(`/releases/${found.id}/sections/2`)
    expect(to(second)).toContain(`/releases/${found.id}/sections/1`)
    expect(to(first).filter((one) => one?.endsWith('/sections/0'))).toEqual([])
  })

  test('keeps a river together where it has room, in flow order where it has not', () => {
    const parts = partsOf(big(COUNT, 31))
    for (const { rivers, sections } of parts) {
      for (const { title } of rivers) {
        expect(sections.filter((one) => one.river === title.zh)).toHaveLength(5)
      }
    }
    const long = partsOf(big(COUNT, 1)).flatMap(({ sections }) => sections.map(({ order }) => order))
    expect(long).toEqual(long.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  })
})
