import { describe, expect, test } from 'vitest'
import { COMPARED, DIFFERENCES, readDifferences } from '../../../contracts/standards/differences.ts'

const [first] = DIFFERENCES
const changed = (members: object) => [{ ...first, ...members }]

describe('the differences kept as data', () => {
  test('are of the datasets compared, in their order', () => {
    const order = DIFFERENCES.map(({ dataset }) => COMPARED.indexOf(dataset))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(DIFFERENCES.length).toBeGreaterThan(10)
  })

  test('have a source each, English without Chinese sentences, and Chinese throughout', () => {
    for (const { key, aspect, source, effect } of DIFFERENCES) {
      const { zh, en } = typeof source === 'string' ? { zh: source, en: source } : source
      expect(zh, key).toMatch(/\p{Script=Han}/u)
      expect(en, key).toMatch(/[a-z]{3}/)
      expect(aspect.zh, key).toMatch(/\p{Script=Han}/u)
      for (const text of [aspect, effect]) if (text) expect(text.en, key).toMatch(/[a-z]{3}/)
    }
  })
})

describe('reading them refuses', () => {
  test.each([
    ['an unknown dataset', { dataset: 'noise' }, /dataset/],
    ['a key in other letters', { key: 'Level' }, /key/],
    ['an aspect in one language', { aspect: { zh: '甲' } }, /aspect/],
    ['a word for yes', { differs: 'yes' }, /differs/],
    ['an unknown confidence', { confidence: 'sure' }, /confidence/],
    ['no source', { source: '' }, /source/],
    ['a source in one language', { source: { en: 'press' } }, /source/],
    ['a member of its own', { rank: 1 }, /rank/],
    ['a difference of a side that is not established', { sc: null, differs: true }, /not established/],
    ['a likeness of a side that is not established', { cq: null, differs: false }, /not established/],
  ])('%s', (_what, members, message) => {
    expect(() => readDifferences(changed(members))).toThrow(message)
  })

  test('an aspect told twice', () => {
    expect(() => readDifferences([first, first])).toThrow(/twice/)
  })

  test('and takes a side that is not established when nothing is told of it', () => {
    expect(readDifferences(changed({ sc: null, differs: null }))).toHaveLength(1)
  })
})
