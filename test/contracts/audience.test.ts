import { expect, test } from 'vitest'
import { CONTRACTS, recordAudience } from '../../contracts/index.ts'

test('a member only its sender may see is refused, since records are served to both sides', () => {
  expect(() => recordAudience({ results: 'own' }, ['results'])).toThrow(TypeError)
})

test('a member without an audience is refused rather than shown', () => {
  expect(() => recordAudience({ section: 'public' }, ['section', 'results'])).toThrow(TypeError)
})

test('a word that is no audience is refused', () => {
  expect(() => recordAudience({ section: 'everybody' }, ['section'])).toThrow(TypeError)
})

test('the originals of the water contract stay with their sender', () => {
  expect(CONTRACTS[0]?.terms.audience.original).toBe('own')
})
