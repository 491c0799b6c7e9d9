/** Who signs, and where: `signatories`, `territory`. */
import type { JsonValue } from '../../jcs.ts'
import { BOTH, type Change, entriesOf, fromTo, onlyWords, REWORDED, without } from '../change.ts'
import { member, same, texts } from '../json.ts'
import { entrywise, plain } from './plain.ts'
import type { Term } from './term.ts'

/** `terms.signatories`: another agreement, whoever it was that came or went. */
export const signatories: Term = (old, next) => {
  const { removed, added } = entriesOf(old, next)
  if (removed.length + added.length === 0)
    return [{ breaks: [], why: { zh: '签约方次序不同', en: 'the signatories are in another order' } }]
  const { zh, en } = fromTo(texts(old).join('、'), texts(next).join('、'))
  const why = { zh: `签约方${zh}：须各方重新签署`, en: `the signatories go ${en}: all of them sign anew` }
  return [{ breaks: BOTH, consent: true, why }]
}

const divisions = entrywise({ zh: '地域', en: 'the division' }, String, { zh: '', en: '' })
const rivers = entrywise(
  { zh: '河流', en: 'the river' },
  (entry) => String(member(entry, 'name') ?? JSON.stringify(entry)),
  {
    zh: '所含的行不同',
    en: 'it covers other rows',
  },
)

/** `terms.territory`: divisions and rivers come and go; another register gives ids another meaning. */
export const territory: Term = (old, next) => {
  const parts: readonly [string, (old: JsonValue | undefined, next: JsonValue | undefined) => readonly Change[]][] = [
    ['divisions', divisions],
    ['rivers', rivers],
    ['register', register],
    ['adjoining', adjoining],
  ]
  const changes = parts.flatMap(([name, changesOf]) => {
    const [before, now] = [member(old, name), member(next, name)]
    if (same(before ?? null, now ?? null)) return []
    const within = now === undefined ? ('old' as const) : ('new' as const)
    return changesOf(before, now).map((change) => ({ within, ...change, below: `/${name}${change.below ?? ''}` }))
  })
  const known = parts.map(([name]) => name)
  const [rest, others] = [without(old ?? null, ...known), without(next ?? null, ...known)]
  if (same(rest, others)) return changes
  return [...changes, ...(onlyWords(rest, others) ? [REWORDED] : plain({ zh: '地域', en: 'territory' })(rest, others))]
}

function register(before: JsonValue | undefined, now: JsonValue | undefined): readonly Change[] {
  const { zh, en } = fromTo(before, now)
  return [
    {
      breaks: BOTH,
      why: { zh: `登记册${zh}：编号指向另一登记册`, en: `the register goes ${en}: ids are looked up in another one` },
    },
  ]
}

/** Only counties on the boundary, or all of them. */
function adjoining(before: JsonValue | undefined, now: JsonValue | undefined): readonly Change[] {
  return now === true
    ? [
        {
          breaks: ['backward'],
          why: { zh: '地域收窄到毗邻区县', en: 'the territory narrows to counties on the boundary' },
        },
      ]
    : before === true
      ? [
          {
            breaks: ['forward'],
            why: { zh: '地域不再限于毗邻区县', en: 'the territory is no longer only counties on the boundary' },
          },
        ]
      : []
}
