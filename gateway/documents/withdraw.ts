/** HTTP for withdrawals: a joint document is taken back by the side that proposed it, as long as the other has not signed. */
import type { Context, Hono } from 'hono'
import { Problem } from '../errors/problem.ts'
import { cached } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { JOSE_JSON, wantsJose } from '../http/jose.ts'
import type { StoredDocument } from '../ports.ts'
import { proposerOf } from './closing.ts'
import { documentRow, storedJws } from './cosign.ts'
import { append, readPayload, readSigned, signedState, signingState } from './steps.ts'
import { readWithdrawal, withdrawalId } from './withdrawal.ts'

function show(c: Context<Env>, { id }: StoredDocument): Promise<Response> {
  const { standing } = c.get('gateway')
  const withdrawal = standing.document(withdrawalId(id))
  if (!withdrawal) throw new Problem('document-unknown')
  if (wantsJose(c)) return cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(withdrawal)) })
  const body = `{"withdrawal":${withdrawal.payload},"signing":${JSON.stringify(signingState(standing, withdrawal))}}`
  return cached(c, { contentType: 'application/json; charset=utf-8', body })
}

function withdraw(c: Context<Env>, document: StoredDocument): Promise<Response> {
  const { standing } = c.get('gateway')
  const signed = readSigned(c, 'withdrawal')
  const said = readPayload(signed, { zh: '撤回文件', en: 'withdrawal' }, readWithdrawal)
  if (said.document.id !== document.id || said.document.digest !== document.digest)
    throw new Problem('payload-mismatch', { pointer: '/payload/document', value: document.id })
  return standing.inTurn(async () => {
    if (proposerOf(document) !== signed.signature.party) throw new Problem('proposer-only')
    const { inForce } = standing.document(document.id) ?? document
    if (inForce !== null || standing.closing(document.id)) throw new Problem('document-closed', { value: document.id })
    const row = documentRow({
      kind: 'withdrawal',
      id: withdrawalId(document.id),
      payload: signed.payload,
      supersedes: null,
    })
    await append(c, { type: 'withdrawal', kind: 'withdrawal', signed }, row, true)
    return signedState(c, document.id)
  })
}

/** Adds `{path}/withdrawal` for the document that a request's path names; `find` throws Problem `document-unknown`. */
export function withdrawalRoutes(routes: Hono<Env>, path: string, find: (c: Context<Env>) => StoredDocument): void {
  routes.get(`${path}/withdrawal`, (c) => show(c, find(c)))
  routes.post(`${path}/withdrawal`, (c) => withdraw(c, find(c)))
}
