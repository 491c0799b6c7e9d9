/** How long things stand, and what they bring about: `effective`, `transition`, `retention`, `mutualRecognition`, `display`. */
import type { JsonValue } from '../../jcs.ts'
import type { Bilingual } from '../../types.ts'
import { BOTH, type Change, entriesOf, fromTo, REWORDED, without } from '../change.ts'
import { below, isObject, member, same } from '../json.ts'
import { lasting } from './durations.ts'
import { plain } from './plain.ts'
import type { Term } from './term.ts'

const ANEW = { zh: '须双方重新同意', en: 'it needs new consent of both sides' }

/** `terms.effective`: from which day a version counts. It is a version's own, so a change of it breaks nothing. */
export const effective: Term = dated({ zh: '生效日期', en: 'the effective day' })

/** `terms.transition`: to which day the version before counts beside it; likewise. */
export const transition: Term = dated({ zh: '过渡期', en: 'the transition' })

function dated(name: Bilingual): Term {
  return (old, next) => {
    const { zh, en } = fromTo(old, next)
    return [{ breaks: [], why: { zh: `${name.zh}${zh}`, en: `${name.en} goes ${en}` } }]
  }
}

/** `terms.retention`: kept for less than promised, or for longer than agreed. */
export const retention: Term = (old, next) => {
  const names = [...new Set([old, next].flatMap((value) => (isObject(value) ? Object.keys(value) : [])))]
  return names.flatMap((name): readonly Change[] => {
    const [before, now] = [member(old, name), member(next, name)]
    if (same(before ?? null, now ?? null)) return []
    const change = name === 'zh' || name === 'en' ? REWORDED : keptFor(name)(before, now)
    return [{ ...change, below: below('', name), within: now === undefined ? 'old' : 'new' }]
  })
}

function keptFor(name: string) {
  return lasting(
    { zh: `${name} 的保存期限`, en: `retention of ${name}` },
    {
      breaks: BOTH,
      consent: true,
      because: { zh: `超出旧版同意的期限，${ANEW.zh}`, en: `kept for longer than was agreed; ${ANEW.en}` },
    },
    {
      breaks: ['backward'],
      because: { zh: '旧版承诺的期限未满即删', en: 'removed before the time the old version promised' },
    },
  )
}

/** `terms.mutualRecognition`: whether a rating of one side brings anything about on the other. */
export const mutualRecognition: Term = (old, next) => {
  const [before, now] = [member(old, 'enabled') === true, member(next, 'enabled') === true]
  if (before === now) {
    const [rest, others] = [old, next].map((value) => without(value ?? null, 'enabled', 'zh', 'en'))
    if (!same(rest ?? {}, others ?? {})) return plain({ zh: '互认', en: 'mutual recognition' })(old, next)
    return [{ breaks: [], why: { zh: '互认与否未变', en: 'mutual recognition stays as it was' } }]
  }
  if (before)
    return [
      {
        breaks: ['backward'],
        below: '/enabled',
        why: {
          zh: '停止互认：一方的评价在另一方不再生效',
          en: 'mutual recognition ends: ratings of one side no longer count on the other',
        },
      },
    ]
  return [
    {
      breaks: BOTH,
      consent: true,
      below: '/enabled',
      why: {
        zh: `启用互认：按旧版报送的评价将在另一方产生效力，${ANEW.zh}`,
        en: `mutual recognition begins: ratings sent under the old version would take effect on the other side; ${ANEW.en}`,
      },
    },
  ]
}

/** `terms.display`: what ends public display, and after how many years it ends anyway. */
export const display: Term = (old, next) => {
  const { removed, added } = entriesOf(member(old, 'goneOn'), member(next, 'goneOn'), String)
  const [before, now] = [old, next].map((value) => member(value, 'yearsWithoutValidity'))
  const { zh, en } = fromTo(before, now)
  // Without a number there is no end, or none that is known.
  const [from, to] = [before, now].map((years) => (typeof years === 'number' ? years : Number.POSITIVE_INFINITY))
  const years = from === to ? 0 : Math.sign((to ?? 0) - (from ?? 0))
  const [rest, others] = [old, next].map((value) =>
    without(value ?? null, 'goneOn', 'yearsWithoutValidity', 'zh', 'en'),
  )
  return [
    ...removed.map(([event]) =>
      shownLonger('/goneOn', { zh: `${event} 不再终止公开展示`, en: `${event} no longer ends public display` }),
    ),
    ...added.map(([event]) =>
      shownShorter('/goneOn', { zh: `${event} 起终止公开展示`, en: `${event} ends public display` }),
    ),
    ...(years > 0
      ? [shownLonger('/yearsWithoutValidity', { zh: `公开展示年数${zh}`, en: `years of public display go ${en}` })]
      : []),
    ...(years < 0
      ? [shownShorter('/yearsWithoutValidity', { zh: `公开展示年数${zh}`, en: `years of public display go ${en}` })]
      : []),
    ...(same(rest ?? {}, others ?? {}) ? [] : plain({ zh: '公开展示', en: 'public display' })(rest, others)),
  ]
}

function shownLonger(at: string, { zh, en }: { readonly zh: string; readonly en: string }): Change {
  const why = {
    zh: `${zh}：展示超出旧版同意的期限，${ANEW.zh}`,
    en: `${en}: shown for longer than was agreed; ${ANEW.en}`,
  }
  return { breaks: BOTH, consent: true, below: at, why }
}

function shownShorter(at: string, { zh, en }: { readonly zh: string; readonly en: string }): Change {
  return {
    breaks: ['backward'],
    below: at,
    why: { zh: `${zh}：较旧版更早撤下`, en: `${en}: taken down sooner than under the old version` },
  }
}

/** `terms.crosswalk`: one table; any row of it that differs changes what codes come to. */
export const crosswalk: Term = (old: JsonValue | undefined, next: JsonValue | undefined) => {
  const { removed, added, changed } = entriesOf(without(old ?? null, 'zh', 'en'), without(next ?? null, 'zh', 'en'))
  const names = [...removed, ...added, ...changed].map(([name]) => name)
  const rows = entriesOf(member(old, 'rows'), member(next, 'rows'))
  const { zh, en } = fromTo(rows.removed.map(([row]) => row).join(' '), rows.added.map(([row]) => row).join(' '))
  const told =
    rows.removed.length + rows.added.length > 0 ? { zh: `，行${zh}`, en: `, rows ${en}` } : { zh: '', en: '' }
  return [
    {
      breaks: BOTH,
      why: {
        zh: `对照关系不同（${names.join('、')}${told.zh}）：同一代码换算出的等级不同`,
        en: `the crosswalk differs (${names.join(', ')}${told.en}): the same code comes to another grade`,
      },
    },
  ]
}
