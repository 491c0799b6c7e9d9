/** Consultations out of the ledger: each stream of steps, and the signatures on what it froze, folded in ledger order. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import type { RegisteredKey } from '../../identity/keys.ts'
import type { StoredStep } from '../../ports.ts'
import { type Actor, type Happened, POST_ROLES, POSTS } from './acts.ts'
import { type ActContext, advance } from './machine.ts'
import { type Status, statusAt } from './next.ts'
import { readStep } from './read-act.ts'
import type { Deadlines, State } from './state.ts'

/** The stream of a consultation. */
export const STREAM_PREFIX = 'consultation/'

/** A consultation with all that happened in it. `digests` are those of its steps, `statuses` what each happening brought about, in order. */
export interface Folded {
  readonly state: State
  readonly happened: readonly Happened[]
  readonly digests: readonly string[]
  readonly statuses: readonly Status[]
}

/** What the fold looks up: who a key is, and the deadlines of a draft put before its side at a ledger index. */
export interface FoldContext {
  readonly keyOf: (kid: string) => RegisteredKey | undefined
  readonly deadlinesOf: (draft: Happened) => Deadlines
}

/** Who a key acts as. */
export function actorOf({ kid, party, agency, operator, roles }: RegisteredKey): Actor {
  const posts = POSTS.filter((post) => roles.includes(POST_ROLES[post]))
  return { agency, kid, operator: operator ?? agency, party, posts }
}

/** The id of the release document of a consultation's so-manieth agreed bytes, from 1. */
export function releaseId(consultation: string, edition: number): string {
  return edition === 1 ? consultation : `${consultation}-r${edition}`
}

function mustFind(keyOf: FoldContext['keyOf'], kid: string): Actor {
  const key = keyOf(kid)
  if (!key) throw new TypeError(`the ledger has a step by an unlisted key ${kid}`)
  return actorOf(key)
}

/** A signature on what a consultation froze; `time` in ms. */
export interface FrozenSignature {
  readonly kid: string
  readonly index: number
  readonly time: number
}

/** Folds one stream. `signaturesOn` gives those on a release by its id. Throws TypeError when the ledger holds what was never allowed. */
export function foldConsultation(
  id: string,
  steps: readonly StoredStep[],
  signaturesOn: (release: string) => readonly FrozenSignature[],
  { keyOf, deadlinesOf }: FoldContext,
): Folded {
  const now: { state: State | null } = { state: null }
  const happened: Happened[] = []
  const statuses: Status[] = []
  const go = (next: Happened, context: Partial<ActContext>): void => {
    const advanced = advance(now.state, next, { id, deadlines: { agreeBy: 0, signBy: 0 }, digest: null, ...context })
    if (!advanced.ok) throw new TypeError(`${id}: step ${next.n} is not allowed: ${advanced.refusal.code}`)
    now.state = advanced.state
    happened.push(next)
    statuses.push(statusAt(advanced.state, next.time))
  }
  /** The signatures before a leaf on the bytes then agreed. Of older bytes none counts any more. */
  const signUntil = (before: number, after: number): void => {
    if (now.state === null || now.state.editions === 0) return
    for (const { kid, index, time } of signaturesOn(releaseId(id, now.state.editions))) {
      const { phase, steps: n } = now.state
      if (index <= after || index >= before || (phase !== 'agreed' && phase !== 'signed-by-one')) continue
      go({ act: { type: 'sign' }, actor: mustFind(keyOf, kid), index, n, seen: n, time }, {})
    }
  }
  let last = -1
  for (const step of steps) {
    signUntil(step.index, last)
    last = step.index
    const value = parseCanonical(step.payload)
    if (value === undefined) throw new TypeError(`${id}: step ${step.n} is not canonical`)
    const { act, consultation, seen } = readStep(value)
    // Signed for this one and no other: only the first, a draft, could not know its name.
    if (consultation !== (step.n === 1 ? null : id)) throw new TypeError(`${id}: step ${step.n} was signed for another`)
    const actor = mustFind(keyOf, step.kid)
    const next: Happened = { act, actor, index: step.index, n: step.n, seen, time: Date.parse(step.time) }
    const deadlines = act.type === 'draft' ? { deadlines: deadlinesOf(next) } : {}
    go(next, { ...deadlines, ...(act.type === 'agree' ? { digest: act.digest } : {}) })
  }
  signUntil(Number.POSITIVE_INFINITY, last)
  if (now.state === null) throw new TypeError(`${id} has no step`)
  return { state: now.state, happened, digests: steps.map(({ digest }) => digest), statuses }
}
