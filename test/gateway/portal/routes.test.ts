import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Calls, callsOf } from '../http/calls.ts'
import { playWeek } from '../week.ts'
import { MONDAY, openWorld, type World } from '../world.ts'

let world: World
let calls: Calls
let id: string

beforeAll(async () => {
  world = await openWorld()
  calls = callsOf(world)
  await playWeek(world)
  id = (await world.publish(MONDAY)).id.slice('release/'.length)
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

async function page(path: string, status = 200): Promise<string> {
  const answer = await calls.get(path)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('set-cookie')).toBeNull()
  const text = await answer.text()
  expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i)
  return text
}

describe('the pages', () => {
  test('say on the first what was released, in both languages', async () => {
    expect(await page('/')).toContain(`/releases/${id}`)
    expect(await page('/?lang=en')).toContain('<html lang="en"')
    expect(await page('/')).toContain('<html lang="zh-CN"')
  })

  test('of an empty gateway are pages all the same', async () => {
    const empty = await openWorld({ unsigned: true })
    const to = callsOf(empty)
    for (const path of ['/', '/releases', '/credit', '/credit?q=ab', '/standards/comparison', '/errors', '/?lang=en'])
      expect((await to.get(path)).status).toBe(200)
    expect(to.failures).toEqual([])
    await empty.close()
  })

  test('of a release name its digest, both signers and how to verify it', async () => {
    for (const lang of ['zh', 'en']) {
      const text = await page(`/releases/${id}?lang=${lang}`)
      const { digest } = JSON.parse(await (await calls.get(`/v1/releases/${id}`)).text())
      expect(text).toContain(digest)
      expect(text).toContain('chuanyu verify')
      expect(text).toContain(`/v1/releases/${id}/proof`)
    }
  })

  test('link to nothing that is not there', async () => {
    const seen = new Set<string>()
    for (const path of [
      '/',
      '/releases',
      `/releases/${id}`,
      '/credit',
      '/standards/comparison',
      '/errors',
      '/errors/truncated',
    ]) {
      for (const [, link = ''] of (await page(path)).matchAll(/(?:href|src)="([^"#]+)/g))
        seen.add(link.replaceAll('&amp;', '&'))
    }
    const own = [...seen].filter((link) => link.startsWith('/'))
    expect(own.length).toBeGreaterThan(10)
    for (const link of own) expect({ link, status: (await calls.get(link)).status }).toEqual({ link, status: 200 })
  })

  test('say 404 for what is not, without echoing what could be run', async () => {
    for (const path of ['/releases/nothing', '/releases/__proto__', '/assets/nothing.css', '/errors/nothing']) {
      await page(path, 404)
    }
    await page('/releases/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404)
    await page('/?lang=%22%3E%3Cscript%3E')
  })

  test('keep their static files for ever, by names that follow the content', async () => {
    const [, style = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(await page('/')) ?? []
    const answer = await calls.get(style)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })
})
