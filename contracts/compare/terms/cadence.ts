/** `terms.cadence`: how often, over what time, how far ahead, and by when. */
import type { JsonValue } from '../../jcs.ts'
import { BOTH, type Change, fromTo, onlyWords, REWORDED, without } from '../change.ts'
import { below, isObject, member, same } from '../json.ts'
import { type Effect, lasting, secondsOf } from './durations.ts'
import { entrywise, plain } from './plain.ts'
import type { Term } from './term.ts'

const NEW_ASKS_MORE: Effect = {
  breaks: ['backward'],
  because: {
    zh: '合于旧版的报送，新版嫌迟或不足',
    en: 'what kept the old version is late, or too little, for the new',
  },
}
const OLD_ASKS_MORE: Effect = {
  breaks: ['forward'],
  because: {
    zh: '合于新版的报送，旧版嫌迟或不足',
    en: 'what keeps the new version was late, or too little, for the old',
  },
}

const comings = entrywise({ zh: '频次', en: 'the cadence' }, String, { zh: '', en: '' })

/** `terms.cadence`: a deadline, and for each kind of monitoring its pace, its averaging period and its horizon. */
export const cadence: Term = (old, next) => {
  const names = [...new Set([old, next].flatMap((value) => (isObject(value) ? Object.keys(value) : [])))]
  return names.flatMap((name): readonly Change[] => {
    const [before, now] = [member(old, name), member(next, name)]
    if (before === undefined || now === undefined)
      return comings(before === undefined ? {} : { [name]: before }, now === undefined ? {} : { [name]: now })
    if (same(before, now)) return []
    const changes = isObject(before) && isObject(now) ? paceChanges(name, before, now) : [deadline(name, before, now)]
    return changes.map((change) => ({ ...change, below: `${below('', name)}${change.below ?? ''}` }))
  })
}

function deadline(name: string, before: JsonValue, now: JsonValue): Change {
  return lasting({ zh: `${name} `, en: name }, OLD_ASKS_MORE, NEW_ASKS_MORE)(before, now)
}

function paceChanges(name: string, before: JsonValue, now: JsonValue): readonly Change[] {
  const rules: readonly [string, (old: JsonValue | undefined, next: JsonValue | undefined) => Change][] = [
    ['every', lasting({ zh: `${name} 的间隔`, en: `the pace of ${name}` }, OLD_ASKS_MORE, NEW_ASKS_MORE)],
    ['horizon', lasting({ zh: `${name} 的预报时长`, en: `the horizon of ${name}` }, NEW_ASKS_MORE, OLD_ASKS_MORE)],
    ['averaging', averaging(name)],
  ]
  const changes = rules.flatMap(([part, change]): readonly Change[] => {
    const [was, is] = [member(before, part), member(now, part)]
    if (same(was ?? null, is ?? null)) return []
    return [{ ...change(was, is), below: `/${part}`, within: is === undefined ? 'old' : 'new' }]
  })
  const known = rules.map(([part]) => part)
  const [rest, others] = [without(before, ...known), without(now, ...known)]
  if (same(rest, others)) return changes
  if (onlyWords(rest, others)) return [...changes, REWORDED]
  return [...changes, ...plain({ zh: `频次 ${name}`, en: `cadence ${name}` })(rest, others)]
}

function averaging(name: string) {
  return (before: JsonValue | undefined, now: JsonValue | undefined): Change => {
    const [was, is] = [secondsOf(before), secondsOf(now)]
    if (was !== undefined && was === is) return REWORDED
    const { zh, en } = fromTo(before, now)
    return {
      breaks: BOTH,
      why: {
        zh: `${name} 的平均时间${zh}：不同时段的均值不可直接比较`,
        en: `the averaging period of ${name} goes ${en}: means over different periods are not directly comparable`,
      },
    }
  }
}
