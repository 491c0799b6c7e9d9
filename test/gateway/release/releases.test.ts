/** What anybody may see of the releases, and in which order. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { publicReleases, type ReleaseEntry, readRelease } from '../../../gateway/release/releases.ts'

const NOW = Date.parse('2026-11-25T00:00:00Z')
const HOUR = 3_600_000
const at = (hour: number): string => new Date(NOW + hour * HOUR).toISOString()

/** A release agreed in the order of its index, and published when it was. */
function entry(index: number, publishedAt: string | null, embargo: string | null = null): ReleaseEntry {
  const id = `weekly-water-${index}`
  const release = readRelease(canonical({ embargo, id, type: 'weekly-water-bulletin' }))
  const document = {
    id: `release/${id}`,
    kind: 'release',
    payload: '',
    digest: '0'.repeat(64),
    supersedes: null,
    index,
    time: at(-200),
    inForce: publishedAt === null ? null : index + 1,
    signatures: [],
  } as const
  return { release, document, publishedAt, supersededBy: null, signedAt: [] }
}

const idsOf = (entries: readonly ReleaseEntry[]): readonly string[] => entries.map(({ release }) => release.id)

describe('what anybody may see', () => {
  test('stands in the order it was published, not in that it was agreed', () => {
    // The first was agreed on Monday and signed on Tuesday morning, the second agreed and signed on Monday afternoon.
    const all = [entry(1, at(-20)), entry(2, at(-34)), entry(3, at(-10))]
    expect(idsOf(publicReleases(all, NOW))).toEqual(['weekly-water-2', 'weekly-water-1', 'weekly-water-3'])
    expect(idsOf(all)).toEqual(['weekly-water-1', 'weekly-water-2', 'weekly-water-3'])
  })

  test('is nothing unsigned and nothing under embargo, and never out of order', () => {
    const some = fc.array(
      fc.record({
        hour: fc.option(fc.integer({ min: -100, max: -1 })),
        embargo: fc.option(fc.integer({ min: -50, max: 50 })),
      }),
    )
    fc.assert(
      fc.property(some, (given) => {
        const all = given.map(({ hour, embargo }, index) =>
          entry(index, hour === null ? null : at(hour), embargo === null ? null : at(embargo)),
        )
        const shown = publicReleases(all, NOW)
        const times = shown.map(({ publishedAt }) => Date.parse(publishedAt ?? ''))
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(shown).toHaveLength(
          given.filter(({ hour, embargo }) => hour !== null && (embargo === null || embargo <= 0)).length,
        )
      }),
    )
  })
})
