/** Consultations as people of both sides hold them, over signed HTTP: for tests. */
import { randomBytes } from 'node:crypto'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { STEP_TYP } from '../../../gateway/documents/step.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { openWorld, type World, type WorldKey, type WorldOptions } from '../world.ts'

/** The posts a side acts by. */
export type Hand = 'operator' | 'reviewer' | 'signatory'

/** What a step differs in from a plain one. */
export interface Stepping {
  readonly key?: WorldKey
  readonly seen?: number
  readonly nonce?: string
  /** In place of the consultation's own name. */
  readonly named?: string | null
}

/** The desk of one world. */
export interface Desk {
  /** Sends a step by a side's hand; `id` null for a draft. */
  step(party: PartyId, hand: Hand, id: string | null, act: unknown, how?: Stepping): Promise<Response>
  /** Sends a step signed by any key, in a request that it signs as well. */
  by(key: WorldKey, id: string | null, act: unknown, how?: Stepping): Promise<Response>
  /** The step's body, not sent. */
  body(id: string | null, act: unknown, key: WorldKey, how?: Stepping): string
  show(id: string, party?: PartyId): ReturnType<typeof jsonOf>
  draft(request: unknown, party?: PartyId): Promise<Response>
  /** Drafts and puts on the table; the answer is that of the last step. */
  propose(request: unknown, party?: PartyId): Promise<Response>
  agree(party: PartyId, id: string): Promise<Response>
  sign(party: PartyId, id: string, how?: { readonly key?: WorldKey; readonly payload?: string }): Promise<Response>
  /** Both agree. */
  agreed(id: string): Promise<void>
}

/** The desk of a world. */
export function deskOf(world: World, calls: Calls): Desk {
  const keyOf = (party: PartyId, hand: Hand): WorldKey => world.sides[party][hand]
  const desk: Desk = {
    body(id, act, key, { seen = 0, nonce = randomBytes(16).toString('base64url'), named = id } = {}) {
      const payload = canonical({ act, consultation: named, nonce, seen, type: 'consultation-step', v: 1 })
      return JSON.stringify(assembleDocument(payload, [signDocument(payload, { ...key, typ: STEP_TYP })]))
    },
    by(key, id, act, how = {}) {
      const path = id === null ? '/v1/consultations' : `/v1/consultations/${id}/steps`
      return calls.write(key, path, desk.body(id, act, key, how), { contentType: 'application/jose+json' })
    },
    step(party, hand, id, act, how = {}) {
      const { key = keyOf(party, hand) } = how
      const path = id === null ? '/v1/consultations' : `/v1/consultations/${id}/steps`
      return calls.write(keyOf(party, hand), path, desk.body(id, act, key, how), {
        contentType: 'application/jose+json',
      })
    },
    show: async (id, party = 'sc') => jsonOf(await calls.read(world.sides[party].signatory, `/v1/consultations/${id}`)),
    draft(request, party = 'sc') {
      const basis = world.gateway.log.head().size
      const plain = { basis, corrects: null, embargo: null, reason: null, type: 'draft' }
      const act = typeof request === 'object' && request !== null ? { ...plain, ...request } : request
      return desk.step(party, 'operator', null, act)
    },
    async propose(request, party = 'sc') {
      const drafted = await desk.draft(request, party)
      if (drafted.status !== 201) return drafted
      const { id } = await jsonOf(drafted, 201)
      return desk.step(party, 'operator', id, { type: 'open' })
    },
    async agree(party, id) {
      const { digest, steps } = await desk.show(id, party)
      return desk.step(party, 'reviewer', id, { type: 'agree', digest }, { seen: steps })
    },
    async sign(party, id, { key = world.sides[party].signatory, payload = '' } = {}) {
      const shown = await desk.show(id, party)
      const text = payload || canonical(shown.payload)
      const jws = assembleDocument(text, [signDocument(text, { ...key, typ: 'chuanyu-release+jws' })])
      return calls.writeJson(world.sides[party].signatory, `/v1/consultations/${id}/signatures`, jws)
    },
    async agreed(id) {
      for (const party of PARTIES) await jsonOf(await desk.agree(party, id), 201)
    },
  }
  return desk
}

/** The week that desks consult on here, and what its consultation is called. */
export const PERIOD = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
export const REQUEST = { product: 'weekly-water-bulletin', period: PERIOD }
export const ID = 'weekly-water-2026-11-02'

/** A world whose clock stands where it is put, moving on a second a reading. */
export interface OpenDesk {
  readonly world: World
  readonly calls: Calls
  readonly desk: Desk
  /** Puts the clock to an instant. */
  at(instant: string): void
}

/** Opens one on the Tuesday after that week, with all that `WorldOptions` asks for. */
export async function openDesk(options: WorldOptions = {}): Promise<OpenDesk> {
  const clock = { time: Date.parse('2026-11-10T08:00:00+08:00') }
  const now = (): number => {
    clock.time += 1000
    return clock.time
  }
  const world = await openWorld({ now, ...options })
  const calls = callsOf(world)
  return {
    world,
    calls,
    desk: deskOf(world, calls),
    at(instant) {
      clock.time = Date.parse(instant)
    },
  }
}
