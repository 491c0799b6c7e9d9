/** Findings on the terms of two contracts, each by its own rule; a term nothing here knows counts as breaking. */
import type { JsonValue } from '../../jcs.ts'
import { type Change, changeFinding, onlyWords, REWORDED } from '../change.ts'
import { below, isObject, type JsonObject, member, same } from '../json.ts'
import type { Finding } from '../types.ts'
import { audience } from './audience.ts'
import { cadence } from './cadence.ts'
import { allOrNothing, quality } from './checks.ts'
import { grants } from './grants.ts'
import { signatories, territory } from './parties.ts'
import { entrywise, plain, whole } from './plain.ts'
import { products, rounding, standards } from './results.ts'
import { crosswalk, display, effective, mutualRecognition, retention, transition } from './standing.ts'
import type { Around, Term } from './term.ts'

const idOf = (entry: JsonValue): string => String(member(entry, 'id') ?? JSON.stringify(entry))

const crosswalks: Term = entrywise({ zh: '对照关系', en: 'the crosswalk' }, idOf, {
  zh: '同一代码换算出的等级不同',
  en: 'the same code comes to another grade',
})
const detectionLimits: Term = entrywise({ zh: '检出限', en: 'the detection limit of' }, idOf, {
  zh: '未检出所指的浓度不同',
  en: '"not detected" means another concentration',
})

/** How each term is compared. */
const TERMS: Readonly<Record<string, Term>> = {
  allOrNothing,
  audience,
  averaging: whole(
    { zh: '平均时间', en: 'the averaging period' },
    { zh: '不同时段的均值不可直接比较', en: 'means over different periods are not directly comparable' },
  ),
  cadence,
  crosswalk,
  crosswalks,
  detectionLimits,
  display,
  effective,
  grants,
  mutualRecognition,
  products,
  quality,
  register: whole(
    { zh: '登记册', en: 'the register' },
    { zh: '编号指向另一登记册', en: 'ids are looked up in another one' },
  ),
  retention,
  rounding,
  signatories,
  standards,
  territory,
  transition,
}

const KEY: Term = (old, next) => {
  const [before, now] = [member(old, 'members'), member(next, 'members')]
  if (before === undefined || now === undefined || same(before, now))
    return plain({ zh: '记录键', en: 'the key' })(old, next)
  return whole(
    { zh: '记录键', en: 'the key' },
    { zh: '同一记录的键不同，修订无法对应', en: 'one record has another key; revisions no longer meet' },
  )(before, now).map((change) => ({ ...change, below: '/members' }))
}

/** Members of a contract beside its schema and terms. */
const TOP: Readonly<Record<string, Term>> = {
  id: whole({ zh: '契约标识', en: 'the id of the contract' }, { zh: '不是同一契约', en: 'not the same contract' }),
  key: KEY,
  title: () => [REWORDED],
}

/** Findings on everything of two contracts but their schemas and version numbers. */
export function termsFindings(old: JsonObject, next: JsonObject): readonly Finding[] {
  const around: Around = { oldMembers: membersOf(old), newMembers: membersOf(next) }
  const beside = (contract: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(contract).filter(([name]) => !['schema', 'terms', 'version'].includes(name)))
  return [
    ...compared(beside(old), beside(next), '', TOP, around),
    ...compared(termsOf(old), termsOf(next), '/terms', TERMS, around),
  ]
}

function termsOf(contract: JsonObject): JsonObject {
  return isObject(contract.terms) ? contract.terms : {}
}

function membersOf({ schema }: JsonObject): ReadonlySet<string> {
  const properties = member(schema, 'properties')
  // The evidence has an audience beside the members of a record.
  return new Set([...(isObject(properties) ? Object.keys(properties) : []), 'original'])
}

function compared(
  old: JsonObject,
  next: JsonObject,
  at: string,
  rules: Readonly<Record<string, Term>>,
  around: Around,
): readonly Finding[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])].sort()
  return names.flatMap((name) => {
    const [before, now] = [member(old, name), member(next, name)]
    if (before !== undefined && now !== undefined && same(before, now)) return []
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const changes: readonly Change[] = onlyWords(before, now)
      ? [REWORDED]
      : (rule ?? plain({ zh: `条款 ${name}`, en: `the term ${name}` }))(before, now, around)
    return changes.map((change) => {
      const within = change.within ?? (now === undefined ? 'old' : 'new')
      return changeFinding({ ...change, within }, { kind: 'terms', rule: name, pointer: below(at, name) })
    })
  })
}
