/** A comparison as people read it, and the engine where no code may be made from text. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareSchemas, printComparison } from '../../../contracts/compare/index.ts'
import { edited } from './contract.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

describe('the print', () => {
  const comparison = edited({
    '/version': '1.1.0',
    '/schema/properties/section/properties/id/pattern': '^(cq|gz|sc)-\\S+$',
    '/schema/properties/class/title': 'x',
    '/terms/audience/results': 'public',
  })

  test('says the verdict first, the gravest finding next, and the step last', () => {
    expect(
      printComparison(comparison, 'en'),
    ).toBe(`breaking: in both directions there is data, or an agreement, that no longer holds
✗ the audience of results widens from both sides to everybody: what was sent under the old version was not agreed to be shown so; it needs new consent of both sides
  new /terms/audience/results
  old data fails under the new version; new data fails under the old version
  needs new consent
  terms are not in the shape of data; no instance can tell the versions apart
+ the old version asks for a text of the form ^(cq|sc)-\\S+$; the new version for a text of the form ^(cq|gz|sc)-\\S+$
  old /schema/properties/section/properties/id/pattern  @ /section/id
  new data fails under the old version
  counter-example (new accepts, old refuses)  /section/id = "gz-a"
– worded otherwise in 1 places
  /schema/properties/class/title
✗ the major number has to go up; 1.0.0 → 1.1.0 raises the minor number, which is not enough
`)
  })

  test('is in Chinese, in English, or in both side by side, line for line', () => {
    const [zh, en, both] = (['zh', 'en', 'both'] as const).map((language) => printComparison(comparison, language))
    expect(zh).toMatch(/^不兼容：/)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(both?.split('\n')).toHaveLength(zh?.split('\n').length ?? 0)
    expect(both).toContain('须重新同意 · needs new consent')
  })

  test('of two schemas has no step, and shows at most so much of an instance', () => {
    const long = printComparison(
      compareSchemas({ type: 'string', maxLength: 900 }, { type: 'string', maxLength: 800 }),
      'zh',
    )
    expect(long.split('\n').at(-2)).toMatch(/^ {2}反例（旧版收，新版拒） {2}"a+…$/)
    expect(printComparison(compareSchemas({}, {}), 'zh')).toBe('完全兼容：两版接受同样的数据\n')
  })
})

test('the engine runs where code may not be made from text, as on Workers', () => {
  const code = `
    import { compareSchemas } from './contracts/compare/index.ts'
    const { verdict, findings } = compareSchemas({ type: 'string', pattern: '^a' }, { type: 'string', pattern: '^[ab]' })
    process.stdout.write(JSON.stringify([verdict, findings[0].example.instance]))`
  const out = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '-e', code],
    { cwd: ROOT, encoding: 'utf8' },
  )
  expect(JSON.parse(out)).toEqual(['backward', 'b'])
})
