/** HTTP for retirements: both sides sign from which day a version no longer counts; one that waits may be replaced or withdrawn by its proposer. */
import type { Context, Hono } from 'hono'
import type { PartyId } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { JOSE_JSON, wantsJose } from '../http/jose.ts'
import type { StoredDocument } from '../ports.ts'
import { proposerOf } from './closing.ts'
import { storedJws } from './cosign.ts'
import { readRetirement, retirementId } from './retirement.ts'
import type { ContractStanding, Standing } from './standing.ts'
import { type Proposed, propose, readPayload, readSigned, sign, signingState } from './steps.ts'
import { withdrawalRoutes } from './withdraw.ts'

const PATH = '/:id/:version/retirement'

/** A retirement in the body of a request, of the version its path names. Throws Problem `document-malformed`, `payload-mismatch`. */
function readSignedRetirement(c: Context<Env>, { contract, document }: ContractStanding) {
  const signed = readSigned(c, 'retirement')
  const said = readPayload(signed, { zh: '退役文件', en: 'retirement' }, readRetirement)
  const { id, version, digest } = said.contract
  if (id !== contract.id || version !== contract.version || digest !== document.digest)
    throw new Problem('payload-mismatch', { pointer: '/payload/contract' })
  return signed
}

const REPLACE = {
  zh: '已有退役文件等待签署；同意则签署它，不同意则请提出方撤回或替代。',
  en: 'A retirement waits already: sign it, or have its proposer withdraw or replace it.',
}

/** Where another retirement of a version goes: first, after a withdrawn one, or in place of its proposer's own that waits. */
function placeOf(standing: Standing, contract: string, version: string, party: PartyId, payload: string): Proposed {
  const before = standing.retirements(contract, version)
  const same = before.find((one) => one.payload === payload)
  if (same && standing.closing(same.id)) throw new Problem('document-closed', { value: same.id })
  const id = retirementId(contract, version, before.length + 1)
  const last = before.at(-1)
  if (!last || standing.closing(last.id)) return { id, supersedes: null }
  if (same || last.inForce !== null) throw new Problem('document-exists', { value: last.id })
  if (proposerOf(last) !== party) throw new Problem('document-exists', { value: last.id, detail: REPLACE })
  return { id, supersedes: last.id }
}

/** Adds a version's retirement to `/v1/contracts…`; `at` gives the version a request's path names. */
export function retirementRoutes(routes: Hono<Env>, at: (c: Context<Env>) => ContractStanding): void {
  const retirementOf = (c: Context<Env>): StoredDocument => {
    const { retirement } = at(c)
    if (!retirement) throw new Problem('document-unknown')
    return retirement
  }
  routes.get(PATH, (c) => {
    const retirement = retirementOf(c)
    if (wantsJose(c)) return cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(retirement)) })
    const state = signingState(c.get('gateway').standing, retirement)
    const body = `{"retirement":${retirement.payload},"signing":${JSON.stringify(state)}}`
    return cached(c, { contentType: 'application/json; charset=utf-8', body })
  })
  routes.post(PATH, (c) => {
    const one = at(c)
    const signed = readSignedRetirement(c, one)
    if (one.document.inForce === null) throw new Problem('contract-not-in-force', { value: one.document.id })
    const { id, version } = one.contract
    const { standing } = c.get('gateway')
    const place = () => placeOf(standing, id, version, signed.signature.party, signed.payload)
    return propose(c, { type: 'retirement', kind: 'retirement', signed }, place)
  })
  routes.post(`${PATH}/signatures`, (c) => {
    const signed = readSignedRetirement(c, at(c))
    return sign(c, { type: 'retirement-signature', kind: 'retirement', signed }, retirementOf(c))
  })
  withdrawalRoutes(routes, PATH, retirementOf)
}
