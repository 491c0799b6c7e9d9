/** The fold of a roster, against a day-by-day table filled by hand: later steps win, on the days they name and no others. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOf, dayNumber } from '../../../../adapters/standards/civil-date.ts'
import { PRODUCT_IDS, type ProductId } from '../../../../contracts/registry/types.ts'
import { POSTS, type Post } from '../../../../gateway/release/consultation/acts.ts'
import { type DutyEntry, type DutyStep, lineAt, linesOn, standingOf } from '../../../../gateway/release/duty/roster.ts'

const FIRST = dayNumber('2026-09-28')
const DAYS = 14
const PRODUCTS: readonly ProductId[] = ['daily-air-forecast', 'weekly-water-bulletin']

const entryOf = (post: Post, from: number, length: number, holder: string, deputies: readonly string[]): DutyEntry => ({
  deputies,
  from: dateOf(FIRST + from),
  holder,
  note: null,
  post,
  to: dateOf(FIRST + from + length - 1),
})

/** A step names each post once at most, so that no two of its entries speak of one day. */
const entries = fc
  .uniqueArray(
    fc.record({
      post: fc.constantFrom(...POSTS),
      from: fc.nat(DAYS - 1),
      length: fc.integer({ min: 1, max: DAYS }),
      holder: fc.constantFrom('a', 'b', 'c'),
      deputies: fc.subarray(['d', 'e']),
    }),
    { minLength: 1, maxLength: 3, selector: ({ post }) => post },
  )
  .map((all) => all.map(({ post, from, length, holder, deputies }) => entryOf(post, from, length, holder, deputies)))

const roster = fc
  .array(fc.record({ entries, product: fc.option(fc.constantFrom(...PRODUCTS)) }), { maxLength: 12 })
  .map((steps) => steps.map((step, at): DutyStep => ({ ...step, n: at + 1, index: 100 + at * 3, kid: 'k', time: at })))

/** What each day, post and product should say: every step written over those before it. */
function tableOf(steps: readonly DutyStep[]): ReadonlyMap<string, { n: number; holder: string }> {
  const table = new Map<string, { n: number; holder: string }>()
  for (const { entries: named, n, product } of steps) {
    for (const { from, to, post, holder } of named) {
      for (let day = dayNumber(from); day <= dayNumber(to); day++) {
        for (const one of PRODUCT_IDS) {
          if (product === null || product === one) table.set(`${dateOf(day)} ${post} ${one}`, { n, holder })
        }
      }
    }
  }
  return table
}

const everywhere = [...Array(DAYS * 2).keys()].flatMap((at) =>
  POSTS.flatMap((post) => PRODUCT_IDS.map((product) => ({ day: dateOf(FIRST - 3 + at), post, product }))),
)

describe('a roster', () => {
  test('says of each day, post and product what the last step that names it says, and nothing of others', () => {
    fc.assert(
      fc.property(roster, (steps) => {
        const table = tableOf(steps)
        for (const place of everywhere) {
          const expected = table.get(`${place.day} ${place.post} ${place.product}`)
          const line = lineAt(steps, place)
          expect(line && { n: line.n, holder: line.holder }).toEqual(expected ?? null)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('as of a ledger index is that of the steps before it', () => {
    fc.assert(
      fc.property(roster, fc.nat(40), (steps, at) => {
        const before = 100 + at
        const then = steps.filter(({ index }) => index < before)
        for (const place of everywhere) expect(lineAt(steps, { ...place, before })).toEqual(lineAt(then, place))
      }),
      { numRuns: 30 },
    )
  })

  test('lists for a day each line that holds for some product, and no line that none has', () => {
    fc.assert(
      fc.property(roster, (steps) => {
        for (const day of new Set(everywhere.map((one) => one.day))) {
          const listed = linesOn(steps, day).map(({ n, post }) => `${post} ${n}`)
          const held = POSTS.flatMap((post) =>
            PRODUCT_IDS.flatMap((product) => {
              const line = lineAt(steps, { day, post, product })
              return line ? [`${post} ${line.n}`] : []
            }),
          )
          expect(new Set(listed)).toEqual(new Set(held))
          expect(new Set(listed).size).toBe(listed.length)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('the standing of who acts', () => {
  const day = '2026-10-02'
  const step = (over: Partial<DutyStep>): DutyStep => {
    return { entries: [], n: 1, index: 100, kid: 'k', product: null, time: 0, ...over }
  }
  const steps = [
    step({ entries: [entryOf('reviewer', 0, 10, 'a', ['d'])] }),
    step({ n: 2, index: 103, product: 'daily-air-forecast', entries: [entryOf('reviewer', 0, 10, 'b', [])] }),
  ]
  const who = (kid: string, product: ProductId, act: 'agree' | 'sign' | 'comment', posts: readonly Post[]) =>
    standingOf(steps, act, { kid, posts }, { day, product }).is

  test('is that of the holder, of a deputy, or of somebody off duty', () => {
    expect(who('a', 'weekly-water-bulletin', 'agree', ['reviewer'])).toBe('holder')
    expect(who('d', 'weekly-water-bulletin', 'agree', ['reviewer'])).toBe('deputy')
    expect(who('b', 'weekly-water-bulletin', 'agree', ['reviewer'])).toBe('off')
    expect(who('b', 'daily-air-forecast', 'agree', ['reviewer'])).toBe('holder')
    expect(who('d', 'daily-air-forecast', 'agree', ['reviewer'])).toBe('off')
  })

  test('is free where the roster names nobody for the post', () => {
    expect(who('x', 'weekly-water-bulletin', 'sign', ['signatory'])).toBe('free')
    expect(who('x', 'weekly-water-bulletin', 'comment', ['reviewer', 'signatory'])).toBe('free')
    expect(
      standingOf([], 'agree', { kid: 'x', posts: ['reviewer'] }, { day, product: 'weekly-water-bulletin' }).is,
    ).toBe('free')
  })

  test('names the holder a deputy stood in for', () => {
    const place = { day, product: 'weekly-water-bulletin' } as const
    expect(standingOf(steps, 'agree', { kid: 'd', posts: ['reviewer'] }, place)).toEqual({ is: 'deputy', holder: 'a' })
    // Before the first step there was no roster.
    expect(standingOf(steps, 'agree', { kid: 'd', posts: ['reviewer'] }, { ...place, before: 100 }).is).toBe('free')
  })
})
