import { expect, test } from 'vitest'
import { leastSure } from '../../../adapters/standards/confidence.ts'

test.each([
  [['V2', 'V1'], 'V1'],
  [['V1', 'V2'], 'V1'],
  [['C', 'V2'], 'V2'],
  [['M-low', 'M-high', 'M-mid'], 'M-low'],
  [['V1', 'M-high'], 'M-high'],
  [['V2'], 'V2'],
  [[], 'C'],
] as const)('of %j the least sure is %s', (all, least) => {
  expect(leastSure(all)).toBe(least)
})
