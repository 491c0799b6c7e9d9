import { describe, expect, test } from 'vitest'
import { homePage, releasesPage, STALE_DAYS } from '../../../gateway/portal/index.ts'
import { home } from './fixture.ts'
import { read } from './read.ts'

const zh = { lang: 'zh', path: '/' } as const
const DAY = 86_400_000
const END = Date.parse('2026-11-23T00:00:00+08:00')

describe('the home page', () => {
  test('gives the newest answer before anything else', async () => {
    const page = await read(homePage(home(), zh))
    const main = page.within('id', 'main')
    expect(main.indexOf('28 个有结果')).toBeLessThan(main.indexOf('历次发布'))
    expect(page.tags.some(({ attributes }) => attributes.href === '/releases/water-2026-W47')).toBe(true)
  })

  test('says the newest is stale once its period ended more than 14 days ago, and not before', async () => {
    const at = async (now: number) => (await read(homePage(home({ now }), zh))).text
    expect(STALE_DAYS).toBe(14)
    expect(await at(END + 14 * DAY)).not.toContain('可能已过时')
    expect(await at(END + 15 * DAY)).toContain('结束于 15 天前')
  })

  test('says that nothing was released, without a figure', async () => {
    const main = (await read(homePage(home({ latest: null }), zh))).within('id', 'main')
    expect(main).toContain('还没有发布')
    expect(main).not.toMatch(/\d/)
  })

  test('lists releases with what replaced what', async () => {
    const page = await read(releasesPage(home(), { lang: 'en', path: '/releases' }))
    const items = page.each('li')
    expect(items.some((text) => /corrected\s+see water-2026-W46-2/.test(text))).toBe(true)
    expect(items.some((text) => /correction\s+replaces water-2026-W46$/.test(text))).toBe(true)
  })

  test('says how to verify and what is open', async () => {
    const page = await read(homePage(home(), zh))
    expect(page.text).toContain('npx chuanyu verify water-2026-W47.bundle.json --trust trust.json')
    const links = page.tags.map(({ attributes }) => attributes.href)
    for (const link of ['/v1/contracts', '/v1/registry', '/v1/ledger/checkpoint']) expect(links).toContain(link)
  })
})
