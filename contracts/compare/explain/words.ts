/** What a rule asks, in words. */
import type { Bilingual } from '../../types.ts'
import { KINDS, type Kind } from '../json.ts'
import type { Atom, AtomOf, LimitRule } from '../schema/form.ts'

const LIMITS: Readonly<Record<LimitRule, (limit: number) => Bilingual>> = {
  minimum: (n) => ({ zh: `数值不小于 ${n}`, en: `a number of ${n} or more` }),
  maximum: (n) => ({ zh: `数值不大于 ${n}`, en: `a number of ${n} or less` }),
  exclusiveMinimum: (n) => ({ zh: `数值大于 ${n}`, en: `a number above ${n}` }),
  exclusiveMaximum: (n) => ({ zh: `数值小于 ${n}`, en: `a number below ${n}` }),
  multipleOf: (n) => ({ zh: `数值为 ${n} 的整数倍`, en: `a multiple of ${n}` }),
  minLength: (n) => ({ zh: `至少 ${n} 个字符`, en: `at least ${n} characters` }),
  maxLength: (n) => ({ zh: `至多 ${n} 个字符`, en: `at most ${n} characters` }),
  minItems: (n) => ({ zh: `至少 ${n} 项`, en: `at least ${n} entries` }),
  maxItems: (n) => ({ zh: `至多 ${n} 项`, en: `at most ${n} entries` }),
  minProperties: (n) => ({ zh: `至少 ${n} 个成员`, en: `at least ${n} members` }),
  maxProperties: (n) => ({ zh: `至多 ${n} 个成员`, en: `at most ${n} members` }),
}

const KIND_NAMES: Readonly<Record<Kind | 'whole', Bilingual>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数值', en: 'number' },
  whole: { zh: '整数', en: 'whole number' },
  boolean: { zh: '真假值', en: 'true or false' },
  object: { zh: '对象', en: 'object' },
  array: { zh: '数组', en: 'array' },
  null: { zh: 'null', en: 'null' },
}

/** What a rule asks. */
export function asks(atom: Atom): Bilingual {
  switch (atom.rule) {
    case 'type':
      return kindWords(atom)
    case 'enum':
      return list({ zh: '代码表', en: 'one of the list' }, atom.values.map(shown))
    case 'pattern':
      return { zh: `符合 ${atom.pattern}`, en: `a text of the form ${atom.pattern}` }
    case 'format':
      return { zh: `格式 ${atom.format}`, en: `the format ${atom.format}` }
    case 'prefixItems':
      return { zh: `第 ${atom.index + 1} 项合其规则`, en: `entry ${atom.index + 1} by its rule` }
    case 'items':
      return { zh: '每一项合其规则', en: 'every entry by its rule' }
    case 'uniqueItems':
      return { zh: '各项互不相同', en: 'no entry twice' }
    case 'contains':
      return { zh: '至少一项合其规则', en: 'some entry by the rule' }
    case 'required':
      return { zh: `必有成员 ${atom.name}`, en: `the member ${atom.name}` }
    case 'properties':
      return { zh: `成员 ${atom.name} 合其规则`, en: `the member ${atom.name} by its rule` }
    case 'patternProperties':
      return { zh: `名为 ${atom.pattern} 的成员合其规则`, en: `members named ${atom.pattern} by their rule` }
    case 'additionalProperties':
      return { zh: '未列出的成员合其规则', en: 'members not listed by their rule' }
    case 'propertyNames':
      return { zh: '成员名合其规则', en: 'names of members by the rule' }
    case 'dependentRequired':
      return list({ zh: `有 ${atom.name} 时须有`, en: `with ${atom.name} also` }, atom.needs)
    case 'dependentSchemas':
      return { zh: `有 ${atom.name} 时合其规则`, en: `with ${atom.name}, its rule` }
    case 'anyOf':
      return { zh: `${atom.forms.length} 种写法之一`, en: `one or more of ${atom.forms.length} alternatives` }
    case 'oneOf':
      return { zh: `${atom.forms.length} 种写法中恰一种`, en: `exactly one of ${atom.forms.length} alternatives` }
    case 'not':
      return { zh: '不合所列规则', en: 'not what the rule describes' }
    case 'if':
      return { zh: '按条件适用的规则', en: 'the rule that its condition brings' }
    case 'undecided':
      return { zh: `合 ${atom.keyword}`, en: `what ${atom.keyword} asks` }
    default:
      return LIMITS[atom.rule](atom.limit)
  }
}

/** What being accepted nowhere is called, for a member or entry. */
export const NOTHING: Bilingual = { zh: '此处不得有值', en: 'no value here' }

function kindWords({ kinds, integer }: AtomOf<'type'>): Bilingual {
  if (kinds.length === 0) return NOTHING
  if (kinds.length === KINDS.length && !integer) return { zh: '任意类型', en: 'any kind of value' }
  const names = kinds.map((kind) => KIND_NAMES[kind === 'number' && integer ? 'whole' : kind])
  return {
    zh: `类型为${names.map(({ zh }) => zh).join('或')}`,
    en: `of kind ${names.map(({ en }) => en).join(' or ')}`,
  }
}

const MOST_SHOWN = 12

/** A list after its heading, the first few of it and how many more. */
export function list({ zh, en }: Bilingual, entries: readonly string[]): Bilingual {
  const shownOf = entries.slice(0, MOST_SHOWN)
  const more = entries.length - shownOf.length
  return {
    zh: `${zh} ${shownOf.join('、')}${more > 0 ? ` 等 ${entries.length} 项` : ''}`,
    en: `${en} ${shownOf.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  }
}

/** A value as a person reads it in a sentence. */
export function shown(value: unknown): string {
  return typeof value === 'string' && /^[^\s,、]+$/.test(value) ? value : JSON.stringify(value)
}
