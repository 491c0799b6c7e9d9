import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../gateway/app.ts'
import { openWorld } from '../world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the standards are listed for anyone, each with edition, force, source and confidence', async () => {
  const answer = await createApp(world.gateway).request('/v1/standards')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    standards: [
      { id: 'GB 3838-2002', slug: 'gb3838-2002', inForce: { from: '2002-06-01', to: null } },
      { id: '环办〔2011〕22号', slug: 'hb2011-22' },
    ],
  })
})

test('one standard comes with its limits as printed', async () => {
  const answer = await createApp(world.gateway).request('/v1/standards/gb3838-2002')
  // Table 1 no. 7: 氨氮 0.15, 0.5, 1.0, 1.5, 2.0 mg/L.
  const ammonia = expect.objectContaining({
    key: 'nh3n',
    limits: { river: ['0.15', '0.5', '1.0', '1.5', '2.0'] },
  })
  expect(await answer.json()).toMatchObject({ items: expect.arrayContaining([ammonia]) })
})

test('a standard the gateway does not have is a problem, not a page', async () => {
  const answer = await createApp(world.gateway).request('/v1/standards/gb3838-2023')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})
