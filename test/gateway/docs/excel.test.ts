/** The page on workbooks against what it tells of: names, codes, numbers, commands. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXAMPLE, MISSING, NUMBER_HEADING, OWN_SHEETS, RETURN_HEADINGS } from '../../../adapters/formats/marked.ts'
import { RULES } from '../../../contracts/rules/index.ts'
import { findCommand } from '../../../gateway/cli/commands.ts'
import { isErrorCode } from '../../../gateway/errors/table.ts'
import { FORM_LIMITS } from '../../../gateway/forms/limits.ts'
import { isPublic } from '../../../gateway/identity/access.ts'
import { DATA, FIRST_ROW } from '../forms/fill.ts'

const DOCS = resolve(import.meta.dirname, '../../../gateway/docs')
const read = (name: string): string => readFileSync(resolve(DOCS, name), 'utf8')

describe.each(['excel.md', 'zh/excel.md'])('%s', (name) => {
  const page = read(name)
  const codes = Array.from(page.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code)

  test('names sheets, headings and marks as they are', () => {
    for (const word of [DATA, ...Object.values(OWN_SHEETS), ...RETURN_HEADINGS, MISSING, NUMBER_HEADING])
      expect(codes, word).toContain(word)
    expect(page).toContain(EXAMPLE)
    expect(page).toContain(String(FORM_LIMITS.returnedRows))
    expect(FIRST_ROW).toBe(5)
    expect(page).toMatch(/from the fifth|第五行/)
  })

  test('names only rules and refusals there are', () => {
    const kebab = codes.filter((code) => /^[a-z]+(?:-[a-z]+)+$/.test(code))
    expect(kebab.length).toBeGreaterThanOrEqual(6)
    expect(kebab.filter((code) => !isErrorCode(code) && !Object.hasOwn(RULES, code))).toEqual([])
  })

  test('names addresses that anybody may ask, and commands with the options they have', async () => {
    for (const path of [
      '/v1/contracts/water-section-quality/template',
      '/v1/contracts/water-section-quality/1.0.0/template',
    ])
      expect(isPublic('GET', path)).toBe(true)
    for (const [command, option] of [
      ['template', '--party'],
      ['submit', '--rejections'],
      ['normalise', '--rejections'],
    ] as const) {
      expect(page).toContain(`chuanyu ${command}`)
      expect((await findCommand([command])?.row.load())?.help).toContain(option)
    }
  })
})

test('the page is reached from those on datasets and on the API', () => {
  for (const name of ['datasets.md', 'api.md']) expect(read(name)).toContain('(excel.md)')
})
