/** Reading a step: any JSON is a step or a problem that points into it, and of each act exactly what its form says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type JsonValue, parseCanonical } from '../../../contracts/jcs.ts'
import { Problem } from '../../../gateway/errors/problem.ts'
import { ACT_POSTS } from '../../../gateway/release/consultation/acts.ts'
import { CONSULTATION_LIMITS } from '../../../gateway/release/consultation/limits.ts'
import { readStep, type SignedStep } from '../../../gateway/release/consultation/read-act.ts'

const DIGEST = 'a'.repeat(64)
const INSTANT = '2026-11-09T17:00:00+08:00'
type Json = { readonly [member: string]: JsonValue }
const EDIT: Json = { base: 0, cell: 'statement', reason: '措辞', take: 'own', value: '水质总体良好。' }

/** One of each act, as sound as they come. */
const ACTS: Readonly<Record<string, Json>> = {
  draft: {
    type: 'draft',
    basis: 12,
    corrects: null,
    embargo: INSTANT,
    period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-08T16:00:00Z' },
    product: 'weekly-water-bulletin',
    reason: null,
  },
  open: { type: 'open' },
  revise: { type: 'revise', edits: [EDIT, { ...EDIT, cell: '成都/2026-11-10', take: 'cq', reason: null, value: {} }] },
  rebase: { type: 'rebase', basis: 14 },
  comment: { type: 'comment', cell: 'sc-金子', revision: 0, text: '请核对\n总磷' },
  object: { type: 'object', cell: null, revision: 0, text: '不同意' },
  resolve: { type: 'resolve', objection: 4, text: '已改' },
  attach: { type: 'attach', bytes: 1024, digest: DIGEST, mediaType: 'application/pdf', name: '签发单（盖章）.pdf' },
  agree: { type: 'agree', digest: DIGEST },
  unsign: { type: 'unsign', reason: '数据有误' },
  withdraw: { type: 'withdraw', reason: '另行会商' },
  extend: { type: 'extend', agreeBy: INSTANT, reason: '补报', signBy: '2026-11-10T12:00:00+08:00' },
  'hand-over': { type: 'hand-over', text: '夜班请留意', to: 'key' },
}

function stepOf(act: JsonValue, more: Json = {}): Json {
  return { act, consultation: 'c', nonce: 'n'.repeat(16), seen: 3, type: 'consultation-step', v: 1, ...more }
}

function fault(value: JsonValue): Problem {
  try {
    readStep(value)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new TypeError('expected a problem')
}

/** What a JSON pointer names (RFC 6901 §4); undefined where there is nothing. */
function at(value: unknown, pointer: string): { readonly holder: unknown; readonly found: unknown } {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<{ readonly holder: unknown; readonly found: unknown }>(
      ({ found }, token) => ({
        holder: found,
        found: typeof found === 'object' && found !== null ? Reflect.get(found, token) : undefined,
      }),
      { holder: value, found: value },
    )
}

describe('a sound step', () => {
  test.each(Object.entries(ACTS))('of the act %s is read as it is', (_type, act) => {
    expect(readStep(stepOf(act))).toEqual(stepOf(act))
  })

  test('there is one of every act that comes as a step', () => {
    const acts = Object.keys(ACT_POSTS).filter((act) => act !== 'sign')
    expect(Object.keys(ACTS).sort()).toEqual(acts.sort())
  })

  test('names no consultation when it is a draft', () => {
    expect(readStep(stepOf(ACTS.draft ?? null, { consultation: null })).consultation).toBeNull()
  })
})

/** Any JSON, of names that the forms know and names that pointers must escape. */
const NAMES = ['act', 'type', 'edits', 'cell', 'a/b', '~', 'a expected b', '__proto__', 'constructor', '', ' ', '0']
const anything = fc.letrec<{ readonly value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.constantFrom<JsonValue>(null, true, 0, -1, 1.5, 1e21, '', ' ', INSTANT, DIGEST, 'own', ...Object.keys(ACTS)),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 5 })), tie('value'), { maxKeys: 3 }),
  ),
})).value

/** Sound steps with something put in place of a member, taken away or added, at any depth. */
const bent: fc.Arbitrary<JsonValue> = fc
  .record({
    act: fc.constantFrom(...Object.values(ACTS)),
    path: fc.array(fc.nat(9), { maxLength: 4 }),
    how: fc.constantFrom('put', 'take', 'add'),
    name: fc.constantFrom(...NAMES),
    value: anything,
  })
  .map(({ act, path, how, name, value }) => {
    const bend = (held: JsonValue, [step, ...rest]: readonly number[]): JsonValue => {
      if (step === undefined || typeof held !== 'object' || held === null) {
        return how === 'add' && typeof held === 'object' && held !== null && !Array.isArray(held)
          ? Object.fromEntries([...Object.entries(held), [name, value]])
          : value
      }
      const members: [string, JsonValue][] = Object.entries(held)
      const chosen = step % Math.max(1, members.length)
      const next = members.flatMap(([key, member], place): [string, JsonValue][] => {
        if (place !== chosen) return [[key, member]]
        return how === 'take' && rest.length === 0 ? [] : [[key, bend(member, rest)]]
      })
      return Array.isArray(held) ? next.map(([, member]) => member) : Object.fromEntries(next)
    }
    return bend(stepOf(act), path)
  })

describe('any JSON', () => {
  test.each([
    ['whatever it is', anything],
    ['a step bent out of shape', bent],
  ])('%s, is a step that says just that, or a problem that points at what is wrong', (_title, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        let step: SignedStep
        try {
          step = readStep(value)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          expect(error.code).toBe('body-invalid')
          const { pointer, detail } = error.extra
          expect(pointer).toMatch(/^(\/.*)?$/s)
          expect(detail?.zh).toMatch(/\p{Script=Han}/u)
          expect(detail?.en).toMatch(/expected|not a known member/)
          // It names a member that is there, or one that is missing from an object that is.
          const { holder, found } = at(value, pointer ?? '')
          expect(found !== undefined || (typeof holder === 'object' && holder !== null)).toBe(true)
          return
        }
        expect(canonical(step)).toBe(canonical(value))
        expect(Object.keys(ACTS)).toContain(step.act.type)
      }),
      { numRuns: 3000 },
    )
  })

  test('that was taken from a signed text is read to the depth such a text can have', () => {
    const deep = (levels: number): JsonValue => parseCanonical(`${'['.repeat(levels)}${']'.repeat(levels)}`) ?? null
    const nested = { type: 'revise', edits: [{ ...EDIT, value: deep(250) }] }
    expect(readStep(stepOf(nested)).act.type).toBe('revise')
  })
})

describe('is no step:', () => {
  const act = (type: string, more: Json): Json => ({ ...ACTS[type], ...more })
  const edits = (count: number): Json[] => Array.from({ length: count }, (_, n) => ({ ...EDIT, cell: `c${n}` }))

  test.each<[string, Json, string]>([
    ['an act of no kind', { type: 'publish' }, '/act/type'],
    ['a signature, which comes another way', { type: 'sign' }, '/act/type'],
    ['an act named like a member of every object', { type: 'constructor' }, '/act/type'],
    ['a member too many', act('open', { force: true }), '/act/force'],
    ['a member too many whose name has a slash', act('open', { 'a/b': 1 }), '/act/a~1b'],
    ['a member too many whose name is words', act('open', { 'x expected y': 1 }), '/act/x expected y'],
    ['a comment without words', act('comment', { text: ' \n' }), '/act/text'],
    ['words too many by one', act('comment', { text: '字'.repeat(CONSULTATION_LIMITS.text + 1) }), '/act/text'],
    ['half a character', act('comment', { text: '\ud840' }), '/act/text'],
    ['half a character in a name', act('attach', { name: 'a\udc00.pdf' }), '/act/name'],
    ['a name with a line in it', act('attach', { name: 'a\nb.pdf' }), '/act/name'],
    ['a name with a character nobody sees', act('attach', { name: 'a\u0000.pdf' }), '/act/name'],
    ['a name of 201 characters', act('attach', { name: 'n'.repeat(201) }), '/act/name'],
    ['a name that ends in a space', act('attach', { name: 'a.pdf ' }), '/act/name'],
    ['a digest in capitals', act('agree', { digest: 'A'.repeat(64) }), '/act/digest'],
    ['a media type without a kind', act('attach', { mediaType: 'pdf' }), '/act/mediaType'],
    ['a revision below 0', act('comment', { revision: -1 }), '/act/revision'],
    ['a ledger size that is no whole number', act('rebase', { basis: 1.5 }), '/act/basis'],
    ['a ledger size no number can be sure of', act('rebase', { basis: 2 ** 53 }), '/act/basis'],
    ['no edit', act('revise', { edits: [] }), '/act/edits'],
    ['edits too many by one', act('revise', { edits: edits(CONSULTATION_LIMITS.edits + 1) }), '/act/edits'],
    ['a cell twice', act('revise', { edits: [EDIT, EDIT] }), '/act/edits'],
    [
      'a value of one’s own without a reason',
      act('revise', { edits: [{ ...EDIT, reason: null }] }),
      '/act/edits/0/reason',
    ],
    ['a source there is none of', act('revise', { edits: [EDIT, { ...EDIT, take: 'mean' }] }), '/act/edits/1/take'],
    ['a product there is none of', act('draft', { product: 'weekly' }), '/act/product'],
  ])('%s', (_title, bad, pointer) => {
    const { code, extra } = fault(stepOf(bad))
    expect([code, extra.pointer]).toEqual(['body-invalid', pointer])
  })

  test.each([
    ['30 February', '2026-02-30T17:00:00+08:00'],
    ['29 February of a common year', '2026-02-29T17:00:00+08:00'],
    ['the 13th month', '2026-13-01T17:00:00+08:00'],
    ['hour 24', '2026-11-09T24:00:00+08:00'],
    ['second 60', '2026-11-09T17:00:60+08:00'],
    ['a part of a second', '2026-11-09T17:00:00.500+08:00'],
    ['no offset', '2026-11-09T17:00:00'],
    ['an offset of 15 hours', '2026-11-09T17:00:00+15:00'],
    ['a day alone', '2026-11-09'],
    ['a year of five digits by our clock', '9999-12-31T23:00:00Z'],
    ['a number', 1_794_214_800_000],
  ])('an instant of %s', (_title, agreeBy) => {
    expect(fault(stepOf(act('extend', { agreeBy }))).extra.pointer).toBe('/act/agreeBy')
  })

  test('29 February of a leap year is a day, and whole seconds may be said in thousandths', () => {
    for (const agreeBy of ['2028-02-29T17:00:00+08:00', '2026-11-09T09:00:00.000Z', '2026-11-09T03:30:00-05:30'])
      expect(readStep(stepOf(act('extend', { agreeBy }))).act).toMatchObject({ agreeBy })
  })

  test.each<[string, Json, string]>([
    ['of another type', { type: 'duty' }, '/type'],
    ['of another version', { v: 2 }, '/v'],
    ['with a nonce too short', { nonce: 'n'.repeat(15) }, '/nonce'],
    ['with a nonce of other characters', { nonce: 'n'.repeat(15).concat('=') }, '/nonce'],
    ['that has seen a part of a step', { seen: 0.5 }, '/seen'],
    ['of a consultation that is a number', { consultation: 7 }, '/consultation'],
    ['with a member more', { note: 'x' }, '/note'],
  ])('one %s', (_title, more, pointer) => {
    expect(fault(stepOf({ type: 'open' }, more)).extra.pointer).toBe(pointer)
  })

  test('what is no object at all', () => {
    for (const value of [null, [], 'step', 7]) expect(fault(value).extra.pointer).toBe('')
  })
})
