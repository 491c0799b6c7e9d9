import { describe, expect, test } from 'vitest'
import { MODULES } from '../../../gateway/portal/browser/generated/modules.js'
import { type Lang, PORTAL_ASSETS, signInPage } from '../../../gateway/portal/index.ts'
import { SIGN_IN } from '../../../gateway/portal/words/sign-in.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { openWorld } from '../world.ts'
import { read } from './read.ts'

const ORIGIN = 'https://gateway.test'
const open = (lang: Lang, sandbox = true) =>
  read(signInPage({ origin: ORIGIN, sandbox }, { lang, path: '/desk/sign-in' }))

describe.each(['zh', 'en'] as const)('the page for signing in, in %s', (lang) => {
  test('runs its own module and nothing else, and styles nothing inline', async () => {
    const { tags } = await open(lang)
    const scripts = tags.filter(({ name }) => name === 'script')
    expect(scripts.map(({ attributes }) => attributes.type)).toEqual(['module'])
    expect(PORTAL_ASSETS.get(scripts[0]?.attributes.src ?? '')?.type).toBe('text/javascript; charset=utf-8')
    for (const { name, attributes } of tags) {
      expect(['style', 'iframe', 'object', 'embed', 'base', 'form']).not.toContain(name)
      for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$/i)
    }
  })

  test('has every element its module asks for, once', async () => {
    const { tags } = await open(lang)
    const ids = tags.flatMap(({ attributes: { id } }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const asked = [...MODULES['sign-in-page'].matchAll(/(?:element|show|write|press|getElementById)\('([\w-]+)'/g)]
    expect(asked.length).toBeGreaterThan(15)
    for (const [, id = ''] of asked) expect(ids).toContain(id)
  })

  test('says its words, and says in plain words why it needs scripts', async () => {
    const { text, tags, source } = await open(lang)
    for (const words of Object.values(SIGN_IN)) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).toMatch(/^[ -~]+$/)
      expect(text).toContain(words[lang])
    }
    expect(tags.some(({ name }) => name === 'noscript')).toBe(true)
    expect(source).not.toMatch(/undefined|NaN|\[object/)
    expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1)
  })

  test('names each field and section', async () => {
    const { tags } = await open(lang)
    const ids = new Set(tags.map(({ attributes: { id } }) => id))
    for (const { name, attributes } of tags) {
      if (attributes['aria-labelledby']) expect(ids).toContain(attributes['aria-labelledby'])
      if (name === 'input') expect(tags.some((tag) => tag.attributes.for === attributes.id)).toBe(true)
      if (name === 'button') expect(attributes.type).toBe('button')
    }
  })

  test('takes sample keys in a sandbox only', async () => {
    const has = async (sandbox: boolean) =>
      (await open(lang, sandbox)).tags.some(({ attributes: { id } }) => id === 'key-file')
    expect([await has(true), await has(false)]).toEqual([true, false])
  })
})

describe('over HTTP', () => {
  test('is there for anybody, may run scripts of this origin, and keeps where one meant to go', async () => {
    const world = await openWorld({ unsigned: true })
    const calls: Calls = callsOf(world)
    const answer = await calls.get('/desk/sign-in?to=%2Fdesk%2Fc-1%3Fday%3D2')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const text = await answer.text()
    expect(text).toContain('/desk/sign-in?to=%2Fdesk%2Fc-1%3Fday%3D2&amp;lang=en')
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(text) ?? []
    const module = await calls.get(script)
    expect(module.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(module.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(module.headers.get('x-content-type-options')).toBe('nosniff')
    const evil = await (await calls.get('/desk/sign-in?to=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).text()
    expect(evil).not.toContain('<script>alert')
    expect(calls.failures).toEqual([])
    await world.close()
  })
})
