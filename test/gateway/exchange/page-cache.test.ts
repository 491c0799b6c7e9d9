/** Pages that are kept: each made once, the oldest let go when there are too many bytes of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Page, pageCache } from '../../../gateway/exchange/page-cache.ts'

const page = (text: string): Page => ({ contentType: 't', body: Buffer.from(text), digest: text, next: null })

test('a page is made once, however often it is asked for', async () => {
  const cache = pageCache()
  let made = 0
  const make = async () => {
    made += 1
    return page('p')
  }
  const [one, two, three] = [await cache.get('a', make), await cache.get('a', make), await cache.get('b', make)]
  expect([one === two, one === three, made]).toEqual([true, false, 2])
})

test('one that could not be made is asked for again', async () => {
  const cache = pageCache()
  await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await cache.get('a', async () => page('p'))).digest).toBe('p')
})

test('what is kept stays below the limit, and what was used last stays longest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name: fc.nat(30), size: fc.integer({ min: 0, max: 20 }) })),
      async (asked) => {
        const cache = pageCache(100)
        const sizes = new Map<number, number>()
        for (const { name, size } of asked) {
          const length = sizes.get(name) ?? size
          sizes.set(name, length)
          await cache.get(`${name}`, async () => page('x'.repeat(length)))
        }
        // What was used last and fits is not made again, as long as the sum from the end on is within the limit.
        const recent: number[] = []
        let bytes = 0
        for (const { name } of asked.toReversed()) {
          const length = sizes.get(name) ?? 0
          if (recent.includes(name) || length > 100 / 8) continue
          bytes += length
          if (bytes > 100) break
          recent.push(name)
        }
        for (const name of recent) {
          let again = false
          await cache.get(`${name}`, async () => {
            again = true
            return page('')
          })
          expect(again, `${name}`).toBe(false)
        }
      },
    ),
  )
})
