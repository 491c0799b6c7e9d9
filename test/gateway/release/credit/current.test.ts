/** What a page of a list reads again, and when. */
import { afterEach, expect, test } from 'vitest'
import type { Store } from '../../../../gateway/ports.ts'
import { currentRatings } from '../../../../gateway/release/products/credit/current.ts'
import { sampleCode } from '../../credit/world.ts'
import { jsonOf } from '../../intake/files.ts'
import { LIST, type ListWorld, listWorld, REQUEST, YEAR } from './lists.ts'

let list: ListWorld
afterEach(() => list.world.close())

async function counting() {
  const reads: { after: number; found: number }[] = []
  const over = (store: Store): Store => ({
    ...store,
    async records(query) {
      const found = await store.records(query)
      if (query.dataset === 'enterprise-credit') reads.push({ after: query.after ?? 0, found: found.length })
      return found
    },
  })
  list = await listWorld({ over })
  await list.publish()
  return reads
}

test('ratings are read once, and after that only those that came since', async () => {
  const reads = await counting()
  await list.shown(LIST)
  reads.length = 0
  for (const face of ['json', 'csv', 'html', 'xlsx']) await list.calls.get(`/v1/releases/${LIST}.${face}`)
  expect(reads).toEqual([])
  // What is no rating is read over.
  await jsonOf(await list.desk.propose({ ...REQUEST, corrects: LIST, reason: '示例' }), 201)
  reads.length = 0
  await list.shown(LIST)
  expect(reads).toEqual([])
  await list.rate('cq', [{ enterprise: 9, authority: '市级:重庆市生态环境局', level: '环保良好企业' }])
  reads.length = 0
  await list.shown(LIST)
  expect(reads).toEqual([{ after: expect.any(Number), found: 1 }])
  expect(reads[0]?.after).toBeGreaterThan(0)
})

test('asked for all at once they are read once, and each is the newest of its side and key', async () => {
  const reads = await counting()
  await list.rate('cq', [{ enterprise: 1, authority: '市级:重庆市生态环境局', level: '环保警示企业' }])
  const { store, log } = list.world.gateway
  reads.length = 0
  const { size } = log.head()
  const [one, ...others] = await Promise.all([1, 2, 3].map(() => currentRatings(store, YEAR, size)))
  for (const other of others) expect(other.records).toBe(one?.records)
  expect(reads).toHaveLength(1)
  const key = `cq/${sampleCode(1)}/2025/municipality/重庆市生态环境局`
  expect(Buffer.from(one?.records.get(key)?.body ?? []).toString('utf8')).toContain('"level":"warning"')
  // Of another year there is none.
  expect([...(one?.records.keys() ?? [])].filter((name) => !name.includes('/2025/'))).toEqual([])
})
