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
    standards: expect.arrayContaining([
      expect.objectContaining({
        id: 'GB 3838-2002',
        slug: 'gb3838-2002',
        inForce: { from: '2002-06-01', to: null },
        confidence: 'V2',
      }),
      expect.objectContaining({ id: '环办〔2011〕22号', slug: 'hb2011-22' }),
      expect.objectContaining({
        id: 'HJ 633-2012',
        slug: 'hj633-2012',
        inForce: { from: '2016-01-01', to: '2026-02-28' },
      }),
      expect.objectContaining({ id: '渝府办发〔2022〕115号', slug: 'warning-chongqing-2022' }),
      expect.objectContaining({ id: 'GB/T 8170-2008', edition: '2008', inForce: { from: '2009-01-01', to: null } }),
    ]),
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

test('an edition of the air index comes with its break points, a warning scheme with the level it does not know as null', async () => {
  const index = await createApp(world.gateway).request('/v1/standards/hj633-2026')
  const pm25 = { pollutant: 'pm25', breakpoints: ['0', '35', '60', '115', '150', '250', '350', '500'] }
  expect(await index.json()).toMatchObject({ columns: expect.arrayContaining([expect.objectContaining(pm25)]) })
  const scheme = await createApp(world.gateway).request('/v1/standards/warning-chongqing-2022')
  expect(await scheme.json()).toMatchObject({ levels: [{}, {}, { level: 'red', clauses: null }] })
})

test('a standard the gateway does not have is a problem, not a page', async () => {
  const answer = await createApp(world.gateway).request('/v1/standards/gb3838-2023')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})
