/** Which leaves came in time, looked up by the ledger's clock. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredLeaf } from '../../../gateway/ports.ts'
import { firstLeaves } from '../../../gateway/scores/forecasts.ts'

/** A ledger of which leaf `index` came at `times[index]`, and how often it was looked at. */
function ledgerOf(times: readonly number[]) {
  const seen: number[] = []
  return {
    seen,
    leaves: async (from: number): Promise<readonly StoredLeaf[]> => {
      seen.push(from)
      const time = times[from]
      if (time === undefined) return []
      const hash = new Uint8Array()
      const leaf = {
        index: from,
        type: 'submission',
        party: 'sc',
        time: new Date(time).toISOString(),
        data: hash,
        hash,
      }
      return [{ ...leaf, type: 'submission', party: 'sc', opening: { header: '', salt: hash } }]
    },
  }
}

test('whatever the times, the first leaf of those asked for that came at an instant or later', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
      fc.array(fc.nat(59), { maxLength: 60 }),
      async (steps, instants, asked) => {
        const times = steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, step) => sum + step, 0))
        const indices = asked.filter((index) => index < times.length)
        const found = await firstLeaves(ledgerOf(times), indices, instants)
        for (const instant of instants) {
          const expected = indices.filter((index) => (times[index] ?? 0) >= instant)
          expect(found.get(instant)).toBe(Math.min(...expected, Number.POSITIVE_INFINITY))
        }
      },
    ),
  )
})

test('of a thousand leaves few are looked at', async () => {
  const times = Array.from({ length: 1000 }, (_, at) => at * 1000)
  const ledger = ledgerOf(times)
  const instants = Array.from({ length: 30 }, (_, day) => day * 33_000)
  await firstLeaves(ledger, times.keys(), instants)
  expect(new Set(ledger.seen).size).toBe(ledger.seen.length)
  expect(ledger.seen.length).toBeLessThan(30 * 12)
})

test('a leaf that is not there is an error', async () => {
  await expect(firstLeaves(ledgerOf([]), [3], [1])).rejects.toThrow(TypeError)
})
