/** HTTP for registers and key lists, which both sides sign or send ahead of any data. */
import { type Context, Hono } from 'hono'
import { readRegistry } from '../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached, cachedJson } from '../http/answer.ts'
import type { Env } from '../http/caller.ts'
import { JOSE_JSON, parseBody, wantsJose } from '../http/jose.ts'
import { importPublicJwk } from '../identity/jwk.ts'
import { applyKeyList, KEY_LIST_TYP, verifyKeyList } from '../identity/keys.ts'
import { paced } from '../identity/pace.ts'
import { mustSeparateRoles } from '../identity/separation.ts'
import type { StoredDocument } from '../ports.ts'
import { documentEntry, documentRow, storedJws, verifySignedOnce } from './cosign.ts'
import { propose, readPayload, readSigned, sign, signedState, signingState } from './steps.ts'
import { withdrawalRoutes } from './withdraw.ts'

/** `/v1/registry…` */
export function registryRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const documentOf = (c: Context<Env>, id: string, edition: string): StoredDocument => {
    const document = c.get('gateway').standing.document(`registry/${id}/${edition}`)
    if (!document) throw new Problem('document-unknown', { value: `${id}/${edition}` })
    return document
  }
  const show = (c: Context<Env>, document: StoredDocument): Promise<Response> =>
    wantsJose(c)
      ? cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(document)) })
      : cached(c, {
          contentType: 'application/json; charset=utf-8',
          body: `{"registry":${document.payload},"signing":${JSON.stringify(signingState(c.get('gateway').standing, document))}}`,
        })
  routes.get('/', (c) => {
    const { standing } = c.get('gateway')
    return cachedJson(c, {
      registries: standing.registries().map(({ registry: { id, edition, title }, document }) => {
        return { id, edition, title, ...signingState(standing, document) }
      }),
    })
  })
  routes.get('/:id', (c) => {
    const id = c.req.param('id')
    const inForce = c
      .get('gateway')
      .standing.registries()
      .find(({ registry }) => registry.id === id)
    if (!inForce) throw new Problem('document-unknown', { value: id })
    return show(c, inForce.document)
  })
  routes.get('/:id/:edition', (c) => show(c, documentOf(c, c.req.param('id'), c.req.param('edition'))))
  routes.post('/', (c) => {
    const signed = readSigned(c, 'registry')
    const { id, edition } = readPayload(signed, { zh: '登记册', en: 'register' }, readRegistry)
    return propose(c, { type: 'registry', kind: 'registry', signed }, () => ({
      id: `registry/${id}/${edition}`,
      supersedes: c.get('gateway').standing.registry(id)?.document.id ?? null,
    }))
  })
  routes.post('/:id/:edition/signatures', (c) => {
    const document = documentOf(c, c.req.param('id'), c.req.param('edition'))
    return sign(c, { type: 'registry-signature', kind: 'registry', signed: readSigned(c, 'registry') }, document)
  })
  withdrawalRoutes(routes, '/:id/:edition', (c) => documentOf(c, c.req.param('id') ?? '', c.req.param('edition') ?? ''))
  return routes
}

/** `/v1/keys`: a key list stands on its root's signature alone; anybody may read the last one of a side, as every proof bundle has it. */
export function keyRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  const show = (c: Context<Env>, party: PartyId): Promise<Response> => {
    const { standing } = c.get('gateway')
    const edition = standing.keys().lists.get(party)?.edition
    const document = edition === undefined ? undefined : standing.document(`keys/${party}/${edition}`)
    if (!document) throw new Problem('document-unknown', { value: `keys/${party}` })
    if (wantsJose(c)) return cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(document)) })
    const body = `{"keys":${document.payload},"signing":${JSON.stringify(signingState(standing, document))}}`
    return cached(c, { contentType: 'application/json; charset=utf-8', body })
  }
  routes.get('/:party', (c) => {
    const party = PARTIES.find((one) => one === c.req.param('party'))
    if (!party) throw new Problem('document-unknown', { value: c.req.param('party') })
    return show(c, party)
  })
  routes.post('/', async (c) => {
    const { log, pace, standing, random } = c.get('gateway')
    const jws = parseBody(c.get('body'))
    const roots = PARTIES.map((party) => ({ party, ...importPublicJwk(standing.root(party).jwk) }))
    const rootOf = (kid: string) => roots.find((root) => root.kid === kid)
    const { signature } = verifySignedOnce(jws, KEY_LIST_TYP, paced(pace, rootOf))
    const { party, kid } = signature
    const list = verifyKeyList(jws, { root: standing.root(party), previous: standing.keys().lists.get(party) ?? null })
    mustSeparateRoles(list.keys, standing.keys())
    // Refuses now what would not hold once in the ledger.
    applyKeyList(standing.keys(), list, log.head().size)
    const document = documentRow({
      kind: 'keys',
      id: `keys/${party}/${list.edition}`,
      payload: list.payload,
      supersedes: null,
    })
    await log.append(
      documentEntry({ type: 'keys', document, isNew: true, signature, actor: { party, kid }, salt: random(16) }),
    )
    c.set('actor', { party, kid, agency: null })
    return signedState(c, document.id)
  })
  return routes
}
