/** The rules of one schema in words: values, bounds, lengths, forms. */
import type { Bilingual } from '../../../contracts/types.ts'
import { isMembers, listOf, type Members, membersOf } from './members.ts'

/** A rule; `codes` are values or an expression, printed as code. */
export interface FieldRule {
  readonly words: Bilingual
  readonly codes: readonly string[]
}

function rule(zh: string, en: string, ...codes: readonly string[]): FieldRule {
  return { words: { zh, en }, codes }
}

/** What a schema asks of its value; members told apart are left to their own rows. */
export function rulesOf(schema: Members): readonly FieldRule[] {
  const { const: fixed, enum: values, pattern, uniqueItems } = schema
  return [
    ...(values === undefined ? [] : [rule('取值', 'one of', ...listOf(values).map(print))]),
    ...(fixed === undefined ? [] : [rule('固定为', 'always', print(fixed))]),
    ...bounds(schema),
    ...counts(schema, ['minLength', 'maxLength'], '字数', 'characters'),
    ...counts(schema, ['minItems', 'maxItems'], '项数', 'entries'),
    ...counts(schema, ['minProperties', 'maxProperties'], '成员数', 'members'),
    ...(uniqueItems === true ? [rule('不重复', 'no two alike')] : []),
    ...(typeof pattern === 'string' ? [rule('格式', 'form', pattern)] : []),
    ...(isMembers(schema.items) ? rulesOf(schema.items).map(ofEach) : []),
    ...overrides(schema),
  ]
}

/** What a field asks of a shared definition's members: only beside `allOf`. */
function overrides(schema: Members): readonly FieldRule[] {
  if (listOf(schema.allOf).length === 0) return []
  return Object.entries(membersOf(schema.properties)).flatMap(([name, value]) =>
    rulesOf(membersOf(value)).map(({ words, codes }) => ({
      words: { zh: `${name} ${words.zh}`, en: `${name} ${words.en}` },
      codes,
    })),
  )
}

function ofEach({ words, codes }: FieldRule): FieldRule {
  return { words: { zh: `每项${words.zh}`, en: `each ${words.en}` }, codes }
}

function print(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function bounds({ exclusiveMaximum, exclusiveMinimum, maximum, minimum }: Members): readonly FieldRule[] {
  const found = [
    typeof minimum === 'number' ? `≥ ${minimum}` : '',
    typeof exclusiveMinimum === 'number' ? `> ${exclusiveMinimum}` : '',
    typeof maximum === 'number' ? `≤ ${maximum}` : '',
    typeof exclusiveMaximum === 'number' ? `< ${exclusiveMaximum}` : '',
  ].filter((part) => part !== '')
  return found.length === 0 ? [] : [rule('范围', 'range', ...found)]
}

function counts(
  schema: Members,
  [least, most]: readonly [string, string],
  zh: string,
  en: string,
): readonly FieldRule[] {
  const [low, high] = [schema[least], schema[most]]
  if (typeof low !== 'number' && typeof high !== 'number') return []
  const text =
    typeof low !== 'number'
      ? `≤ ${high}`
      : typeof high !== 'number'
        ? `≥ ${low}`
        : low === high
          ? `${low}`
          : `${low}–${high}`
  return [rule(zh, en, text)]
}
