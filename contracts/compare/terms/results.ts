/** What figures are judged by, how they are rounded, and what is made of them: `standards`, `rounding`, `products`. */
import type { JsonValue } from '../../jcs.ts'
import { BOTH, type Change, entriesOf, fromTo, onlyWords, REWORDED, without } from '../change.ts'
import { below, isArray, member, same } from '../json.ts'
import { numberAndEdition } from '../meaning/standards.ts'
import { differing, entrywise } from './plain.ts'
import type { Term } from './term.ts'

const idOf = (entry: JsonValue): string => String(member(entry, 'id') ?? JSON.stringify(entry))
const numberOf = (id: string): string => numberAndEdition(id).number
const productOf = (entry: JsonValue): string => String(member(entry, 'product') ?? JSON.stringify(entry))

function placeIn(list: JsonValue | undefined, name: string): string {
  return isArray(list) ? `/${list.findIndex((entry) => idOf(entry) === name)}` : below('', name)
}

/** `terms.standards`: another edition judges otherwise; one more beside it is in force at other times, or for other things. */
export const standards: Term = (old, next) => {
  const { removed, added, changed } = entriesOf(old, next, idOf)
  const editions = removed.flatMap(([before]) => {
    const now = added.find(([id]) => numberOf(id) === numberOf(before))?.[0]
    return now === undefined ? [] : [[before, now] as const]
  })
  const [gone, come] = [editions.map(([before]) => before), editions.map(([, now]) => now)]
  const changes = [
    ...editions.map(([before, now]): Change => {
      const { zh, en } = fromTo(before, now)
      return {
        breaks: BOTH,
        below: placeIn(next, now),
        why: {
          zh: `标准版本${zh}：依据不同，结果不可直接比较`,
          en: `the edition of the standard goes ${en}: judged otherwise, not directly comparable`,
        },
      }
    }),
    ...removed
      .filter(([id]) => !gone.includes(id))
      .map(([id]): Change => {
        const why = { zh: `不再依据标准 ${id}`, en: `the standard ${id} no longer applies` }
        return { breaks: ['backward'], below: placeIn(old, id), within: 'old', why }
      }),
    ...added
      .filter(([id]) => !come.includes(id))
      .map(([id]): Change => {
        const why = { zh: `增加依据标准 ${id}`, en: `the standard ${id} applies as well` }
        return { breaks: ['forward'], below: placeIn(next, id), why }
      }),
    ...changed.map(([id, before, now]): Change => {
      if (onlyWords(before, now)) return { ...REWORDED, below: placeIn(next, id) }
      const { zh, en } = differing(before, now)
      const why = { zh: `标准 ${id} 的用法：${zh}`, en: `the use of the standard ${id}: ${en}` }
      return { breaks: BOTH, below: placeIn(next, id), why }
    }),
  ]
  return changes.length > 0
    ? changes
    : [{ breaks: [], why: { zh: '标准次序不同', en: 'the standards are in another order' } }]
}

const REROUNDED = { zh: '同一测值公布的数字不同', en: 'the same measurement is published as another figure' }

const decimals = entrywise({ zh: '修约位数', en: 'the decimals of' }, String, REROUNDED)

/** `terms.rounding`, product by product and item by item. */
export const rounding: Term = entrywise({ zh: '修约规则', en: 'the rounding of' }, productOf, (name, before, now) => {
  const items = decimals(member(before, 'decimals'), member(now, 'decimals')).map((change) => ({
    ...change,
    below: `/decimals${change.below ?? ''}`,
  }))
  const [rest, others] = [without(before, 'decimals'), without(now, 'decimals')]
  if (same(rest, others)) return items
  if (onlyWords(rest, others)) return [...items, REWORDED]
  const { zh, en } = differing(rest, others)
  const why = { zh: `${name} 的修约 ${zh}：${REROUNDED.zh}`, en: `the rounding of ${name} goes ${en}: ${REROUNDED.en}` }
  return [...items, { breaks: BOTH, why }]
})

/** `terms.products`. */
export const products: Term = entrywise({ zh: '联合产品', en: 'the joint product' }, idOf, {
  zh: '已发布与将发布的不可直接比较',
  en: 'what was and what will be released are not directly comparable',
})
