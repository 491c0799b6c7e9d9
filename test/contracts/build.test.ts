/** The generated validators are those of the contracts as they stand, and hold no code that a runtime without eval refuses. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contractFiles, DECLARATION, validatorSource } from '../../contracts/build.ts'
import { CONTRACTS } from '../../contracts/index.ts'

const GENERATED = join(import.meta.dirname, '../../contracts/generated')
const read = (name: string) => readFileSync(join(GENERATED, name), 'utf8')

test('every contract file is served, and every one served has a file', () => {
  expect(
    contractFiles()
      .map(([id, version]) => `${id} ${version}`)
      .sort(),
  ).toEqual(CONTRACTS.map(({ id, version }) => `${id} ${version}`).sort())
})

test('nothing else lies among the generated files', () => {
  const expected = contractFiles().flatMap(([id, version]) => [`${id}-v${version}.d.ts`, `${id}-v${version}.js`])
  expect(readdirSync(GENERATED).sort()).toEqual(expected.sort())
})

describe.each(contractFiles())('%s v%s', (dataset, version) => {
  const name = `${dataset}-v${version}`

  test('its validator is fresh', async () => {
    expect(read(`${name}.js`)).toBe(await validatorSource(dataset, version))
    expect(read(`${name}.d.ts`)).toBe(DECLARATION)
  })

  test('judges where no code may be made from text', () => {
    const script = `
      const { default: validate } = await import(${JSON.stringify(join(GENERATED, `${name}.js`))})
      let refused = false
      try { new Function('return 1') } catch { refused = true }
      console.log(JSON.stringify([refused, validate({}), validate.errors?.[0]?.keyword]))`
    const args = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script]
    expect(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))).toEqual([true, false, 'required'])
  })

  test('says what it was made from', () => {
    expect(read(`${name}.js`).split('\n')[0]).toBe(
      `// Generated from ${dataset}/v${version}.json by contracts/build.ts; do not edit.`,
    )
  })

  test('makes no code at run time and imports nothing', () => {
    // Texts apart: ajv keeps the source of its helpers in one.
    const source = read(`${name}.js`).replace(/'[^'\n]*'|"(?:\\.|[^"\\\n])*"/g, '""')
    expect(source).not.toMatch(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(|\bimport\b|\brequire\s*\(/)
  })
})
