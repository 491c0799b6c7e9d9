/** What becomes of bad rows and bad batches: `quality`, `allOrNothing`. */
import { BOTH, type Change, entriesOf, fromTo, onlyWords, REWORDED, without } from '../change.ts'
import { isArray, member, same } from '../json.ts'
import { differing } from './plain.ts'
import type { Term } from './term.ts'

/** How hard an action is on a row: counted or noted, it counts all the same. */
const STRICT: Readonly<Record<string, number>> = { count: 0, note: 0, flag: 0, reject: 1 }

const ruleOf = (entry: Parameters<typeof member>[0]): string => String(member(entry, 'rule') ?? JSON.stringify(entry))

/** `terms.quality`, rule by rule. */
export const quality: Term = (old, next) => {
  const { removed, added, changed } = entriesOf(old, next, ruleOf)
  const index = (list: typeof old, rule: string): string =>
    `/${isArray(list) ? list.findIndex((one) => ruleOf(one) === rule) : 0}`
  const changes = [
    ...added.map(([rule, entry]): Change => {
      const action = String(member(entry, 'action'))
      const why = {
        zh: `质量规则 ${rule} 新增，处理为 ${action}`,
        en: `the quality rule ${rule} is new; it will ${action}`,
      }
      return { breaks: breaksOf(undefined, action), below: index(next, rule), why }
    }),
    ...removed.map(([rule, entry]): Change => {
      const action = String(member(entry, 'action'))
      const why = {
        zh: `质量规则 ${rule} 删去，原处理为 ${action}`,
        en: `the quality rule ${rule} is taken out; it did ${action}`,
      }
      return { breaks: breaksOf(action, undefined), below: index(old, rule), within: 'old', why }
    }),
    ...changed.map(([rule, before, now]): Change => {
      const below = index(next, rule)
      if (onlyWords(before, now)) return { ...REWORDED, below }
      const { zh, en } = differing(before, now)
      const why = { zh: `质量规则 ${rule}：${zh}`, en: `the quality rule ${rule}: ${en}` }
      const [was, is] = [before, now].map((entry) => String(member(entry, 'action')))
      const onlyAction = same(without(before, 'action', 'zh', 'en'), without(now, 'action', 'zh', 'en'))
      return { breaks: onlyAction ? breaksOf(was, is) : BOTH, below, why }
    }),
  ]
  return changes.length > 0
    ? changes
    : [{ breaks: [], why: { zh: '质量规则次序不同', en: 'the quality rules are in another order' } }]
}

function breaksOf(before: string | undefined, now: string | undefined): Change['breaks'] {
  const [was, is] = [before, now].map((action) => (action === undefined ? 0 : STRICT[action]))
  if (was === undefined || is === undefined) return BOTH
  return is > was ? ['backward'] : is < was ? ['forward'] : []
}

/** `terms.allOrNothing`. */
export const allOrNothing: Term = (old, next) => {
  const { zh, en } = fromTo(old, next)
  return next === true
    ? [
        {
          breaks: ['backward'],
          why: {
            zh: `整批取舍${zh}：有坏行的批次，旧版收其好行，新版整批拒收`,
            en: `all-or-nothing goes ${en}: of a batch with a bad row the old version takes the good ones, the new one none`,
          },
        },
      ]
    : [
        {
          breaks: ['forward'],
          why: {
            zh: `整批取舍${zh}：有坏行的批次，新版收其好行，旧版整批拒收`,
            en: `all-or-nothing goes ${en}: of a batch with a bad row the new version takes the good ones, the old one none`,
          },
        },
      ]
}
