/** The browser's sign-in against the gateway as it listens: key made, session had, session ended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { assembleDocument, signDocument } from '../../../../gateway/identity/document.ts'
import { importPublicJwk } from '../../../../gateway/identity/jwk.ts'
import { KEY_LIST_TYP } from '../../../../gateway/identity/keys.ts'
import { createKey, importKey, KeyError } from '../../../../gateway/portal/browser/keys.js'
import { pageAfter, personName, signIn, signOut, whoAmI } from '../../../../gateway/portal/browser/session.js'
import { keyList, type RunningWorld, startWorld } from '../../cli/running.ts'
import { memoryStorage } from './storage.ts'

let world: RunningWorld

beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

test.each([
  ['zh-CN', { operator: '值班员 · Duty officer', agency: '监测中心 · Monitoring centre' }, '值班员 · 监测中心'],
  [
    'en',
    { operator: '值班员 · Duty officer', agency: '监测中心 · Monitoring centre' },
    'Duty officer · Monitoring centre',
  ],
  ['en', { operator: '值班员', agency: 'cq-monitoring' }, '值班员 · cq-monitoring'],
])('on a page in %s %o is called %s', (lang, person, name) => {
  expect(personName(person, lang)).toBe(name)
})

/** `fetch` as a browser has it on a page of `origin`: it keeps the cookie, and says where a request comes from. */
function browserFetch(origin: string) {
  let cookie = ''
  return async (url: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> => {
    const headers = { ...init.headers, origin, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
    const answer = await fetch(url, { ...init, headers })
    const [set] = answer.headers.getSetCookie()
    if (set) cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '')
    return answer
  }
}

async function failure(work: Promise<unknown>): Promise<KeyError> {
  try {
    await work
  } catch (error) {
    if (error instanceof KeyError) return error
    throw error
  }
  throw new Error('expected a failure, got none')
}

const page = () => ({ origin: world.origin, fetch: browserFetch(world.origin) })

describe('a person', () => {
  test.each(['operator', 'signatory'] as const)(
    'who holds the key of the %s signs in, is known, and signs out',
    async (role) => {
      const { origin, fetch } = page()
      const storage = memoryStorage()
      const key = await importKey(world.sides.cq[role].privateJwk, { storage })
      expect(await whoAmI({ origin, fetch })).toBeNull()
      const person = await signIn({ origin, fetch, storage })
      expect(person).toMatchObject({ party: 'cq', roles: [role], kid: key.kid })
      expect(await whoAmI({ origin, fetch })).toEqual(person)
      await signOut({ origin, fetch })
      expect(await whoAmI({ origin, fetch })).toBeNull()
    },
  )

  test('whose new key is on the list signs in with it', async () => {
    const { origin, fetch } = page()
    const storage = memoryStorage()
    const { jwk, kid } = await createKey({ storage })
    expect((await failure(signIn({ origin, fetch, storage }))).problem).toMatchObject({
      code: 'key-unknown',
      value: kid,
    })
    const first = keyList('sc', world.sides.sc)
    const { keys } = JSON.parse(first.payload)
    const { alg } = importPublicJwk(jwk)
    const row = { agency: 'sc-monitoring', alg, jwk, kid, operator: '审核岗', roles: ['reviewer'], status: 'active' }
    const { digest } = world.running().gateway.standing.keys().lists.get('sc') ?? { digest: null }
    const payload = canonical({
      edition: 2,
      issued: '2026-11-02T08:00:00+08:00',
      keys: [...keys, row],
      party: 'sc',
      previous: digest,
    })
    const { root, signatory } = world.sides.sc
    await world
      .client(signatory)
      .putKeys(assembleDocument(payload, [signDocument(payload, { ...root, typ: KEY_LIST_TYP })]))
    expect(await signIn({ origin, fetch, storage })).toMatchObject({
      operator: '审核岗',
      party: 'sc',
      roles: ['reviewer'],
    })
  })
})

describe('a sign-in that fails', () => {
  test('without a key says so before anything is sent', async () => {
    const sent: unknown[] = []
    const spy: typeof fetch = async (url) => {
      sent.push(url)
      return Response.json({ challenge: 'c', expires: '' })
    }
    const error = await failure(signIn({ origin: world.origin, fetch: spy, storage: memoryStorage() }))
    expect(error.code).toBe('key-missing')
    expect(error.words.zh).toMatch(/还没有密钥/)
    expect(sent).toEqual([])
  })

  test("tells the gateway's own reason in both languages", async () => {
    const { origin, fetch } = page()
    const storage = memoryStorage()
    await importKey(world.sides.cq.agency.privateJwk, { storage })
    const error = await failure(signIn({ origin, fetch, storage }))
    expect(error.code).toBe('refused')
    expect(error.problem).toMatchObject({ code: 'sign-in-role', status: 403 })
    expect(error.words.zh).toMatch(/^该密钥不能用于登录：/)
    expect(error.words.en).toMatch(/^This key may not sign in: /)
  })

  test('on a page under another name is refused by the gateway', async () => {
    const { port } = world
    const storage = memoryStorage()
    await importKey(world.sides.cq.operator.privateJwk, { storage })
    const origin = `http://localhost:${port}`
    const to: typeof fetch = (url, init) => browserFetch(origin)(String(url).replace('localhost', '127.0.0.1'), init)
    expect((await failure(signIn({ origin, fetch: to, storage }))).problem).toMatchObject({
      code: 'session-cross-site',
    })
    // A page that lies about where it is has only the signature to show, which names the address.
    const lying: typeof fetch = (url, init) => fetch(String(url).replace('localhost', '127.0.0.1'), init)
    expect((await failure(signIn({ origin, fetch: lying, storage }))).problem).toMatchObject({ code: 'sign-in-origin' })
  })

  test('when nobody answers, or something else does, says so', async () => {
    const storage = memoryStorage()
    await importKey(world.sides.cq.operator.privateJwk, { storage })
    const gone: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    expect((await failure(signIn({ origin: world.origin, fetch: gone, storage }))).code).toBe('unreachable')
    const proxy: typeof fetch = async () => new Response('<html>', { status: 502 })
    const error = await failure(signIn({ origin: world.origin, fetch: proxy, storage }))
    expect([error.code, error.problem]).toEqual(['refused', null])
  })
})

test('after signing in one goes where one meant to, and nowhere else', () => {
  const after = (to: string) => pageAfter(`?lang=en&to=${encodeURIComponent(to)}`)
  for (const to of ['/desk', '/desk/c-1', '/desk/c-1?day=2&lang=en', '/desk?x=1']) expect(after(to)).toBe(to)
  for (const to of [
    '',
    'https://evil.test/desk',
    '//evil.test/desk',
    '/\\evil.test',
    '/desk\\..\\x',
    '/deskx',
    '/',
    '/v1/session/end',
    'javascript:alert(1)',
    '/desk/sign-in?to=/desk',
  ]) {
    expect(after(to), to).toBe('/desk')
  }
  expect(pageAfter('')).toBe('/desk')
})
