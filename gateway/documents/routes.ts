/** HTTP for what both sides sign ahead of any data: key lists, contracts, register editions. */
import { type Context, Hono } from 'hono'
import { CONTRACTS } from '../../contracts/index.ts'
import { type Registry, readRegistry } from '../../contracts/registry/index.ts'
import { PARTIES } from '../../contracts/types.ts'
import { Problem } from '../errors/problem.ts'
import { cached, json } from '../http/answer.ts'
import { type Caller, callerOf, type Env } from '../http/caller.ts'
import { JOSE_JSON, parseBody, wantsJose } from '../http/jose.ts'
import { importPublicJwk } from '../identity/jwk.ts'
import { applyKeyList, KEY_LIST_TYP, type RegisteredKey, verifyKeyList } from '../identity/keys.ts'
import type { LeafType, StoredDocument } from '../ports.ts'
import {
  type Actor,
  DOCUMENT_TYPES,
  documentEntry,
  documentRow,
  type JointKind,
  type SignedOnce,
  storedJws,
  verifySignedOnce,
} from './cosign.ts'
import { type ContractStanding, unsigned } from './standing.ts'

/** What anyone may know of a joint document's signing. */
export function signingState(document: StoredDocument): Record<string, unknown> {
  return {
    status: document.inForce === null ? 'proposed' : 'in-force',
    digest: document.digest,
    proposedAt: document.index,
    inForceAt: document.inForce,
    signatures: document.signatures.map(({ party, kid, index }) => ({ party, kid, ledgerIndex: index })),
    missing: unsigned(document),
  }
}

interface Step {
  readonly type: LeafType
  readonly kind: JointKind
  readonly signed: SignedOnce<RegisteredKey>
}

function actorOf(caller: Caller): Actor {
  return { party: caller.party, kid: caller.kid, ...(caller.nonce ? { nonce: caller.nonce } : {}) }
}

function readSigned(c: Context<Env>, kind: JointKind): SignedOnce<RegisteredKey> {
  const caller = callerOf(c)
  const signed = verifySignedOnce(parseBody(caller.body), DOCUMENT_TYPES[kind], c.get('gateway').standing.signatory)
  if (caller.party !== signed.signature.party) throw new Problem('other-party')
  return signed
}

async function propose(
  c: Context<Env>,
  { type, kind, signed }: Step,
  id: string,
  supersedes: string | null,
): Promise<Response> {
  const { log, random } = c.get('gateway')
  const document = documentRow({ kind, id, payload: signed.payload, supersedes })
  const { signature } = signed
  await log.append(
    documentEntry({ type, document, isNew: true, signature, actor: actorOf(callerOf(c)), salt: random(16) }),
  )
  return signedState(c, id)
}

/** Adds the caller's signature to a document that waits for it. */
async function sign(c: Context<Env>, { type, signed }: Step, document: StoredDocument): Promise<Response> {
  const { log, random } = c.get('gateway')
  if (signed.payload !== document.payload) throw new Problem('payload-mismatch', { pointer: '/payload' })
  const { signature } = signed
  await log.append(
    documentEntry({ type, document, isNew: false, signature, actor: actorOf(callerOf(c)), salt: random(16) }),
  )
  return signedState(c, document.id)
}

function signedState(c: Context<Env>, id: string): Promise<Response> {
  const document = c.get('gateway').standing.document(id)
  if (!document) throw new Problem('document-unknown')
  return json(c, { id, ...signingState(document) }, { status: 201 })
}

function contractStanding(c: Context<Env>, id: string, version?: string): ContractStanding {
  const { standing } = c.get('gateway')
  const found =
    version === undefined
      ? standing.contract(id)
      : standing.contracts().find((one) => one.contract.id === id && one.contract.version === version)
  if (!found) throw new Problem('contract-unknown', { value: version === undefined ? id : `${id}/${version}` })
  return found
}

function contractAnswer(c: Context<Env>, { contract, document }: ContractStanding): Promise<Response> {
  if (wantsJose(c)) return cached(c, { contentType: JOSE_JSON, body: JSON.stringify(storedJws(document)) })
  return cached(c, {
    contentType: 'application/json; charset=utf-8',
    body: `{"contract":${contract.source},"signing":${JSON.stringify(signingState(document))}}`,
  })
}

function summary({ contract, document }: ContractStanding): Record<string, unknown> {
  const { id, version, title } = contract
  return { id, version, title, ...signingState(document) }
}

/** `/v1/contracts…` */
export function contractRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (c) => json(c, { contracts: c.get('gateway').standing.contracts().map(summary) }))
  routes.get('/:id', (c) => contractAnswer(c, contractStanding(c, c.req.param('id'))))
  routes.get('/:id/:version', (c) => contractAnswer(c, contractStanding(c, c.req.param('id'), c.req.param('version'))))
  routes.get('/:id/:version/schema', (c) => {
    const { contract } = contractStanding(c, c.req.param('id'), c.req.param('version'))
    return cached(c, { contentType: 'application/schema+json; charset=utf-8', body: JSON.stringify(contract.schema) })
  })
  routes.post('/', (c) => {
    const signed = readSigned(c, 'contract')
    // A gateway takes only contracts it has a compiled validator for.
    const contract = CONTRACTS.find((one) => one.source === signed.payload)
    if (!contract) throw new Problem('contract-unknown')
    const { id, version } = contract
    const before = c.get('gateway').standing.contract(id)
    const supersedes = before && before.contract.version !== version ? before.document.id : null
    return propose(c, { type: 'contract', kind: 'contract', signed }, `contract/${id}/${version}`, supersedes)
  })
  routes.post('/:id/:version/signatures', (c) => {
    const { document } = contractStanding(c, c.req.param('id'), c.req.param('version'))
    return sign(c, { type: 'contract-signature', kind: 'contract', signed: readSigned(c, 'contract') }, document)
  })
  return routes
}

const FAULT_CHARACTERS = 300

/** A register of unknown origin. Throws Problem `document-malformed`, which says what is at fault. */
function readRegister(value: unknown): Registry {
  try {
    return readRegistry(value)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const fault = error.message.slice(0, FAULT_CHARACTERS)
    throw new Problem('document-malformed', {
      pointer: '/payload',
      detail: { zh: `登记册内容不正确：${fault}`, en: `Not a register: ${fault}` },
    })
  }
}

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
          body: `{"registry":${document.payload},"signing":${JSON.stringify(signingState(document))}}`,
        })
  routes.get('/', (c) => {
    const { standing } = c.get('gateway')
    return json(c, {
      registries: standing.registries().map(({ registry: { id, edition, title }, document }) => {
        return { id, edition, title, ...signingState(document) }
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
    const registry = readRegister(signed.value)
    const supersedes = c.get('gateway').standing.registry(registry.id)?.document.id ?? null
    return propose(
      c,
      { type: 'registry', kind: 'registry', signed },
      `registry/${registry.id}/${registry.edition}`,
      supersedes,
    )
  })
  routes.post('/:id/:edition/signatures', (c) => {
    const document = documentOf(c, c.req.param('id'), c.req.param('edition'))
    return sign(c, { type: 'registry-signature', kind: 'registry', signed: readSigned(c, 'registry') }, document)
  })
  return routes
}

/** `/v1/keys`: a key list stands on its root's signature alone. */
export function keyRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.post('/', async (c) => {
    const { log, standing, random } = c.get('gateway')
    const jws = parseBody(c.get('body'))
    const roots = PARTIES.map((party) => ({ party, ...importPublicJwk(standing.root(party).jwk) }))
    const { signature } = verifySignedOnce(jws, KEY_LIST_TYP, (kid) => roots.find((root) => root.kid === kid))
    const { party, kid } = signature
    const list = verifyKeyList(jws, { root: standing.root(party), previous: standing.keys().lists.get(party) ?? null })
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
    return signedState(c, document.id)
  })
  return routes
}
