/** Consultations played on the machine alone: people of both sides, acts chosen by numbers, and what came of each; for property tests. */
import fc from 'fast-check'
import { formatInstant } from '../../../adapters/tables/time.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { generateKey, importPublicJwk } from '../../../gateway/identity/jwk.ts'
import type { RegisteredKey } from '../../../gateway/identity/keys.ts'
import type { StoredStep } from '../../../gateway/ports.ts'
import {
  type Act,
  type Actor,
  type DraftAct,
  type Happened,
  POST_ROLES,
  POSTS,
  type Post,
} from '../../../gateway/release/consultation/acts.ts'
import { actorOf, type FrozenSignature, releaseId } from '../../../gateway/release/consultation/fold.ts'
import { type Advance, judge } from '../../../gateway/release/consultation/machine.ts'
import { type Duty, nextDuties } from '../../../gateway/release/consultation/next.ts'
import { openObjections, personOf, revisionOf, type State } from '../../../gateway/release/consultation/state.ts'

export const ID = 'weekly-water-2026-11-02'
export const STARTED = Date.parse('2026-11-09T09:00:00+08:00')
const HOUR = 3_600_000
export const DEADLINES = { agreeBy: STARTED + 8 * HOUR, signBy: STARTED + 27 * HOUR }

function newKey(party: PartyId, operator: string | null, posts: readonly Post[]): RegisteredKey {
  const { publicJwk } = generateKey('ed25519')
  const { kid, jwk, publicKey, alg } = importPublicJwk(publicJwk)
  const roles = posts.length === 0 ? (['agency'] as const) : posts.map((post) => POST_ROLES[post])
  const listed = { agency: `${party}-monitoring`, alg, jwk, kid, operator, roles, status: 'active' } as const
  return { ...listed, party, publicKey, activatedAt: 0, revokedAt: null }
}

/** Of each side two people a post, one who holds all three under two keys, and a machine without a post. */
const KEYS: readonly RegisteredKey[] = PARTIES.flatMap((party) => [
  newKey(party, '拟稿甲', ['drafter']),
  newKey(party, '拟稿乙', ['drafter']),
  newKey(party, '审核甲', ['reviewer']),
  newKey(party, '审核乙', ['reviewer']),
  newKey(party, '签发甲', ['signatory']),
  newKey(party, '签发乙', ['signatory']),
  newKey(party, '全能', ['drafter', 'reviewer']),
  newKey(party, '全能', ['drafter', 'reviewer', 'signatory']),
  newKey(party, null, []),
])
const BY_KID = new Map(KEYS.map((key) => [key.kid, key]))
export const PEOPLE: readonly Actor[] = KEYS.map(actorOf)
export const keyOf = (kid: string): RegisteredKey | undefined => BY_KID.get(kid)

const CELLS = ['成都/2026-11-10', '重庆/2026-11-10', 'statement'] as const

/** What somebody tries: who, what, and numbers that choose its particulars. */
export interface Tried {
  readonly what: Act['type'] | 'proceed' | 'retreat' | 'keys' | 'wait'
  readonly who: number
  readonly a: number
  readonly b: number
}

/** Histories: most of it what is due next by who should do it, or back again; the rest anything by anybody at any time. */
export const histories: fc.Arbitrary<readonly Tried[]> = fc.array(
  fc.record<Tried>({
    what: fc.oneof(
      { weight: 24, arbitrary: fc.constant('proceed' as const) },
      { weight: 3, arbitrary: fc.constant('retreat' as const) },
      {
        weight: 14,
        arbitrary: fc.constantFrom<Tried['what']>(
          ...(['revise', 'revise', 'rebase', 'comment', 'object', 'resolve', 'attach', 'agree', 'sign'] as const),
          ...([
            'unsign',
            'unsign',
            'withdraw',
            'extend',
            'extend',
            'hand-over',
            'draft',
            'open',
            'keys',
            'wait',
          ] as const),
        ),
      },
    ),
    who: fc.nat(PEOPLE.length - 1),
    a: fc.nat(5),
    b: fc.nat(5),
  }),
  { minLength: 1, maxLength: 40 },
)

/** One try: the states around it, and what came of it. */
export interface Turn {
  readonly before: State | null
  readonly happened: Happened
  readonly digest: string
  readonly advance: Advance
  /** The duty it was the fulfilment of, when it was chosen for that. */
  readonly duty: Duty | null
}

/** A history as it went, and its ledger. */
export interface Played {
  readonly turns: readonly Turn[]
  readonly state: State | null
  readonly steps: readonly StoredStep[]
  readonly signatures: ReadonlyMap<string, readonly FrozenSignature[]>
}

/** The digest of what would be released: of the content, its edition, and what lies outside, as key lists do. */
function digestOf({ basis, edits, attachments, editions }: State, outside: number): string {
  const values = [...edits].map(([cell, { value, take, revision }]) => [cell, value, take, revision] as const)
  const files = attachments.map(({ digest }) => digest)
  return sha256Hex(canonical([basis, values, files, editions, outside]))
}

/** Somebody of a post: mostly one who is free of the others, now and then who holds all three, whatever they have done. */
function someone(party: PartyId, post: Post, { hands }: State, at: number): Actor {
  const fit = PEOPLE.filter((one) => one.party === party && one.posts.includes(post))
  const free = fit.filter((one) => POSTS.every((other) => other === post || !hands[other].has(personOf(one))))
  return mustBe(at === 5 ? fit.at(-1) : (free[at % free.length] ?? fit[0]))
}

function mustBe<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('expected somebody')
  return value
}

/** What is due next, by somebody who should do it. */
function proceed(state: State, now: number, digest: string, { a, b }: Tried) {
  const duties = nextDuties(state, now)
  const duty = duties[a % Math.max(1, duties.length)]
  if (!duty) return null
  const { party, act, post } = duty
  const as = (one: Post): Actor => someone(party, one, state, b)
  switch (act) {
    case 'open':
      return { duty, actor: as('drafter'), act: { type: 'open' } as const }
    case 'review-and-agree':
      return { duty, actor: as('reviewer'), act: { type: 'agree', digest } as const }
    case 'sign':
      return { duty, actor: as('signatory'), act: { type: 'sign' } as const }
    case 'withdraw':
      return { duty, actor: as('drafter'), act: { type: 'withdraw', reason: '逾期' } as const }
    case 'resolve-objection': {
      const own = openObjections(state).find((one) => one.actor.party === party)
      return {
        duty,
        actor: as(post === 'escalation' ? 'reviewer' : post),
        act: { type: 'resolve', objection: own?.n ?? 0, text: '已处理' } as const,
      }
    }
    case 'extend-or-stand-apart':
      return { duty, actor: as('signatory'), act: extendAct(state, now, 0) }
  }
}

/** A signature taken back, or an objection to what was agreed; null where there is neither. */
function retreat(state: State, { a, b }: Tried) {
  const party = PARTIES.find((one) => state.signatures[one] !== null)
  if (party) return { actor: someone(party, 'signatory', state, b), act: { type: 'unsign', reason: '有误' } as const }
  if (state.phase !== 'agreed') return null
  const objection = { type: 'object', cell: null, revision: 0, text: `异议${a}` } as const
  return { actor: mustBe(PEOPLE[a + b]), act: objection }
}

/** 0: what the other side asked for, else later; 1–5: odd ones. */
function extendAct(state: State, now: number, how: number): Act {
  const later = { agreeBy: Math.max(state.agreeBy, now) + HOUR, signBy: Math.max(state.signBy, now) + 2 * HOUR }
  const asked =
    [
      state.extension && state.extension.agreeBy > now ? state.extension : later,
      later,
      { agreeBy: state.agreeBy, signBy: state.signBy + HOUR },
      { agreeBy: state.agreeBy - HOUR, signBy: state.signBy },
      { agreeBy: later.agreeBy, signBy: later.agreeBy - 1000 },
      { agreeBy: later.agreeBy + HOUR, signBy: later.signBy + HOUR },
    ][how] ?? later
  const { agreeBy, signBy } = asked
  return { type: 'extend', agreeBy: formatInstant(agreeBy), reason: '数据补报', signBy: formatInstant(signBy) }
}

function actOf(state: State, now: number, digest: string, { what, a, b }: Tried): Act {
  switch (what) {
    case 'revise': {
      const edit = (at: number, off: number) => {
        const cell = CELLS[at % CELLS.length] ?? 'statement'
        const base = Math.max(0, revisionOf(state, cell) + off)
        return { base, cell, reason: '会商意见', take: 'own', value: `值${a}${b}` } as const
      }
      // Mostly on what is there; now and then on what was, or will be, and on two cells of which one is stale.
      const off = [0, 0, 0, 0, -1, 1][b] ?? 0
      return { type: 'revise', edits: b === 3 ? [edit(a, 0), edit(a + 1, b % 2)] : [edit(a, off)] }
    }
    case 'rebase':
      return { type: 'rebase', basis: Math.max(0, state.basis + a - 1) }
    case 'comment':
    case 'object':
      return { type: what, cell: b === 0 ? null : (CELLS[a % 3] ?? null), revision: 0, text: `意见${a}${b}` }
    case 'resolve': {
      const remark = state.remarks[a % Math.max(1, state.remarks.length)]
      return { type: 'resolve', objection: remark?.n ?? 99, text: '已处理' }
    }
    case 'attach': {
      const file = { bytes: a, digest: sha256Hex(`file ${a}`), mediaType: 'application/pdf', name: `附件${a}.pdf` }
      return { type: 'attach', ...file }
    }
    case 'agree':
      return { type: 'agree', digest: b < 4 ? digest : sha256Hex(`other ${a}`) }
    case 'unsign':
    case 'withdraw':
      return { type: what, reason: '有误' }
    case 'extend':
      return extendAct(state, now, a)
    case 'hand-over':
      return { type: 'hand-over', text: '交接', to: null }
    case 'draft':
      return DRAFT
    case 'open':
    case 'sign':
      return { type: what }
    default:
      throw new TypeError(`${what} is no act`)
  }
}

export const DRAFT: DraftAct = {
  type: 'draft',
  basis: 10,
  corrects: null,
  embargo: null,
  period: { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' },
  product: 'weekly-water-bulletin',
  reason: null,
}

/** How long each wait is: from a second to past whatever deadline there is. */
const WAITS = [1000, 2000, HOUR, 2 * HOUR, 8 * HOUR, 30 * HOUR] as const

/** Plays a history. `seen` is told of every turn as it ends. */
export function play(history: readonly Tried[], seen: (turn: Turn) => void = () => undefined): Played {
  const turns: Turn[] = []
  const steps: StoredStep[] = []
  const signatures = new Map<string, FrozenSignature[]>()
  let [state, now, index, outside]: [State | null, number, number, number] = [null, STARTED, 10, 0]

  const go = (actor: Actor, act: Act, digest: string, duty: Duty | null): void => {
    const before: State | null = state
    const n = (before?.steps ?? 0) + (act.type === 'sign' ? 0 : 1)
    const happened: Happened = { act, actor, index, n, seen: before?.steps ?? 0, time: now }
    const advance = judge(before, happened, { id: ID, deadlines: DEADLINES, digest })
    const turn = { before, happened, digest, advance, duty }
    turns.push(turn)
    if (advance.ok) {
      state = advance.state
      write(happened, before)
      index += 1
      now += 1000
    }
    seen(turn)
  }
  const write = ({ act, actor, n, seen: had, time }: Happened, before: State | null): void => {
    const { kid, party } = actor
    if (act.type === 'sign') {
      const release = releaseId(ID, before?.editions ?? 0)
      signatures.set(release, [...(signatures.get(release) ?? []), { kid, index, time }])
      return
    }
    const consultation = n === 1 ? null : ID
    const nonce = `${index}`.padStart(16, '0')
    const payload = canonical({ act, consultation, nonce, seen: had, type: 'consultation-step', v: 1 })
    const stored = { stream: `consultation/${ID}`, n, party, kid, payload, digest: sha256Hex(payload) }
    steps.push({ ...stored, protected: '', signature: '', index, time: new Date(time).toISOString() })
  }

  go(mustBe(PEOPLE[0]), DRAFT, '', null)
  for (const tried of history) {
    const held: State | null = state
    if (held === null) break
    const digest = digestOf(held, outside)
    if (tried.what === 'keys') outside += 1
    else if (tried.what === 'wait') now += WAITS[tried.a] ?? 0
    else if (tried.what === 'proceed') {
      const next = proceed(held, now, digest, tried)
      if (next) go(next.actor, next.act, digest, next.duty)
    } else if (tried.what === 'retreat') {
      const next = retreat(held, tried)
      if (next) go(next.actor, next.act, digest, null)
    } else go(mustBe(PEOPLE[tried.who]), actOf(held, now, digest, tried), digest, null)
  }
  return { turns, state, steps, signatures }
}
