/** The step between version numbers that a verdict asks for. */
import { describe, expect, test } from 'vitest'
import { checkStep, compareContracts, requiredStep, VERDICTS } from '../../../contracts/compare/index.ts'
import water from '../../../contracts/water-section-quality/v1.0.0.json' with { type: 'json' }
import { waterWith } from './contract.ts'

const WORDS = { '/title/en': 'Water' }
const ADDED = { '/schema/properties/remark': { type: 'string' }, '/terms/audience/remark': 'joint' }
const BROKEN = { '/schema/required/0': 'remark', ...ADDED }
const NARROWED = { '/schema/properties/notes/maxItems': 32 }
const NEUTRAL = { '/terms/quality/-': { rule: 'new-rule', action: 'note', zh: '甲', en: 'a' } }

describe('a verdict asks for', () => {
  test.each([
    ['breaking', true, 'major'],
    ['forward', true, 'major'],
    ['backward', true, 'minor'],
    ['full', true, 'patch'],
    ['full', false, 'minor'],
  ] as const)('%s, only words %s: %s', (verdict, words, step) => {
    expect(requiredStep(verdict, words)).toBe(step)
    expect(VERDICTS[verdict].zh.length).toBeGreaterThan(4)
  })
})

describe('the step of a version', () => {
  test.each([
    ['nothing', {}, '1.0.0', 'none', 'none', true],
    ['nothing', {}, '1.0.1', 'none', 'patch', true],
    ['words', WORDS, '1.0.1', 'patch', 'patch', true],
    ['words', WORDS, '1.1.0', 'patch', 'minor', true],
    ['words', WORDS, '1.0.0', 'patch', 'none', false],
    ['a note', NEUTRAL, '1.0.1', 'minor', 'patch', false],
    ['a note', NEUTRAL, '1.1.0', 'minor', 'minor', true],
    ['a member', ADDED, '1.1.0', 'minor', 'minor', true],
    ['a member', ADDED, '1.0.7', 'minor', 'patch', false],
    ['a limit', NARROWED, '1.9.0', 'major', 'minor', false],
    ['a limit', NARROWED, '2.0.0', 'major', 'major', true],
    ['a required member', BROKEN, '10.0.0', 'major', 'major', true],
    ['a required member', BROKEN, '0.9.0', 'major', null, false],
    ['words', WORDS, '1.0', 'patch', null, false],
    ['words', WORDS, '1.0.01', 'patch', null, false],
    ['words', WORDS, '1.0.1-beta', 'patch', null, false],
  ] as const)('with %s changed (%j), 1.0.0 to %s needs %s, has %s', (_what, edits, version, required, actual, fits) => {
    const step = checkStep(water, waterWith({ ...edits, '/version': version }))
    expect(step).toMatchObject({ from: '1.0.0', to: version, required, actual, fits })
    expect(step.why.zh.length).toBeGreaterThan(4)
  })

  test('is part of every comparison of contracts', () => {
    const next = waterWith({ ...ADDED, '/version': '1.1.0' })
    expect(compareContracts(water, next).step).toEqual(checkStep(water, next))
  })
})
