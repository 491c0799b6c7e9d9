/** Consultations as people of both sides hold them, over signed HTTP: for tests. */
import { randomBytes } from 'node:crypto'
import { canonical } from '../../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { STEP_TYP } from '../../../gateway/documents/step.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import type { Calls } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import type { World, WorldKey } from '../world.ts'

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
