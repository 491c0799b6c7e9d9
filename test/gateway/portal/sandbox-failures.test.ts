/** Failures on demand over HTTP: where they can be asked for and by whom, in what words, and nothing anywhere else. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../gateway/app.ts'
import { samplePeople, sandboxKeys } from '../../../gateway/cli/sandbox/keys.ts'
import type { GatewayConfig } from '../../../gateway/gateway.ts'
import { readAsked } from '../../../gateway/portal/sandbox-failures.ts'
import { FAILURES } from '../../../gateway/portal/words/sandbox-failures.ts'
import type { FailureAsked, FailureCaused, Failures, SamplePerson } from '../../../gateway/ports.ts'
import { newFolder } from '../../e2e/sandbox.ts'
import { openWorld, type World } from '../world.ts'

const LOCAL = 'http://127.0.0.1:8787'
const TIME = Date.parse('2026-11-26T13:05:00+08:00')
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

/** Failures that are only written down. */
function recorded(): { readonly failures: Failures; readonly asked: FailureAsked[] } {
  const asked: FailureAsked[] = []
  const caused = (): FailureCaused[] =>
    asked.map(({ kind }) => ({ kind, caused: kind !== 'busy', time: TIME, text: { zh: '发生了<这个>', en: 'it did' } }))
  const failures: Failures = {
    asked: () => caused().reverse(),
    async cause(one) {
      asked.push(one)
      const told = caused().at(-1)
      if (!told) throw new RangeError('nothing was asked for')
      return told
    },
  }
  return { failures, asked }
}

interface Asking {
  readonly config?: Partial<GatewayConfig>
  readonly people?: readonly SamplePerson[]
  readonly failures?: Failures | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly path?: string
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function request(method: 'GET' | 'POST', asking: Asking): Promise<Response> {
  const { config, people: given = people, failures = null, headers = {}, body, path = '/sandbox' } = asking
  const gateway = {
    ...world.gateway,
    people: given,
    failures,
    config: { ...world.gateway.config, origin: LOCAL, ...config },
  }
  return createApp(gateway).request(gateway.config.origin + path, {
    method,
    headers: { host: new URL(gateway.config.origin).host, ...headers },
    ...(body === undefined ? {} : { body }),
  })
}

const post = (asking: Asking) =>
  request('POST', {
    path: '/sandbox/failures',
    headers: FORM,
    body: 'kind=drop&party=sc&consultation=&cell=',
    ...asking,
  })

describe('the page', () => {
  test('has every failure as a button of one form, and says what has happened', async () => {
    const { failures } = recorded()
    await post({ failures })
    await post({ failures, body: 'kind=busy&party=sc' })
    for (const lang of ['zh', 'en'] as const) {
      const page = await (await request('GET', { failures, path: `/sandbox?lang=${lang}` })).text()
      for (const [kind, { name, what }] of Object.entries(FAILURES)) {
        expect(page).toContain(`name="kind" value="${kind}"`)
        expect(page).toContain(name[lang])
        expect(page).toContain(what[lang])
      }
      expect(page).toContain(`action="/sandbox/failures${lang === 'en' ? '?lang=en' : ''}"`)
      expect(page).not.toContain('<这个>')
      expect(page.indexOf(`<b>${FAILURES.busy.name[lang]}`)).toBeLessThan(
        page.indexOf(`<b>${FAILURES.drop.name[lang]}`),
      )
      expect(page.match(/class="missed"/g)).toHaveLength(1)
    }
  })

  test('has none of it where nothing can be made to fail', async () => {
    const page = await (await request('GET', {})).text()
    expect(page).not.toContain('/sandbox/failures')
  })
})

describe('asking', () => {
  test('by the form leads back to the page in its language', async () => {
    const { failures, asked } = recorded()
    const body = 'kind=revise&party=cq&consultation=daily-air-2026-11-26&cell=510900%2F2026-11-27'
    const answer = await post({
      failures,
      body,
      path: '/sandbox/failures?lang=en',
      headers: { ...FORM, origin: LOCAL },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sandbox?lang=en#asked'])
    expect(asked).toEqual([
      { kind: 'revise', party: 'cq', consultation: 'daily-air-2026-11-26', cell: '510900/2026-11-27' },
    ])
  })

  test('by the form as a browser sends it from a page that gives no referrer', async () => {
    const { failures, asked } = recorded()
    const headers = { ...FORM, origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await post({ failures, headers })).status).toBe(303)
    expect(asked).toHaveLength(1)
  })

  test('by JSON is answered with what became of it', async () => {
    const { failures } = recorded()
    const body = '{"kind":"object","party":"cq"}'
    const answer = await post({ failures, body, headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(await answer.text())).toEqual({
      kind: 'object',
      caused: true,
      time: '2026-11-26T13:05:00+08:00',
      text: { zh: '发生了<这个>', en: 'it did' },
    })
  })

  test.each<[string, Asking]>([
    ['a gateway that is no sandbox', { config: { sandbox: false } }],
    ['a sandbox without people', { people: [] }],
    ['a sandbox at an address of a network', { config: { origin: 'http://10.1.2.3:8787' } }],
    ['another site’s page', { headers: { ...FORM, 'sec-fetch-site': 'cross-site' } }],
    ['another site’s form in an old browser', { headers: { ...FORM, origin: 'https://elsewhere.example' } }],
    ['a page that does not say whose it is', { headers: { ...FORM, origin: 'null' } }],
    ['another site’s name for this machine', { headers: { ...FORM, host: 'rebound.example:8787' } }],
    ['a failure there is none of', { body: 'kind=constructor&party=cq' }],
    ['a side there is none of', { body: 'kind=drop&party=gz' }],
    ['no words at all', { body: '' }],
  ])('is as if there were nothing to ask, and causes nothing: %s', async (_what, asking) => {
    const { failures, asked } = recorded()
    expect((await post({ failures, ...asking })).status).toBe(404)
    expect(asked).toEqual([])
  })
})

test('whatever a body is, it asks for a failure there is or for none', () => {
  const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', '', 'text/plain')
  const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '[]', '{"kind":"drop","party":["cq"]}'))
  fc.assert(
    fc.property(body, types, (text, type) => {
      const asked = readAsked(text, type)
      if (asked !== null) expect(Object.keys(FAILURES)).toContain(asked.kind)
    }),
  )
  expect(readAsked('{"kind":"drop","party":"cq","cell":7}', 'application/json')).toEqual({
    kind: 'drop',
    party: 'cq',
    consultation: null,
    cell: null,
  })
})
