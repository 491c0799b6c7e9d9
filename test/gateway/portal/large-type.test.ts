import { raw } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { PORTAL_ASSETS, releasePage, releasesPage } from '../../../gateway/portal/index.ts'
import { isLarge, keepLargeType } from '../../../gateway/portal/large-type.ts'
import { LARGE_STYLE, LARGE_STYLE_PATH, LARGER, STYLE, STYLE_PATH } from '../../../gateway/portal/style.ts'
import { home, release } from './fixture.ts'
import { read } from './read.ts'

const path = '/releases/x'
const large = { lang: 'en', path, large: true } as const
const links = async (options: Parameters<typeof releasePage>[1]) =>
  (await read(releasePage(release(), options))).tags.filter(({ name }) => name === 'a')

describe('large type', () => {
  test('is asked for by one word, and by no other', () => {
    expect(['large', 'LARGE', 'x', '', undefined].map(isLarge)).toEqual([true, false, false, false, false])
  })

  test('goes along in every link to a page of ours, with the language and the place on the page', async () => {
    for (const { attributes } of await links(large)) {
      const { href = '', class: kind } = attributes
      if (kind === 'size') expect(href).toBe('/releases/x?lang=en')
      else if (/^\/(?:v1\/|releases\.atom)/.test(href)) expect(href).not.toContain('size')
      else if (href.startsWith('/')) expect(href, href).toContain('size=large')
      else expect(href).toMatch(/^#/)
    }
  })

  test('is one click away, and one click back', async () => {
    const to = (await links({ lang: 'zh', path })).find(({ attributes }) => attributes.class === 'size')
    expect(to?.attributes.href).toBe('/releases/x?size=large')
    const back = (await links({ lang: 'zh', path, large: true })).find(({ attributes }) => attributes.class === 'size')
    expect(back?.attributes.href).toBe('/releases/x')
  })

  test('goes along in forms', async () => {
    const page = await read(releasesPage(home(), { lang: 'zh', path: '/releases', large: true }))
    expect(page.tags.some(({ attributes }) => attributes.name === 'size' && attributes.value === 'large')).toBe(true)
  })

  test('changes nothing else, and nothing where it is not asked for', async () => {
    const plain = (await read(releasePage(release(), { lang: 'zh', path }))).source
    expect(plain).toContain(STYLE_PATH)
    expect(plain.match(/size=large/g)).toHaveLength(1)
    const other = (await read(releasePage(release(), { lang: 'zh', path, large: true }))).text
    expect(other.replace('标准字号', '大字版')).toBe((await read(releasePage(release(), { lang: 'zh', path }))).text)
  })

  test('does not touch what only looks like a link in a text', async () => {
    const text = await keepLargeType(raw('&lt;a href=&quot;/x&quot;&gt;'))
    expect(String(text)).toBe('&lt;a href=&quot;/x&quot;&gt;')
  })
})

describe('its style sheet', () => {
  test('is served beside the other, and is the same but for its size and the widths at which layouts give way', () => {
    expect(PORTAL_ASSETS.get(LARGE_STYLE_PATH)?.body).toBe(LARGE_STYLE)
    const widths = (sheet: string) =>
      [...sheet.matchAll(/\((?:max|min)-width:([\d.]+)rem\)/g)].map(([, rem]) => Number(rem))
    expect(widths(LARGE_STYLE)).toEqual(widths(STYLE).map((rem) => Number((rem * LARGER).toFixed(2))))
    expect(widths(STYLE).length).toBeGreaterThan(5)
    expect(LARGE_STYLE).toContain('@media screen{html{font-size:138.13%}}')
  })
})
