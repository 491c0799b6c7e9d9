import { describe, expect, test, beforeAll, afterAll } from 'vitest'
import { type RunningWorld, startWorld } from '../cli/running.ts'
let world: RunningWorld
beforeAll(async () => { world = await startWorld() })
afterAll(() => world.close())
test('x', async () => {
  const c = world.client(world.sides.cq.agency)
  const bytes = Buffer.from('断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)\n朱沱,2026-11-02 04:00,7.8,8.6,1.1,0.12,0.05\n')
  console.log(await c.submit({ contract: 'water-section-quality', bytes, mediaType: 'text/csv' }))
  for await (const r of c.records({ contract: 'water-section-quality' })) console.log(r.meta)
})
