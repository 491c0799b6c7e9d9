/** Who may see a member: widening it needs new consent, narrowing it takes away from readers. */
import type { JsonValue } from '../../jcs.ts'
import type { Bilingual } from '../../types.ts'
import { BOTH, type Change, fromTo } from '../change.ts'
import { below, isObject, member } from '../json.ts'
import type { Term } from './term.ts'

const REACH: readonly string[] = ['own', 'joint', 'public']
const NAMES: Readonly<Record<string, Bilingual>> = {
  own: { zh: '仅报送方', en: 'the sender alone' },
  joint: { zh: '双方', en: 'both sides' },
  public: { zh: '公众', en: 'everybody' },
}

/** What a change of audience does; no audience is that of both sides. */
export function audienceChange(what: Bilingual, old: JsonValue | undefined, next: JsonValue | undefined): Change {
  const [before, now] = [old ?? 'joint', next ?? 'joint'].map((value) => REACH.indexOf(String(value)))
  const [from, to] = [nameOf(old ?? 'joint'), nameOf(next ?? 'joint')]
  if (before === undefined || now === undefined || before < 0 || now < 0) {
    const { zh, en } = fromTo(old, next)
    return {
      breaks: BOTH,
      unknown: true,
      why: {
        zh: `${what.zh}的可见范围${zh}：不是已知的范围`,
        en: `the audience of ${what.en} goes ${en}: no known audience`,
      },
    }
  }
  if (now > before) {
    return {
      breaks: BOTH,
      consent: true,
      why: {
        zh: `${what.zh}的可见范围由${from.zh}放宽到${to.zh}：按旧版报送的数据未同意如此公开，须双方重新同意`,
        en: `the audience of ${what.en} widens from ${from.en} to ${to.en}: what was sent under the old version was not agreed to be shown so; it needs new consent of both sides`,
      },
    }
  }
  if (now === before)
    return { breaks: [], why: { zh: `${what.zh}的可见范围实际未变`, en: `the audience of ${what.en} stays as it was` } }
  return {
    breaks: ['backward'],
    why: {
      zh: `${what.zh}的可见范围由${from.zh}收窄到${to.zh}：原有读者不再能读；已公开的无法收回`,
      en: `the audience of ${what.en} narrows from ${from.en} to ${to.en}: readers of the old version lose it; what was shown stays known`,
    },
  }
}

function nameOf(value: JsonValue): Bilingual {
  const text = String(value)
  return NAMES[text] ?? { zh: text, en: text }
}

/** `terms.audience`. */
export const audience: Term = (old, next, { oldMembers, newMembers }) => {
  const names = [...new Set([old, next].flatMap((value) => (isObject(value) ? Object.keys(value) : [])))]
  return names.flatMap((name): readonly Change[] => {
    const [before, now] = [member(old, name), member(next, name)]
    if (before === now) return []
    const place = { below: below('', name), within: now === undefined ? ('old' as const) : ('new' as const) }
    const fresh = before === undefined && !oldMembers.has(name)
    const gone = now === undefined && !newMembers.has(name)
    // A member that only one version has is a matter of the schema; its audience comes and goes with it.
    if (fresh || gone) return [{ ...place, breaks: [], why: comesOrGoes(name, before ?? now ?? '', fresh) }]
    return [{ ...audienceChange({ zh: `${name} `, en: name }, before, now), ...place }]
  })
}

function comesOrGoes(name: string, value: JsonValue, fresh: boolean): Bilingual {
  const { zh, en } = nameOf(value)
  return fresh
    ? { zh: `新成员 ${name} 的可见范围为${zh}`, en: `the new member ${name} is for ${en}` }
    : { zh: `成员 ${name} 及其可见范围一并删去`, en: `the member ${name} goes, and its audience with it` }
}
