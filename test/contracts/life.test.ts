/** Where a contract's versions stand, day by day. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay, compareVersions, stateOn, type VersionLife } from '../../contracts/life.ts'

function version(number: string, more: Partial<VersionLife> = {}): VersionLife {
  return { version: number, signed: true, effective: null, transition: null, retired: null, ...more }
}

describe('a version', () => {
  test('is proposed until both have signed, then in force', () => {
    const life = version('1.0.0', { signed: false })
    expect(stateOn(life, [life], '2026-11-26')).toBe('proposed')
    expect(stateOn(version('1.0.0'), [version('1.0.0')], '2026-11-26')).toBe('in-force')
  })

  test('taken back before both had signed is withdrawn, and supersedes nothing', () => {
    const [old, next] = [version('1.0.0'), version('1.1.0', { signed: false, withdrawn: true })]
    expect([stateOn(old, [old, next], '2030-01-01'), stateOn(next, [old, next], '2030-01-01')]).toEqual([
      'in-force',
      'withdrawn',
    ])
  })

  test('with an effective day is agreed before it and in force from it on', () => {
    const life = version('1.0.0', { effective: '2027-01-01' })
    expect(stateOn(life, [life], '2026-12-31')).toBe('agreed')
    expect(stateOn(life, [life], '2027-01-01')).toBe('in-force')
  })

  test('is superseded by a newer one on the day that becomes effective, not when it is signed', () => {
    const [old, next] = [version('1.0.0'), version('2.0.0', { effective: '2027-01-01' })]
    expect([stateOn(old, [old, next], '2026-12-31'), stateOn(next, [old, next], '2026-12-31')]).toEqual([
      'in-force',
      'agreed',
    ])
    expect([stateOn(old, [old, next], '2027-01-01'), stateOn(next, [old, next], '2027-01-01')]).toEqual([
      'superseded',
      'in-force',
    ])
  })

  test('counts beside a newer one to the last day of its transition', () => {
    const old = version('1.0.0')
    const next = version('2.0.0', { effective: '2027-01-01', transition: '2027-03-31' })
    expect(stateOn(old, [old, next], '2027-03-31')).toBe('in-force')
    expect(stateOn(old, [old, next], '2027-04-01')).toBe('superseded')
    expect(stateOn(next, [old, next], '2027-03-31')).toBe('in-force')
  })

  test('is not superseded by what is only proposed', () => {
    const [old, next] = [version('1.0.0'), version('1.1.0', { signed: false })]
    expect(stateOn(old, [old, next], '2030-01-01')).toBe('in-force')
  })

  test('is retired from its day on, and the one it superseded does not come back', () => {
    const [old, next] = [version('1.0.0'), version('1.1.0', { retired: '2027-06-01' })]
    expect(stateOn(next, [old, next], '2027-05-31')).toBe('in-force')
    expect([stateOn(old, [old, next], '2027-06-01'), stateOn(next, [old, next], '2027-06-01')]).toEqual([
      'superseded',
      'retired',
    ])
  })
})

test('versions are told apart by number, not by letter', () => {
  expect(['1.10.0', '1.9.9', '1.9.10', '2.0.0', '0.9.0'].sort(compareVersions)).toEqual([
    '0.9.0',
    '1.9.9',
    '1.9.10',
    '1.10.0',
    '2.0.0',
  ])
})

test('of signed versions without days or retirements exactly the newest is in force', () => {
  const number = fc.tuple(fc.nat(3), fc.nat(12), fc.nat(12)).map((parts) => parts.join('.'))
  fc.assert(
    fc.property(fc.uniqueArray(number, { minLength: 1, maxLength: 8 }), (numbers) => {
      const lives = numbers.map((one) => version(one))
      const newest = numbers.toSorted(compareVersions).at(-1)
      const inForce = lives.filter((life) => stateOn(life, lives, '2026-11-26') === 'in-force')
      expect(inForce.map((life) => life.version)).toEqual([newest])
    }),
  )
})

test('a civil day begins at midnight in Asia/Shanghai', () => {
  expect(civilDay(Date.parse('2026-11-26T15:59:59Z'))).toBe('2026-11-26')
  expect(civilDay(Date.parse('2026-11-26T16:00:00Z'))).toBe('2026-11-27')
})
