/** A configuration that people can read: comments stay comments, values come back as they were. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCommented, printCommented } from '../../../gateway/machine/commented.ts'

const CONFIG = {
  origin: 'https://gateway.example',
  log: 'gateway.example/log',
  sandbox: false,
  contact: 'mailto:security@gateway.example',
  roots: { cq: { crv: 'Ed25519', kty: 'OKP', x: 'a' }, sc: { crv: 'Ed25519', kty: 'OKP', x: 'b' } },
}

describe('a commented configuration', () => {
  test('says what each member means in both languages, right above it', () => {
    const lines = printCommented(CONFIG).split('\n')
    for (const name of Object.keys(CONFIG)) {
      const place = lines.findIndex((line) => line.startsWith(`  "${name}":`))
      expect(place).toBeGreaterThan(0)
      expect(lines[place - 1]).toMatch(/^ {2}\/\/ .*[a-z]/)
      expect(lines[place - 2]).toMatch(/^ {2}\/\/ .*\p{Script=Han}/u)
    }
  })

  test('shows what may be left out as a sample, which becomes a value when its slashes go', () => {
    const text = printCommented(CONFIG)
    const uncommented = text
      .replace('  // "metrics":', '  "metrics":')
      .replace(/("roots": \{[\s\S]*?\n {2}\})(?!,)/, '$1,')
    // A comma too many at the end is the one thing left to mend.
    const value = parseCommented(uncommented.replace(/,(?=\s*(?:\/\/[^\n]*\s*)*\}\s*$)/, ''))
    expect(value).toMatchObject({ metrics: { host: '127.0.0.1', port: 9464 } })
  })

  test('gives back any value it was made of, members it does not know too', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (more) => {
        const config = { ...CONFIG, ...more }
        const plain: unknown = JSON.parse(JSON.stringify(config))
        expect(parseCommented(printCommented(config))).toEqual(plain)
      }),
    )
  })

  test('keeps a text that looks like a comment inside a value', () => {
    expect(parseCommented('{\n  // said\n  "a": "// not",\n  "b": "http://x"\n}')).toEqual({
      a: '// not',
      b: 'http://x',
    })
  })

  test('is no JSON where it is none, and the line is told', () => {
    expect(() => parseCommented('{\n  // said\n  "a": \n}')).toThrow(SyntaxError)
  })
})
