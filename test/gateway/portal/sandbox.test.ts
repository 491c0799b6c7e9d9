/** The sandbox's people: served to anybody on this machine by a sandbox that has some, and by nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { createApp } from '../../../gateway/app.ts'
import { samplePeople, sandboxKeys } from '../../../gateway/cli/sandbox/keys.ts'
import type { GatewayConfig } from '../../../gateway/gateway.ts'
import { importPrivateJwk } from '../../../gateway/identity/jwk.ts'
import { sandboxPage } from '../../../gateway/portal/sandbox-page.ts'
import type { SamplePerson } from '../../../gateway/ports.ts'
import { newFolder } from '../../e2e/sandbox.ts'
import { openWorld, type World } from '../world.ts'
import { read } from './read.ts'

const LOCAL = 'http://127.0.0.1:8787'
const folder = newFolder()
let world: World
let people: readonly SamplePerson[]

beforeAll(async () => {
  world = await openWorld()
  people = samplePeople(sandboxKeys(folder.path))
})
afterAll(async () => {
  await world.close()
  folder.remove()
})

interface Asking {
  readonly config?: Partial<GatewayConfig>
  readonly people?: readonly SamplePerson[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A gateway with these people answers a request for a path. */
async function ask(path: string, { config, people: given = people, headers = {} }: Asking = {}): Promise<Response> {
  const gateway = { ...world.gateway, people: given, config: { ...world.gateway.config, origin: LOCAL, ...config } }
  return createApp(gateway).request(gateway.config.origin + path, {
    headers: { host: new URL(gateway.config.origin).host, ...headers },
  })
}

describe('the people of a sandbox', () => {
  test('are its posts on both sides, and no machine', () => {
    for (const party of PARTIES) {
      const roles = people.filter((one) => one.party === party).flatMap((one) => one.roles)
      for (const role of ['operator', 'reviewer', 'signatory']) expect(roles).toContain(role)
      expect(roles).not.toContain('agency')
    }
  })

  test('are each a click away, and their keys are those of the folder', async () => {
    for (const lang of ['zh', 'en']) {
      const answer = await ask(`/sandbox?lang=${lang}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
      const page = await answer.text()
      for (const { name } of people) expect(page).toContain(`data-act-as="${name}"`)
      expect(page).not.toContain('"d"')
    }
    const keys = sandboxKeys(folder.path)
    for (const { name } of people) {
      const answer = await ask(`/sandbox/keys/${name}`)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      const { jwk } = JSON.parse(await answer.text())
      expect(importPrivateJwk(jwk).kid).toBe(keys.holder(name).key.kid)
    }
  })

  test('are reached from the home page and the page for signing in', async () => {
    for (const path of ['/', '/desk/sign-in']) {
      expect(await (await ask(path)).text()).toContain('href="/sandbox"')
      expect(await (await ask(path, { people: [] })).text()).not.toContain('href="/sandbox"')
    }
  })
})

describe.each(['/sandbox', '/sandbox/keys/cq-operator'])('%s', (path) => {
  test.each([
    ['a gateway that is no sandbox', { config: { sandbox: false } }],
    ['a sandbox without people', { people: [] }],
    ['a sandbox at an address of a network', { config: { origin: 'http://10.1.2.3:8787' } }],
    ['a sandbox behind TLS, which others reach', { config: { origin: 'https://sandbox.example' } }],
    ['a name that begins like this machine', { config: { origin: 'http://127.0.0.1.example:8787' } }],
  ] satisfies [string, Asking][])('is not there at %s', async (_what, asking) => {
    expect((await ask(path)).status).toBe(200)
    const answer = await ask(path, asking)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('"d"')
  })
})

test.each([
  ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ['another site’s name for this machine', { host: 'rebound.example:8787' }],
])('a key is not given to %s', async (_who, headers) => {
  expect((await ask('/sandbox/keys/cq-operator', { headers })).status).toBe(404)
  expect((await ask('/sandbox/keys/cq-operator', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
})

test('a root’s key is nobody’s to have', async () => {
  for (const name of ['cq-root', 'cq-agency', '..', '__proto__', '%2e%2e%2fkeys'])
    expect((await ask(`/sandbox/keys/${name}`)).status).toBe(404)
})

describe('the page of a sandbox', () => {
  test('leads to what is on the table by whom to act as next, so that a visitor need not search the desk', async () => {
    const waiting = {
      id: 'daily-air-2026-11-26',
      title: { zh: '川渝空气质量联合预报 2026年11月27日至29日', en: 'Joint forecast 27–29 Nov 2026' },
      next: [{ party: 'cq', post: 'reviewer', act: 'resolve-objection', by: null }],
    } as const
    const page = async (consultations: readonly (typeof waiting)[], lang: 'en' | 'zh' = 'zh') =>
      read(sandboxPage({ people, origin: LOCAL, failures: { asked: [], consultations } }, { lang, path: '/sandbox' }))
    const { tags, within } = await page([waiting])
    expect(tags.map(({ attributes }) => attributes.href)).toContain('/desk/daily-air-2026-11-26')
    expect(within('aria-labelledby', 'waiting')).toContain(
      '川渝空气质量联合预报 2026年11月27日至29日 ：重庆 审核：确认异议已解决',
    )
    expect((await page([waiting], 'en')).within('aria-labelledby', 'waiting')).toContain(
      'Chongqing review, say that the objection is settled',
    )
    expect((await page([])).source).not.toContain('id="waiting"')
  })
})
