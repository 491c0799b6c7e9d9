/** The minutes of a consultation (会商纪要), drawn up from what is in the ledger. Pure: the same steps give the same minutes. */

import { formatInstant } from '../../../adapters/tables/time.ts'
import type { JsonValue } from '../../../contracts/jcs.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { localInstant, utcInstant } from '../../http/times.ts'
import type { Table } from '../products/product.ts'
import type { ReleaseEntry } from '../releases.ts'
import { ACT_POSTS, type Act, type Happened, type Take } from './acts.ts'
import type { Consultation } from './consultations.ts'
import { lapsedAt } from './machine.ts'
import type { At, By, CellComments, CellName, Edited, Entry, Minutes, Objection, Participant } from './minutes-types.ts'
import { actText, HEADINGS, OUTCOMES, WHOLE } from './minutes-words.ts'
import { publicAt, type Status } from './next.ts'
import type { Remark, State } from './state.ts'

/** What they are drawn up from. */
export interface MinutesInput {
  readonly consultation: Pick<Consultation, 'happened' | 'id' | 'product' | 'state' | 'terms'>
  readonly status: Status | 'closed'
  /** The table before any edit, by the ledger size it was made from: of every basis there was. */
  readonly tables: ReadonlyMap<number, Table>
  readonly release: ReleaseEntry | undefined
  /** The holder's key by the ledger index of what a deputy did. */
  readonly stoodIn: ReadonlyMap<number, string>
  /** The post a key is held by. */
  readonly operatorOf: (kid: string) => string
  readonly ledger: Minutes['ledger']
  /** ms. */
  readonly now: number
}

type Of<T extends Act['type']> = Happened<Extract<Act, { readonly type: T }>>

function isOf<T extends Act['type']>(one: Happened, type: T): one is Of<T> {
  return one.act.type === type
}

function timesOf(ms: number): Pick<At, 'local' | 'utc'> {
  return { local: localInstant(ms), utc: utcInstant(ms) }
}

/** Draws them up. */
export function minutes(input: MinutesInput): Minutes {
  const { consultation, ledger, operatorOf, stoodIn } = input
  const { happened, id, product, state, terms } = consultation
  const all = <T extends Act['type']>(type: T): readonly Of<T>[] => happened.filter((one) => isOf(one, type))
  const entry = (one: Happened): Entry => ({ at: atOf(one), by: byOf(one, input) })
  return {
    consultation: id,
    title: {
      zh: `${terms.title.zh}会商纪要（${daysOf(state)}）`,
      en: `Minutes of consultation: ${terms.title.en} (${daysOf(state)})`,
    },
    product: product.id,
    period: state.period,
    corrects: state.corrects,
    reason: state.reason,
    embargo: state.embargo,
    basis: state.basis,
    deadlines: { agreeBy: formatInstant(state.agreeBy), signBy: formatInstant(state.signBy) },
    headings: HEADINGS,
    outcome: outcomeOf(input),
    participants: participantsOf(happened, input),
    timeline: happened.map((one) => ({ ...entry(one), act: one.act.type, text: actText(one.act) })),
    comments: commentsOf(input),
    objections: objectionsOf(input),
    edits: editsOf(input),
    agreements: all('agree').map((one) => ({
      ...entry(one),
      digest: one.act.digest,
      stands: state.agreements[one.actor.party]?.n === one.n,
    })),
    signatures: all('sign').map((one) => ({ ...entry(one), stands: signatureStands(one, consultation) })),
    deputies: happened
      .filter(({ index }) => stoodIn.has(index))
      .map((one) => {
        const kid = stoodIn.get(one.index) ?? ''
        return { ...entry(one), act: one.act.type, holder: { kid, operator: operatorOf(kid) } }
      }),
    handOvers: all('hand-over').map((one) => {
      const { text, to } = one.act
      return { ...entry(one), text, to: to === null ? null : { kid: to, operator: operatorOf(to) } }
    }),
    attachments: all('attach').map((one) => {
      const { bytes, digest, mediaType, name } = one.act
      return { ...entry(one), bytes, digest, mediaType, name }
    }),
    ledger,
  }
}

function atOf({ act, index, n, time }: Happened): At {
  return { step: act.type === 'sign' ? null : n, ledgerIndex: index, ...timesOf(time) }
}

function byOf({ act, actor, index }: Happened, { stoodIn }: Pick<MinutesInput, 'stoodIn'>): By {
  const { agency, kid, operator, party, posts } = actor
  const post = ACT_POSTS[act.type].find((one) => posts.includes(one)) ?? ACT_POSTS[act.type][0] ?? 'drafter'
  return { party, post, agency, operator, kid, asDeputy: stoodIn.has(index) }
}

/** First and last civil day. */
function daysOf({ period }: Pick<State, 'period'>): string {
  const [first, last] = [period.start.slice(0, 10), formatInstant(Date.parse(period.end) - 1).slice(0, 10)]
  return first === last ? first : `${first} – ${last}`
}

function participantsOf(happened: readonly Happened[], input: MinutesInput): readonly Participant[] {
  const people = new Map<string, Participant>()
  for (const one of happened) {
    const { post, asDeputy, ...who } = byOf(one, input)
    const before = people.get(who.kid)
    people.set(who.kid, {
      ...who,
      posts: [...new Set([...(before?.posts ?? []), post])],
      acts: (before?.acts ?? 0) + 1,
      asDeputy: asDeputy || before?.asDeputy === true,
    })
  }
  return [...people.values()].sort((a, b) => (a.party < b.party ? -1 : Number(a.party > b.party)))
}

/** The last signature of a side stands as long as nothing has put the whole on the table again. */
function signatureStands({ actor, index }: Happened, { happened, state }: MinutesInput['consultation']): boolean {
  const last = happened.findLast((one) => one.act.type === 'sign' && one.actor.party === actor.party)
  return state.signatures[actor.party] !== null && last?.index === index
}

function cellName(cell: string | null, { tables }: Pick<MinutesInput, 'tables'>): CellName {
  if (cell === null) return { cell, title: WHOLE }
  const table = [...tables.values()].findLast(({ cells }) => cells.some(({ id }) => id === cell))
  const found = table?.cells.find(({ id }) => id === cell)
  const titles = [
    table?.rows.find(({ id }) => id === found?.row)?.title,
    table?.columns.find(({ id }) => id === found?.column)?.title,
  ].filter((title): title is Bilingual => title !== undefined)
  if (titles.length === 0) return { cell, title: { zh: cell, en: cell } }
  return { cell, title: { zh: titles.map(({ zh }) => zh).join(' '), en: titles.map(({ en }) => en).join(' ') } }
}

function commentsOf(input: MinutesInput): readonly CellComments[] {
  const { happened } = input.consultation
  const comments = happened.filter((one) => isOf(one, 'comment'))
  return [...Map.groupBy(comments, ({ act }) => act.cell)].map(([cell, same]) => ({
    ...cellName(cell, input),
    comments: same.map((one) => {
      const { revision, text } = one.act
      return { at: atOf(one), by: byOf(one, input), revision, text }
    }),
  }))
}

function objectionsOf(input: MinutesInput): readonly Objection[] {
  const { happened, state } = input.consultation
  const stepOf = (n: number): Happened | undefined => happened.find((one) => one.n === n && one.act.type !== 'sign')
  const settled = ({ resolved }: Remark): Objection['resolved'] => {
    const step = resolved && stepOf(resolved.n)
    return step ? { at: atOf(step), by: byOf(step, input), text: resolved.text } : null
  }
  return state.remarks.flatMap((remark) => {
    const step = stepOf(remark.n)
    if (remark.kind !== 'objection' || !step) return []
    const { cell, revision, text } = remark
    return [
      { ...cellName(cell, input), at: atOf(step), by: byOf(step, input), revision, text, resolved: settled(remark) },
    ]
  })
}

/** Each edit beside what it changed: the edit before it, or the value of the records of that time. */
function editsOf(input: MinutesInput): readonly Edited[] {
  const { consultation, tables } = input
  const held = new Map<string, { readonly take: Take | null; readonly value: JsonValue }>()
  let basis = 0
  return consultation.happened.flatMap((one): readonly Edited[] => {
    const { act } = one
    if (act.type === 'draft' || act.type === 'rebase') basis = act.basis
    if (act.type !== 'revise') return []
    return act.edits.map(({ base, cell, reason, take, value }) => {
      const first = tables.get(basis)?.cells.find(({ id }) => id === cell)
      const before = held.get(cell) ?? { take: first?.take ?? null, value: first?.joint ?? null }
      const after = { take, value }
      held.set(cell, after)
      return {
        ...cellName(cell, input),
        at: atOf(one),
        by: byOf(one, input),
        revision: base + 1,
        before,
        after,
        reason,
      }
    })
  })
}

function outcomeOf({ consultation, now, release, status }: MinutesInput): Minutes['outcome'] {
  const { happened, state } = consultation
  const text = OUTCOMES[status]
  const ends: Partial<Record<Status | 'closed', Happened | undefined>> = {
    published: happened.findLast(({ act }) => act.type === 'sign'),
    embargoed: happened.findLast(({ act }) => act.type === 'sign'),
    withdrawn: happened.findLast(({ act }) => act.type === 'withdraw'),
  }
  const end = ends[status]
  const told = (zh: string, en: string): Bilingual => ({ zh: text.zh + zh, en: `${text.en} ${en}` })
  const lapsed = lapsedAt(state, now)
  const detail =
    status === 'no-agreement' && lapsed !== null
      ? told(`期限为 ${formatInstant(lapsed)}。`, `The deadline was ${formatInstant(lapsed)}.`)
      : status === 'withdrawn'
        ? told(`原因：${state.withdrawn ?? ''}`, `Reason: ${state.withdrawn ?? ''}`)
        : status === 'embargoed'
          ? told(
              `公开时刻为 ${formatInstant(publicAt(state))}。`,
              `It is public from ${formatInstant(publicAt(state))}.`,
            )
          : text
  return {
    status,
    text: detail,
    at: end ? { ledgerIndex: end.index, ...timesOf(end.time) } : null,
    release:
      release && (status === 'published' || status === 'embargoed')
        ? { id: release.release.id, digest: release.document.digest }
        : null,
  }
}
