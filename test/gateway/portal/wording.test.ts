/** One word for one thing, in all that people read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROJECT } from '../../e2e/sandbox.ts'

/** The words of pages, downloads, errors and commands, and the Chinese documents. */
const READ = ['gateway', 'adapters', 'contracts/rules', 'contracts/compare'].flatMap((root) =>
  readdirSync(join(PROJECT, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|md)$/.test(name) && !name.includes('generated'))
    .map((name) => join(root, name)),
)

const DIFFERENCES = 'contracts/standards/differences.json'

function saying(word: RegExp): readonly string[] {
  return [...READ, DIFFERENCES].filter((path) => word.test(readFileSync(join(PROJECT, path), 'utf8')))
}

describe('what people read', () => {
  test('is looked through whole', () => {
    expect(READ.length).toBeGreaterThan(500)
    expect(saying(/登记册/).length).toBeGreaterThan(20)
  })

  test('calls a register 登记册, as its own title does; 名录 are the lists of others', () => {
    expect(saying(/(?:断面|区划|契约[、或与])名录|名录(?:与密钥|未标明|中的每条)|zh: '名录'/)).toEqual([])
  })

  test('calls the range that holds both sides’ a 并集, in the desk, the pages and the files alike', () => {
    expect(saying(/双方合并/)).toEqual([])
    expect(saying(/双方并集/).length).toBeGreaterThan(2)
  })
})
