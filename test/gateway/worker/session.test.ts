/** Signing in at a Worker: the challenge of one isolate, the session of another, ended for all. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { SIGN_IN_TYP } from '../../../gateway/identity/challenge.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { keyList, type TestKey } from '../cli/running.ts'
import { type Cloud, startCloud } from './cloud.ts'
import { describeWorkerd } from './miniflare.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

await describeWorkerd('signing in at a Worker', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloud()
    for (const party of PARTIES) {
      const client = cloud.client(cloud.sides[party].signatory)
      await client.putKeys(keyList(party, cloud.sides[party]).jws)
    }
  })
  afterAll(() => cloud?.close())

  const json = (text: string): Record<string, unknown> => JSON.parse(text)

  async function answered(key: TestKey) {
    const given = await cloud.fetch('first', '/v1/session/challenge', { method: 'POST' })
    const { challenge } = json(given.text)
    const text = canonical({ challenge, origin: cloud.origin, type: 'sign-in', v: 1 })
    return Buffer.from(JSON.stringify(assembleDocument(text, [signDocument(text, { ...key, typ: SIGN_IN_TYP })])))
  }

  test.each(['operator', 'signatory'] as const)(
    'a person who is %s comes in by one isolate and is known to the other, until they leave',
    async (role) => {
      const key = cloud.sides.cq[role]
      const body = await answered(key)
      const headers = { origin: cloud.origin }
      const entered = await cloud.fetch('second', '/v1/session', { method: 'POST', headers, body })
      expect([entered.status, json(entered.text).kid]).toEqual([201, key.kid])
      const again = await cloud.fetch('first', '/v1/session', { method: 'POST', headers, body })
      expect([again.status, json(again.text).code]).toEqual([409, 'challenge-used'])

      const [cookie = ''] = (entered.header('set-cookie') ?? '').split(';')
      for (const isolate of ['first', 'second'] as const) {
        expect((await cloud.fetch(isolate, '/v1/consultations', { headers: { cookie } })).status).toBe(200)
      }
      const ended = await cloud.fetch('first', '/v1/session/end', { method: 'POST', headers: { ...headers, cookie } })
      expect(json(ended.text)).toEqual({ ended: true })
      for (const isolate of ['first', 'second'] as const) {
        const refused = await cloud.fetch(isolate, '/v1/consultations', { headers: { cookie } })
        expect([refused.status, json(refused.text).code]).toEqual([401, 'session-ended'])
      }
    },
  )

  test('the page for signing in and every module it runs are served as on Node', async () => {
    const { SCRIPTS } = await import('../../../gateway/portal/scripts.ts')
    const page = await cloud.fetch('first', '/desk/sign-in')
    expect(page.header('content-security-policy')).toContain("script-src 'self'")
    expect(page.text).toContain(SCRIPTS.get('sign-in-page')?.path)
    for (const { path, body } of SCRIPTS.values()) {
      const script = await cloud.fetch('second', path)
      expect([script.status, script.text]).toEqual([200, body])
      expect(script.header('content-type')).toBe('text/javascript; charset=utf-8')
    }
  })
})
