/** The public pages on Workers: from the first page on, every link leads to an answer, under the same policy as on Node. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { SEED_FILES, WEEK } from '../../../seeds/parties.ts'
import { type Cloud, startCloud, type Told } from './cloud.ts'
import { enrol } from './enrol.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const CONTRACT = 'water-section-quality'
const seeds = resolve(import.meta.dirname, '../../../seeds')
/** Reached from the first page by links alone. */
const REACHED = ['/releases', '/rivers', '/contracts', '/verify', '/about', '/releases.atom'] as const

await describeWorkerd('the public pages of the Worker', () => {
  let cloud: Cloud
  let id: string
  beforeAll(async () => {
    cloud = await startCloud()
    await enrol(cloud)
    for (const { party, file, mediaType } of SEED_FILES) {
      const bytes = readFileSync(resolve(seeds, file))
      await cloud.client(cloud.sides[party].agency).submit({ contract: CONTRACT, bytes, mediaType, at: WEEK.end })
    }
    const draft = await cloud.client(cloud.sides.cq.operator).consult({ period: WEEK })
    for (const party of PARTIES) await cloud.client(cloud.sides[party].reviewer).agree(draft.id)
    for (const party of PARTIES) await cloud.client(cloud.sides[party].signatory).signRelease(draft.id)
    id = draft.id
  })
  afterAll(() => cloud?.close())

  const html = { headers: { accept: 'text/html' } }
  const isPage = (told: Told) => told.header('content-type')?.startsWith('text/html') === true

  /** The paths of this origin that a page links to or loads, without those for people signed in, and proof bundles, which have tests of their own. */
  function links(path: string, text: string): string[] {
    return [...text.matchAll(/\s(?:href|src)="([^"#]+)/g)].flatMap(([, found = '']) => {
      const url = new URL(found.replaceAll('&amp;', '&'), `${cloud.origin}${path}`)
      const ours = url.origin === cloud.origin && !/^\/(?:desk|sandbox)\b|\/proof$/.test(url.pathname)
      return ours ? [url.pathname + url.search] : []
    })
  }

  test('lead to one another without a dead link, and none may run what is not ours', async () => {
    const waiting = ['/']
    const seen = new Set(waiting)
    const read = new Map<string, Told>()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const told = await cloud.fetch(read.size % 2 === 0 ? 'first' : 'second', path, html)
      read.set(path, told)
      if (!isPage(told)) continue
      expect(told.header('content-security-policy'), path).toContain("default-src 'none'")
      for (const next of links(path, told.text)) {
        if (seen.has(next)) continue
        seen.add(next)
        waiting.push(next)
      }
    }
    expect([...read].flatMap(([path, { status }]) => (status < 400 ? [] : [`${status} ${path}`]))).toEqual([])
    expect(read.size).toBeGreaterThan(40)
    for (const path of REACHED) expect([...seen]).toContain(path)
    expect([...seen].some((path) => path.startsWith(`/releases/${id}`))).toBe(true)
  })

  test('show the release that both have signed, in either language, on paper-white and by the feed', async () => {
    const zh = await cloud.fetch('first', `/releases/${id}`, html)
    const en = await cloud.fetch('second', `/releases/${id}?lang=en`, html)
    for (const { text } of [zh, en]) expect(text).toContain('朱沱')
    expect(zh.text).toContain('lang="zh')
    expect(en.text).toContain('lang="en')
    const feed = JSON.parse((await cloud.fetch('second', '/v1/feed')).text)
    expect(JSON.stringify(feed)).toContain(id)
    expect((await cloud.fetch('first', '/releases.atom')).text).toContain(id)
  })

  test('of what is not there say so as a page, and as a problem to programs', async () => {
    const page = await cloud.fetch('first', '/releases/none', html)
    expect([page.status, isPage(page)]).toEqual([404, true])
    const problem = await cloud.fetch('second', '/v1/releases/none')
    expect([problem.status, JSON.parse(problem.text).status]).toEqual([404, 404])
  })
})
