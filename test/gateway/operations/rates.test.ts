import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../gateway/errors/problem.ts'
import { openBuckets } from '../../../gateway/operations/buckets.ts'
import { RATES } from '../../../gateway/operations/limits.ts'
import { networkOf, openRates } from '../../../gateway/operations/rates.ts'

/** A clock that stands until it is moved. */
function standing() {
  let time = 0
  return {
    now: () => time,
    pass(ms: number) {
      time += ms
    },
  }
}

describe('a bucket', () => {
  test('gives as many at once as it holds, and then as many as flow in', () => {
    const clock = standing()
    const buckets = openBuckets({ perSecond: 2, burst: 3 }, 10, clock.now)
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([0, 0, 0])
    expect(buckets.take('a')).toBe(1)
    clock.pass(499)
    expect(buckets.take('a')).toBe(1)
    clock.pass(1)
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBe(1)
  })

  test('says in whole seconds when there will be one, and there is', () => {
    const clock = standing()
    const buckets = openBuckets({ perSecond: 0.1, burst: 1 }, 10, clock.now)
    buckets.take('a')
    const seconds = buckets.take('a')
    expect(seconds).toBe(10)
    clock.pass(seconds * 1000)
    expect(buckets.take('a')).toBe(0)
  })

  test('holds no more than its burst, however long it was left alone or given back to', () => {
    const clock = standing()
    const buckets = openBuckets({ perSecond: 100, burst: 2 }, 10, clock.now)
    buckets.take('a')
    clock.pass(3_600_000)
    buckets.give('a')
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1])
  })

  test('is one a caller', () => {
    const buckets = openBuckets({ perSecond: 1, burst: 1 }, 10, () => 0)
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1])
  })

  test('remembers so many callers and no more; the one heard of last is kept', () => {
    const buckets = openBuckets({ perSecond: 1, burst: 1 }, 3, () => 0)
    for (const who of ['a', 'b', 'c', 'a', 'd']) buckets.take(who)
    expect(buckets.size()).toBe(3)
    expect([buckets.take('a'), buckets.take('b')]).toEqual([1, 0])
  })

  test('never gives more than burst and flow allow, however it is asked', () => {
    const ask = fc.record({ wait: fc.integer({ min: 0, max: 3000 }) })
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (asks, burst) => {
        const clock = standing()
        const buckets = openBuckets({ perSecond: 3, burst }, 10, clock.now)
        let given = 0
        for (const { wait } of asks) {
          clock.pass(wait)
          if (buckets.take('a') === 0) given += 1
          expect(given).toBeLessThanOrEqual(burst + (clock.now() / 1000) * 3 + 1e-6)
        }
      }),
    )
  })
})

describe('rates', () => {
  const table = { ...RATES, unverified: { perSecond: 1, burst: 2 }, keyReads: { perSecond: 1, burst: 1 } }

  function code(work: () => unknown): string {
    try {
      work()
      return ''
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      expect(error.extra.retryAfter).toBeGreaterThan(0)
      return error.code
    }
  }

  test('a call whose signature holds wears its address out no more than none', () => {
    const rates = openRates(table, () => 0)
    for (let at = 0; at < 50; at++) rates.address('unverified', '192.0.2.1')()
    expect(code(() => rates.address('unverified', '192.0.2.1'))).toBe('')
  })

  test('refused calls do', () => {
    const rates = openRates(table, () => 0)
    const codes = [1, 2, 3].map(() => code(() => rates.address('unverified', '192.0.2.1')))
    expect(codes).toEqual(['', '', 'rate-limited'])
    expect(code(() => rates.address('unverified', '192.0.2.2'))).toBe('')
  })

  test('kinds and keys are apart', () => {
    const rates = openRates(table, () => 0)
    expect([code(() => rates.key('keyReads', 'a')), code(() => rates.key('keyReads', 'a'))]).toEqual([
      '',
      'rate-limited',
    ])
    expect(code(() => rates.key('keyReads', 'b'))).toBe('')
    expect(code(() => rates.key('keyWrites', 'a'))).toBe('')
  })
})

describe('what counts as one caller', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  test('two addresses of one /64 are, two of different ones are not', () => {
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:db8::1:0:0:0:1'))
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'))
  })

  test('anything at all is something', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof networkOf(text) === 'string'))
  })
})
