import { describe, expect, test } from 'vitest'
import { exampleOf } from '../../contracts/examples.ts'
import { CONTRACTS } from '../../contracts/index.ts'

describe('the example of a contract that pages show', () => {
  test.each(CONTRACTS.map((contract) => [contract.id, contract] as const))(
    'of %s is a record it takes',
    (_id, contract) => {
      const example = exampleOf(contract)
      expect(example).toBeDefined()
      expect(contract.validate(example)).toBe(true)
    },
  )

  test('is none where the version does not take it, and for what is no contract', () => {
    const [first] = CONTRACTS
    expect(exampleOf({ id: first?.id ?? '', validate: () => false })).toBeUndefined()
    expect(exampleOf({ id: '__proto__', validate: () => true })).toBeUndefined()
  })

  test('names no enterprise that is not marked as a sample', () => {
    for (const contract of CONTRACTS) {
      const text = JSON.stringify(exampleOf(contract))
      for (const [, name = ''] of text.matchAll(/"name":"([^"]*公司[^"]*)"/g)) expect(name).toContain('示例')
    }
  })
})
