/** Takes a signed step in: read, judged by the machine, and put in the ledger, with the agreed bytes when it is the second agreement. */
import type { PartyId } from '../../../contracts/types.ts'
import { documentRow, verifySignedOnce } from '../../documents/cosign.ts'
import { STEP_TYP, stepEntry } from '../../documents/step.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { keyStateAt, type RegisteredKey } from '../../identity/keys.ts'
import { paced } from '../../identity/pace.ts'
import { nextTime } from '../../ledger/leaf.ts'
import type { NonceUse, Unmoved } from '../../ports.ts'
import { dutyBook, mustBeOnDuty } from '../duty/on-duty.ts'
import type { ReleaseEntry } from '../releases.ts'
import type { Happened, StepAct } from './acts.ts'
import type { Consultation } from './consultations.ts'
import { contextOf } from './context.ts'
import { acceptDraft } from './draft.ts'
import { mustMatch } from './etag.ts'
import { actorOf, STREAM_PREFIX } from './fold.ts'
import { CONSULTATION_LIMITS } from './limits.ts'
import { judge } from './machine.ts'
import { isOvertaken, releaseOf } from './outcome.ts'
import { readStep } from './read-act.ts'
import { refusalProblem } from './refusals.ts'
import { isAgreed, isSeenBy } from './state.ts'

/** A step as it comes: the JWS of unknown content, on whose behalf, and the nonce of a signed request. */
export interface Incoming {
  readonly jws: unknown
  readonly party: PartyId
  readonly kid: string
  readonly nonce: NonceUse | null
  /** The If-Match header of the request, where it has one. */
  readonly ifMatch?: string | null
}

/** Takes a step in and gives the id of its consultation. `id` is null for a draft. Throws Problem, IdentityError. */
export function acceptStep(gateway: Gateway, id: string | null, incoming: Incoming): Promise<string> {
  return gateway.consultations.inTurn(() => accept(gateway, id, incoming))
}

async function accept(gateway: Gateway, id: string | null, incoming: Incoming): Promise<string> {
  const { standing, log, consultations, pace, releases, now, random } = gateway
  const active = (kid: string): RegisteredKey | undefined => {
    const key = standing.keys().keys.get(kid)
    return key && keyStateAt(key, log.head().size) === 'active' ? key : undefined
  }
  const signed = verifySignedOnce(incoming.jws, STEP_TYP, paced(pace, active))
  if (signed.signature.kid !== incoming.kid) throw new Problem('other-signer', { pointer: '/signatures/0' })
  if (Buffer.byteLength(signed.payload) > CONSULTATION_LIMITS.step)
    throw new Problem('body-too-large', { pointer: '/payload', value: String(CONSULTATION_LIMITS.step) })
  const { act, consultation, seen } = readStep(signed.value)
  if (consultation !== id) throw new Problem('body-invalid', { pointer: '/consultation', value: String(consultation) })
  const actor = actorOf(signed.key)
  if (act.type === 'draft') {
    // Its name comes from the gateway: what names one is not the draft of another.
    if (id !== null) throw new Problem('already-done', { pointer: '/act/type', value: act.type })
    mustHaveSeen(seen, 0)
    await mustMatch(gateway, null, incoming.ifMatch ?? null)
    return acceptDraft(gateway, { ...signed, act, seen }, incoming.nonce)
  }
  const found = id === null ? undefined : await consultations.find(id)
  // A draft is its own side's until it is on the table: for the other it is not there.
  if (!found || !isSeenBy(found.state, actor.party)) throw new Problem('consultation-unknown')
  const { state } = found
  await mustMatch(gateway, found, incoming.ifMatch ?? null)
  mustHaveSeen(seen, state.steps)
  if (state.steps >= CONSULTATION_LIMITS.steps && act.type !== 'withdraw') throw new Problem('consultation-full')
  const all = await releases.all()
  if (!OUTLIVES.has(act.type) && isOvertaken(found, all)) throw new Problem('consultation-closed')
  // As the leaf would be stamped: deadlines are the ledger's time, which never runs back.
  const time = nextTime(now(), log.head().time)
  const happened: Happened = { act, actor, index: log.head().size, n: state.steps + 1, seen, time }
  const context = await contextOf(gateway, found, { act, actor })
  const judged = judge(state, happened, context)
  if (!judged.ok) throw refusalProblem(judged.refusal, state)
  mustBeOnDuty(await dutyBook(gateway), { act: act.type, actor, product: found.product.id, time })
  const agreed = isAgreed(judged.state) && !isAgreed(state) ? context.frozen : null
  const document =
    agreed && documentRow({ kind: 'release', id: agreed.id, payload: agreed.payload, supersedes: agreed.supersedes })
  await log.append({
    ...stepEntry({
      type: 'consultation-step',
      stream: STREAM_PREFIX + found.id,
      n: happened.n,
      signed,
      nonce: incoming.nonce ?? undefined,
      salt: random(16),
      ...(agreed && document ? { document, underKeys: agreed.underKeys } : {}),
    }),
    unmoved: unmovedOf(found, all),
  })
  return found.id
}

/** Acts that one who was overtaken may still do: talk about it, and end it. */
const OUTLIVES: ReadonlySet<StepAct['type']> = new Set(['comment', 'hand-over', 'withdraw'])

function mustHaveSeen(seen: number, steps: number): void {
  if (seen <= steps) return
  throw new Problem('body-invalid', {
    pointer: '/seen',
    value: String(seen),
    detail: { zh: `会商只有 ${steps} 步`, en: `expected at most ${steps}, the steps there are` },
  })
}

/** What an act on a consultation was judged by, for the commit to hold it to: steps and signatures come by different ways. */
export function unmovedOf(found: Consultation, releases: readonly ReleaseEntry[]): Unmoved {
  const { id, state } = found
  const document = releaseOf(found, releases)?.document
  return {
    stream: STREAM_PREFIX + id,
    steps: state.steps,
    signed: document ? { document: document.id, signatures: document.signatures.length } : null,
    published: null,
  }
}
