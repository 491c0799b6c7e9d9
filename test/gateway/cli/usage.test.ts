/** Arguments as people type them: an id of a key may begin with a hyphen, one in 64 does. */
import { describe, expect, test } from 'vitest'
import { readArgs, UsageError } from '../../../gateway/cli/usage.ts'

const ID = '-Qx3c9pZ0aB1dE2fG3hI4jK5lM6nO7pQ8rS9tU0vW1x'
const OTHER = '--x3c9pZ0aB1dE2fG3hI4jK5lM6nO7pQ8rS9tU0vW1x'
const PLAIN = 'aQx3c9pZ0aB1dE2fG3hI4jK5lM6nO7pQ8rS9tU0vW1x'
const options = {
  holder: { type: 'string' },
  deputy: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const
const read = (...args: string[]) => {
  const { values, positionals } = readArgs(args, options)
  return { ...values, positionals }
}

describe('an id that begins with a hyphen', () => {
  test('is the text of the option before it', () => {
    expect(read('put', '--holder', ID, '--json')).toEqual({ holder: ID, json: true, positionals: ['put'] })
    expect(read('--deputy', ID, '--deputy', OTHER, '--deputy', PLAIN)).toEqual({
      deputy: [ID, OTHER, PLAIN],
      positionals: [],
    })
  })

  test('is an argument where no option wants a text', () => {
    expect(read(ID, OTHER)).toEqual({ positionals: [ID, OTHER] })
    expect(read('--json', ID)).toEqual({ json: true, positionals: [ID] })
    expect(read('--holder', PLAIN, ID)).toEqual({ holder: PLAIN, positionals: [ID] })
    expect(read(PLAIN, '--', ID, '--json')).toEqual({ positionals: [PLAIN, ID, '--json'] })
  })
})

test.each([
  ['an option there is not', ['--holdre', ID]],
  ['an option without its text', ['--holder', '--json']],
  ['an option that ends the line', ['--holder']],
  ['a text for what takes none', ['--json=yes']],
  ['letters with a hyphen that are no id', ['-x']],
  ['a hyphen before one character too few', [ID.slice(0, -1)]],
])('%s is refused', (_, args) => {
  expect(() => read(...args)).toThrow(UsageError)
})
