/** The consultation as a pure state machine: draft, open, agreed, signed by one, published; or withdrawn, or past its deadline. */
import { formatInstant } from '../../../adapters/tables/time.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { ACT_POSTS, type Act, type Happened, POSTS, type Post } from './acts.ts'
import {
  type Agreement,
  type Deadlines,
  isAgreed,
  openObjections,
  type Phase,
  personOf,
  revisionOf,
  type State,
} from './state.ts'

/** Why an act is refused; each is a problem of its own. */
export type ActRefusal =
  | { readonly code: 'act-not-now'; readonly phase: Phase }
  | { readonly code: 'deadline-passed'; readonly deadline: number }
  | { readonly code: 'post-required' }
  | { readonly code: 'four-eyes' }
  | { readonly code: 'cell-moved'; readonly cells: readonly string[] }
  | { readonly code: 'objection-standing'; readonly objections: readonly number[] }
  | { readonly code: 'digest-moved' }
  | { readonly code: 'other-party' }
  | { readonly code: 'remark-unknown' }
  | { readonly code: 'already-done' }
  | { readonly code: 'deadline-invalid' }

/** What the machine must be told beside the act: the deadlines of a new draft, and the digest of the bytes now on the table. */
export interface ActContext {
  readonly id: string
  readonly deadlines: Deadlines
  /** SHA-256 (hex) of the release as it would be signed now; null where nothing can be released. */
  readonly digest: string | null
}

/** The next state, or why there is none. */
export type Advance =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly refusal: ActRefusal }

type Take<T extends Act['type']> = Extract<Act, { readonly type: T }>

const NOW: Readonly<Record<Exclude<Act['type'], 'draft'>, readonly Phase[]>> = {
  open: ['draft'],
  revise: ['draft', 'open'],
  rebase: ['draft', 'open'],
  comment: ['draft', 'open', 'agreed', 'signed-by-one', 'published', 'withdrawn'],
  object: ['open', 'agreed'],
  resolve: ['open'],
  attach: ['draft', 'open'],
  agree: ['open'],
  sign: ['agreed', 'signed-by-one'],
  unsign: ['signed-by-one'],
  withdraw: ['draft', 'open', 'agreed', 'signed-by-one'],
  extend: ['open', 'agreed', 'signed-by-one'],
  'hand-over': ['draft', 'open', 'agreed', 'signed-by-one', 'published', 'withdrawn'],
}

/** Acts that a deadline stops. The others talk, end it, or make more time. */
const STOPPED_BY_DEADLINE: ReadonlySet<Act['type']> = new Set([
  'open',
  'revise',
  'rebase',
  'object',
  'resolve',
  'attach',
  'agree',
  'sign',
  'unsign',
])

/** The post that an act makes its actor one of: within a side nobody acts in two. */
const HANDS: { readonly [T in Act['type']]?: Post } = {
  draft: 'drafter',
  open: 'drafter',
  revise: 'drafter',
  rebase: 'drafter',
  attach: 'drafter',
  agree: 'reviewer',
  sign: 'signatory',
}

const refuse = (refusal: ActRefusal): Advance => ({ ok: false, refusal })
const go = (state: State): Advance => ({ ok: true, state })
const NOBODY = { cq: null, sc: null } as const

/** The deadline that has passed at a time, or null. */
export function lapsedAt({ phase, agreeBy, signBy }: State, time: number): number | null {
  if ((phase === 'draft' || phase === 'open') && time > agreeBy) return agreeBy
  if ((phase === 'agreed' || phase === 'signed-by-one') && time > signBy) return signBy
  return null
}

/** An act as it comes: held against the clock, then one act further. What is in the ledger was judged already; see `advance`. */
export function judge(before: State | null, happened: Happened, context: ActContext): Advance {
  const refusal = forbidden(before, happened) ?? late(before, happened)
  return refusal ? refuse(refusal) : advance(before, happened, context)
}

/** One act further. The state before is null for a draft only. */
export function advance(before: State | null, happened: Happened, context: ActContext): Advance {
  const { act } = happened
  const refusal = forbidden(before, happened)
  if (refusal) return refuse(refusal)
  if (act.type === 'draft') return go(begin({ ...happened, act }, context))
  return before === null ? refuse({ code: 'already-done' }) : step({ ...before, steps: happened.n }, happened, context)
}

/** Who may not, and when it may not be, whatever it says. */
function forbidden(before: State | null, { act, actor }: Happened): ActRefusal | null {
  if (!ACT_POSTS[act.type].some((post) => actor.posts.includes(post))) return { code: 'post-required' }
  if (before === null) return act.type === 'draft' ? null : { code: 'already-done' }
  if (act.type === 'draft') return { code: 'already-done' }
  // Until it is put on the table it is its own side's.
  if (!before.tabled && actor.party !== before.openedBy.party) return { code: 'other-party' }
  if (!NOW[act.type].includes(before.phase)) return { code: 'act-not-now', phase: before.phase }
  const post = HANDS[act.type]
  return post === undefined || isFree(before, actor, post) ? null : { code: 'four-eyes' }
}

function late(before: State | null, { act, time }: Happened): ActRefusal | null {
  const lapsed = before && lapsedAt(before, time)
  if (lapsed !== null && STOPPED_BY_DEADLINE.has(act.type)) return { code: 'deadline-passed', deadline: lapsed }
  return act.type === 'extend' && Date.parse(act.agreeBy) <= time ? { code: 'deadline-invalid' } : null
}

/** Whether a person has acted in no other post of their side. */
function isFree({ hands }: State, actor: Happened['actor'], post: Post): boolean {
  const person = personOf(actor)
  return POSTS.every((one) => one === post || !hands[one].has(person))
}

/** From here on a person is of that post. */
function withHand<S extends State>(state: S, { actor }: Pick<Happened, 'actor'>, post: Post): S {
  const hand = new Set(state.hands[post]).add(personOf(actor))
  return { ...state, hands: { ...state.hands, [post]: hand } }
}

function begin({ act, actor, n, time }: Happened<Take<'draft'>>, { id, deadlines }: ActContext): State {
  const { type: _type, ...subject } = act
  return {
    ...subject,
    ...deadlines,
    // Said in whatever zone, they are the same instants; a release says them in one form.
    period: { start: formatInstant(Date.parse(act.period.start)), end: formatInstant(Date.parse(act.period.end)) },
    embargo: act.embargo === null ? null : formatInstant(Date.parse(act.embargo)),
    id,
    phase: 'draft',
    openedBy: actor,
    tabled: false,
    steps: n,
    content: n,
    contentAt: time,
    edits: new Map(),
    remarks: [],
    attachments: [],
    handOvers: [],
    hands: { drafter: new Set([personOf(actor)]), reviewer: new Set(), signatory: new Set() },
    agreements: NOBODY,
    signatures: NOBODY,
    editions: 0,
    extension: null,
    publishedAt: null,
    withdrawn: null,
  }
}

function step(state: State, { act, ...at }: Happened, context: ActContext): Advance {
  const { actor, n, time } = at
  switch (act.type) {
    case 'draft':
      return refuse({ code: 'already-done' })
    case 'open':
      return go(withHand({ ...state, phase: 'open', tabled: true }, at, 'drafter'))
    case 'revise':
      return revise(state, { ...at, act })
    case 'rebase':
      return act.basis <= state.basis
        ? refuse({ code: 'already-done' })
        : go(changed({ ...state, basis: act.basis }, at))
    case 'comment':
      return go({ ...state, remarks: [...state.remarks, { ...remarkOf({ ...at, act }), kind: 'comment' }] })
    case 'object': {
      const remarks = [...state.remarks, { ...remarkOf({ ...at, act }), kind: 'objection' as const }]
      // Who objects takes their side's agreement back, and with it what both had agreed.
      return go({ ...reopened(state), remarks })
    }
    case 'resolve':
      return resolve(state, { ...at, act })
    case 'attach': {
      const { type: _type, ...attachment } = act
      if (state.attachments.some(({ digest }) => digest === act.digest)) return refuse({ code: 'already-done' })
      return go(changed({ ...state, attachments: [...state.attachments, { ...attachment, party: actor.party }] }, at))
    }
    case 'agree':
      return agree(state, { ...at, act }, context)
    case 'sign':
      return sign(state, at)
    case 'unsign':
      if (state.signatures[actor.party] === null) return refuse({ code: 'other-party' })
      return go(reopened(state))
    case 'withdraw':
      if (actor.party !== state.openedBy.party) return refuse({ code: 'other-party' })
      return go({ ...state, phase: 'withdrawn', withdrawn: act.reason })
    case 'extend':
      return extend(state, { ...at, act })
    case 'hand-over':
      return go({ ...state, handOvers: [...state.handOvers, { actor, n, text: act.text, time, to: act.to }] })
  }
}

type At<A extends Act> = Happened<A>

/** Back on the table: no agreement and no signature stands. */
function reopened(state: State): State {
  return { ...state, phase: 'open', agreements: NOBODY, signatures: NOBODY }
}

/** What would be released is another: agreements to the old bytes are void. */
function changed(state: State, at: Pick<Happened, 'actor' | 'n' | 'time'>): State {
  return withHand({ ...state, content: at.n, contentAt: at.time, agreements: NOBODY }, at, 'drafter')
}

function revise(state: State, { act, actor, n, time }: At<Take<'revise'>>): Advance {
  const moved = act.edits.filter(({ cell, base }) => revisionOf(state, cell) !== base).map(({ cell }) => cell)
  if (moved.length > 0) return refuse({ code: 'cell-moved', cells: moved })
  const edits = new Map(state.edits)
  for (const { cell, base, reason, take, value } of act.edits) {
    edits.set(cell, { actor, n, reason, revision: base + 1, take, value })
  }
  return go(changed({ ...state, edits }, { actor, n, time }))
}

function remarkOf({ act, actor, n, time }: At<Take<'comment'> | Take<'object'>>) {
  const { cell, revision, text } = act
  return { actor, cell, n, resolved: null, revision, text, time }
}

function resolve(state: State, { act, actor, n }: At<Take<'resolve'>>): Advance {
  const objection = openObjections(state).find((one) => one.n === act.objection)
  if (!objection) return refuse({ code: 'remark-unknown' })
  // Only the side that objects can say that it is settled.
  if (objection.actor.party !== actor.party) return refuse({ code: 'other-party' })
  const settled = { ...objection, resolved: { n, text: act.text } }
  return go({ ...state, remarks: state.remarks.map((one) => (one === objection ? settled : one)) })
}

function agree(state: State, { act, actor, n }: At<Take<'agree'>>, { digest }: ActContext): Advance {
  const standing = openObjections(state)
  if (standing.length > 0) return refuse({ code: 'objection-standing', objections: standing.map((one) => one.n) })
  if (act.digest !== digest) return refuse({ code: 'digest-moved' })
  if (state.agreements[actor.party]?.digest === digest) return refuse({ code: 'already-done' })
  // An agreement to bytes that are no longer on the table (a key list or the terms may have moved them) does not stand beside it.
  const kept = (one: Agreement | null): Agreement | null => (one?.digest === digest ? one : null)
  const { cq, sc } = state.agreements
  const agreements = { cq: kept(cq), sc: kept(sc), [actor.party]: { actor, digest, n } }
  const next = withHand({ ...state, agreements }, { actor }, 'reviewer')
  return go(isAgreed(next) ? { ...next, phase: 'agreed', editions: state.editions + 1 } : next)
}

function sign(state: State, { actor, time }: Pick<Happened, 'actor' | 'time'>): Advance {
  const { party } = actor
  if (state.signatures[party] !== null) return refuse({ code: 'already-done' })
  const signed = withHand({ ...state, signatures: { ...state.signatures, [party]: actor } }, { actor }, 'signatory')
  const both = PARTIES.every((one) => signed.signatures[one] !== null)
  return go(both ? { ...signed, phase: 'published', publishedAt: time } : { ...signed, phase: 'signed-by-one' })
}

function extend(state: State, { act, actor }: At<Take<'extend'>>): Advance {
  const asked = { agreeBy: Date.parse(act.agreeBy), signBy: Date.parse(act.signBy) }
  if (asked.agreeBy <= state.agreeBy || asked.signBy < Math.max(asked.agreeBy, state.signBy))
    return refuse({ code: 'deadline-invalid' })
  const { extension } = state
  const same = extension?.agreeBy === asked.agreeBy && extension.signBy === asked.signBy
  if (!same) return go({ ...state, extension: { ...asked, by: actor.party, reason: act.reason } })
  if (extension.by === actor.party) return refuse({ code: 'already-done' })
  return go({ ...state, ...asked, extension: null })
}
