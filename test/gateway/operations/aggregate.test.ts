/** A flood of events comes to a bounded number of lines, and every event is counted in one of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, openAggregate } from '../../../gateway/operations/aggregate.ts'
import type { SecurityEvent } from '../../../gateway/operations/types.ts'

const MINUTE = 60_000
const refused = (address: string, code = 'signature-invalid'): SecurityEvent => ({ event: 'refused', address, code })
const sum = (lines: readonly Counted[]) => lines.reduce((total, { count }) => total + count, 0)

describe('repeated refusals', () => {
  test('are told once at once, and counted at the minute’s end', () => {
    const aggregate = openAggregate()
    expect(aggregate.note(refused('a'), 0)).toEqual([{ ...refused('a'), count: 1 }])
    for (let at = 1; at < 100; at++) expect(aggregate.note(refused('a'), at)).toEqual([])
    expect(aggregate.due(MINUTE - 1)).toEqual([])
    expect(aggregate.due(MINUTE)).toEqual([{ ...refused('a'), count: 99, since: 0 }])
    expect(aggregate.due(2 * MINUTE)).toEqual([])
  })

  test('are told anew in another minute, after the count of the last', () => {
    const aggregate = openAggregate()
    aggregate.note(refused('a'), 0)
    aggregate.note(refused('a'), 1)
    expect(aggregate.note(refused('a'), MINUTE)).toEqual([
      { ...refused('a'), count: 1, since: 0 },
      { ...refused('a'), count: 1 },
    ])
  })

  test('are apart by address, code, event and verified key, but not by what a key claims to be', () => {
    const aggregate = openAggregate()
    expect(aggregate.note(refused('a'), 0)).toHaveLength(1)
    expect(aggregate.note(refused('b'), 0)).toHaveLength(1)
    expect(aggregate.note(refused('a', 'key-unknown'), 0)).toHaveLength(1)
    expect(aggregate.note({ ...refused('a'), kid: 'k' }, 0)).toHaveLength(1)
    expect(aggregate.note({ ...refused('a'), claimed: 'k1' }, 0)).toEqual([])
    expect(aggregate.note({ ...refused('a'), claimed: 'k2' }, 0)).toEqual([])
  })

  test('of more addresses than are told apart are one line', () => {
    const aggregate = openAggregate({ distinct: 5, daily: 1000 })
    const lines = Array.from({ length: 500 }, (_, at) => aggregate.note(refused(`a${at}`), 0)).flat()
    expect(lines).toHaveLength(5)
    expect(aggregate.due(MINUTE)).toEqual([{ event: 'overflow', count: 495, since: 0 }])
  })

  test('come to so many lines a day and then one a minute, until another day begins', () => {
    const aggregate = openAggregate({ distinct: 50, daily: 100 })
    let lines = 0
    for (let minute = 0; minute < 1440; minute++)
      for (let at = 0; at < 60; at++) lines += aggregate.note(refused(`a${minute}-${at}`), minute * MINUTE).length
    expect(lines).toBeLessThanOrEqual(100 + 50 + 1440)
    expect(aggregate.note(refused('a'), 1440 * MINUTE).at(-1)).toEqual({ ...refused('a'), count: 1 })
  })

  test('do not keep starts, stops and changes of keys from being told one by one', () => {
    const aggregate = openAggregate({ distinct: 0, daily: 0 })
    for (const event of ['started', 'stopped', 'configuration', 'keys-changed', 'pruned'] as const)
      for (let at = 0; at < 3; at++) expect(aggregate.note({ event }, 0)).toEqual([{ event, count: 1 }])
  })

  test('are all counted, whenever they come', () => {
    const one = fc.record({
      address: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      wait: fc.integer({ min: 0, max: 3 * MINUTE }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 200 }), fc.integer({ min: 0, max: 4 }), (events, distinct) => {
        const aggregate = openAggregate({ distinct, daily: 20 })
        let now = 0
        const lines = events.flatMap(({ address, wait }) => {
          now += wait
          return aggregate.note(refused(address), now)
        })
        expect(sum([...lines, ...aggregate.due(now, true)])).toBe(events.length)
      }),
    )
  })
})
