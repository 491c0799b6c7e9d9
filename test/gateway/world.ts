/** A small real gateway for tests: store and blobs in a folder of its own, both sides' keys, contract and register in force. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONTRACTS, type Contract } from '../../contracts/index.ts'
import { canonical } from '../../contracts/jcs.ts'
import {
  type AnyRegistry,
  CONSULTATION_2026_11,
  DIVISIONS_2026_11,
  SECTIONS_2026_11,
  type SectionRegistry,
} from '../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import {
  DOCUMENT_TYPES,
  documentEntry,
  documentRow,
  type JointKind,
  type PartySignature,
  verifySignedOnce,
} from '../../gateway/documents/cosign.ts'
import { type Gateway, openGateway } from '../../gateway/gateway.ts'
import type { GrantedRole } from '../../gateway/identity/access.ts'
import type { AlgorithmName } from '../../gateway/identity/algorithms.ts'
import { assembleDocument, signDocument } from '../../gateway/identity/document.ts'
import { generateKey, importPrivateJwk } from '../../gateway/identity/jwk.ts'
import type { ListedKey } from '../../gateway/identity/key-list.ts'
import { KEY_LIST_TYP, verifyKeyList } from '../../gateway/identity/keys.ts'
import type { Submitted } from '../../gateway/intake/submit.ts'
import type { Streams } from '../../gateway/live/streams.ts'
import type { Clock, DocumentRow, LeafType, Store, StoredDocument } from '../../gateway/ports.ts'
import { buildBundle } from '../../gateway/release/bundle.ts'
import type { TrustFile } from '../../gateway/release/bundle-types.ts'
import { readRelease } from '../../gateway/release/releases.ts'
import { frozenWeek } from './frozen.ts'
import { openWorldStore } from './world-store.ts'

/** A key pair ready to sign with. */
export type WorldKey = ReturnType<typeof newKey>

/** One side's keys; all but the root are on its list, under one agency. */
export interface Side {
  readonly root: WorldKey
  readonly agency: WorldKey
  readonly operator: WorldKey
  readonly reviewer: WorldKey
  readonly signatory: WorldKey
  /** Keys of the roles that `WorldOptions.roles` asked for. */
  readonly others: ReadonlyMap<GrantedRole, WorldKey>
}

/** How to sign; `unguarded` appends what a gateway would refuse, as a dishonest operator could. */
export interface SignOptions {
  readonly key?: WorldKey
  readonly unguarded?: boolean
}

/** Algorithms of a side's keys by whose they are. */
export type HandAlgorithms = Partial<
  Record<'root' | 'agency' | 'operator' | 'reviewer' | 'signatory', AlgorithmName | undefined>
>

export interface WorldOptions {
  readonly sandbox?: boolean
  readonly registry?: SectionRegistry
  /** ms; it moves on one second a reading. */
  readonly start?: number
  /** Read instead of the clock that moves on by itself. */
  readonly now?: Clock
  readonly logKey?: WorldKey
  /** A key a side for each of these as well. */
  readonly roles?: readonly GrantedRole[]
  /** Algorithms other than the usual ones. */
  readonly algs?: Partial<Record<PartyId, HandAlgorithms>>
  /** The contracts the gateway has validators for. */
  readonly contracts?: readonly Contract[]
  /** Leaves contract and register unproposed. */
  readonly unsigned?: boolean
  /** Contracts to be signed beside the first, by id, and with them the register of divisions. */
  readonly datasets?: readonly string[]
  /** Puts something between the gateway and its real store. */
  readonly over?: (store: Store) => Store
  /** Verifier keys of witnesses. */
  readonly witnesses?: readonly string[]
  /** In place of the usual limits of open streams. */
  readonly streams?: Streams
}

export interface World {
  readonly gateway: Gateway
  readonly sides: Readonly<Record<PartyId, Side>>
  readonly trust: TrustFile
  readonly contractDocument: StoredDocument
  /** As the party's agency, by its agency's key or another. */
  submit(party: PartyId, csv: string, key?: WorldKey): Promise<Submitted>
  /** Puts a bulletin of the week from `start` (ms, a midnight in Asia/Shanghai) on the table. */
  propose(start: number, corrects?: { readonly id: string; readonly reason: string }): Promise<DocumentRow>
  /** Puts any payload on the table as a release's draft. */
  lay(payload: string): Promise<DocumentRow>
  sign(party: PartyId, document: DocumentRow, options?: SignOptions): Promise<void>
  /** Proposes and signs for both, Sichuan first. */
  publish(start: number, corrects?: { readonly id: string; readonly reason: string }): Promise<StoredDocument>
  /** Appends the party's next key list. */
  listKeys(party: PartyId, revoked?: readonly WorldKey[]): Promise<void>
  /** Has both sides sign an edition of a register. */
  signRegister(registry: AnyRegistry): Promise<void>
  /** The file of a release's proof bundle. */
  bundle(document: DocumentRow): Promise<string>
  close(): Promise<void>
}

export const WEEK = 7 * 86_400_000
/** Midnight, Asia/Shanghai, of Monday 2 November 2026. */
export const MONDAY = Date.parse('2026-11-02T00:00:00+08:00')

/** A new key of the default algorithm, or another. */
export function newKey(alg: AlgorithmName = 'ed25519') {
  const { privateJwk, publicJwk } = generateKey(alg)
  return { ...importPrivateJwk(privateJwk), jwk: publicJwk, privateJwk }
}

/** The register cut down to these sections and the rivers they need. */
export function smallRegistry(ids: readonly string[]): SectionRegistry {
  const sections = SECTIONS_2026_11.sections.filter((section) => ids.includes(section.id))
  const wanted = new Set<string>()
  for (const { river } of sections) {
    let next: string | null = river
    while (next !== null && !wanted.has(next)) {
      const id: string = next
      wanted.add(id)
      next = SECTIONS_2026_11.rivers.find((one) => one.id === id)?.into ?? null
    }
  }
  return { ...SECTIONS_2026_11, sections, rivers: SECTIONS_2026_11.rivers.filter(({ id }) => wanted.has(id)) }
}

/** Two border sections, one a side's own water; all in the true register. */
export const SMALL_REGISTRY = smallRegistry(['cq-朱沱', 'sc-金子', 'cq-晒网坝'])

/** A day's or week's file as both sides write one: section, time, pH, oxygen, permanganate index, ammonia, phosphorus. */
export function csv(rows: readonly (readonly [section: string, time: string, codMn: string])[]): string {
  const head = '断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)'
  return `${[head, ...rows.map(([section, time, codMn]) => `${section},${time},7.8,8.6,${codMn},0.12,0.05`)].join('\n')}\n`
}

function newSide(roles: readonly GrantedRole[], algs: HandAlgorithms = {}): Side {
  const others = new Map(roles.map((role) => [role, newKey()]))
  // One side uses each algorithm somewhere, so that both are met.
  return {
    root: newKey(algs.root),
    agency: newKey(algs.agency),
    operator: newKey(algs.operator),
    reviewer: newKey(algs.reviewer),
    signatory: newKey(algs.signatory ?? 'ecdsa-p256-sha256'),
    others,
  }
}

function listed(party: PartyId, side: Side, revoked: readonly WorldKey[]): ListedKey[] {
  const row = (key: WorldKey, role: GrantedRole, operator: string | null): ListedKey => ({
    agency: `${party}-monitoring`,
    alg: key.alg,
    jwk: key.jwk,
    kid: key.kid,
    operator,
    roles: [role],
    status: revoked.includes(key) ? 'revoked' : 'active',
  })
  return [
    row(side.agency, 'agency', null),
    row(side.operator, 'operator', '值班员'),
    row(side.reviewer, 'reviewer', '审核人'),
    row(side.signatory, 'signatory', '签发人'),
    ...[...side.others].map(([role, key]) => row(key, role, '岗位')),
  ]
}

/** Opens a world in a new folder below the system's temporary one. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const { sandbox = true, registry = SMALL_REGISTRY, start = MONDAY + WEEK + 86_400_000, logKey = newKey() } = options
  const { roles = [], unsigned = false, datasets = [], over = (real) => real } = options
  const folder = await mkdtemp(join(tmpdir(), 'chuanyu-world-'))
  let time = start
  const now = options.now ?? (() => (time += 1000))
  const sides: Record<PartyId, Side> = { cq: newSide(roles, options.algs?.cq), sc: newSide(roles, options.algs?.sc) }
  const roots = PARTIES.map((party) => ({ party, jwk: sides[party].root.jwk }))
  const kept = await openWorldStore(folder, now)
  const store = over(kept.store)
  const gateway = await openGateway(
    {
      origin: 'https://gateway.test',
      log: 'gateway.test/log',
      sandbox,
      contact: 'mailto:security@gateway.test',
      roots,
      ...(options.witnesses ? { witnesses: options.witnesses } : {}),
      logKey,
      gatewayKey: newKey(),
    },
    {
      store,
      blobs: kept.blobs,
      now,
      random: randomBytes,
      ...(options.contracts ? { contracts: options.contracts } : {}),
      ...(options.streams ? { streams: options.streams } : {}),
    },
  )
  const { log, standing, intake } = gateway
  const salt = () => randomBytes(16)

  async function append(
    type: LeafType,
    document: DocumentRow,
    isNew: boolean,
    signature: PartySignature,
    unguarded = false,
  ) {
    const { party, kid } = signature
    const { kid: guard, ...rest } = documentEntry({
      type,
      document,
      isNew,
      signature,
      actor: { party, kid },
      salt: salt(),
    })
    await log.append(unguarded || guard === undefined ? rest : { ...rest, kid: guard })
  }

  function signed(
    kind: JointKind,
    document: DocumentRow,
    party: PartyId,
    { key = sides[party].signatory, unguarded }: SignOptions = {},
  ) {
    const jws = signDocument(document.payload, { ...key, typ: DOCUMENT_TYPES[kind] })
    if (unguarded) return { ...jws, party, kid: key.kid }
    return verifySignedOnce(assembleDocument(document.payload, [jws]), DOCUMENT_TYPES[kind], standing.signatory)
      .signature
  }

  async function listKeys(party: PartyId, revoked: readonly WorldKey[] = []) {
    const previous = standing.keys().lists.get(party) ?? null
    const edition = (previous?.edition ?? 0) + 1
    const keys = listed(party, sides[party], revoked)
    const payload = canonical({
      edition,
      issued: '2026-11-01T08:00:00+08:00',
      keys,
      party,
      previous: previous?.digest ?? null,
    })
    const { root } = sides[party]
    const jws = signDocument(payload, { ...root, typ: KEY_LIST_TYP })
    verifyKeyList(assembleDocument(payload, [jws]), { root: standing.root(party), previous })
    const document = documentRow({ kind: 'keys', id: `keys/${party}/${edition}`, payload, supersedes: null })
    await append('keys', document, true, { ...jws, party, kid: root.kid })
  }

  async function cosign(kind: 'contract' | 'registry', id: string, payload: string) {
    const document = documentRow({ kind, id, payload, supersedes: null })
    await append(kind, document, true, signed(kind, document, 'cq'))
    await append(`${kind}-signature`, document, false, signed(kind, document, 'sc'))
  }

  for (const party of PARTIES) await listKeys(party)
  const [contract] = CONTRACTS
  if (!contract) throw new TypeError('there is no contract')
  const contractId = `contract/${contract.id}/${contract.version}`
  if (!unsigned) {
    await cosign('contract', contractId, contract.source)
    for (const one of [registry, CONSULTATION_2026_11])
      await cosign('registry', `registry/${one.id}/${one.edition}`, canonical(one))
  }
  for (const id of datasets) {
    const other = CONTRACTS.find((one) => one.id === id)
    if (!other) throw new TypeError(`there is no contract ${id}`)
    await cosign('contract', `contract/${id}/${other.version}`, other.source)
  }
  if (datasets.length > 0) {
    const { id, edition } = DIVISIONS_2026_11
    await cosign('registry', `registry/${id}/${edition}`, canonical(DIVISIONS_2026_11))
  }

  const world: World = {
    gateway,
    sides,
    get contractDocument() {
      const document = standing.document(contractId)
      if (!document) throw new TypeError('the contract is not in force')
      return document
    },
    trust: {
      format: 'chuanyu-trust',
      v: 1,
      sandbox,
      log: gateway.logVerifier,
      roots: { cq: sides.cq.root.jwk, sc: sides.sc.root.jwk },
    },
    async submit(party, text, { kid } = sides[party].agency) {
      const bytes = Buffer.from(text, 'utf8')
      const inForce = standing.registry('sections')
      const adapter = gateway.adapter(contract.id, party)
      if (!inForce || !adapter) throw new TypeError('nothing to submit under')
      return intake.submit({
        party,
        agency: `${party}-monitoring`,
        kid,
        nonce: { kid, nonce: randomBytes(16).toString('hex'), expires: time + 300_000 },
        idempotencyKey: null,
        mediaType: 'text/csv',
        bytes,
        digest: createHash('sha256').update(bytes).digest('hex'),
        evidence: {
          method: 'POST',
          targetUri: '',
          contentType: 'text/csv',
          contentDigest: '',
          signatureInput: '',
          signature: '',
        },
        at: time,
        contract,
        contractDigest: world.contractDocument.digest,
        registry: inForce,
        adapter,
      })
    },
    async propose(from, corrects) {
      return world.lay((await frozenWeek(gateway, from, corrects)).payload)
    },
    async lay(payload) {
      const { id, supersedes } = readRelease(payload)
      const before = supersedes === null ? null : `release/${supersedes.id}`
      const document = documentRow({ kind: 'release', id: `release/${id}`, payload, supersedes: before })
      const actor = { party: 'sc', kid: sides.sc.operator.kid } as const
      await log.append(
        documentEntry({ type: 'consultation', document, isNew: true, signature: null, actor, salt: salt() }),
      )
      return document
    },
    sign: (party, document, how = {}) =>
      append('release-signature', document, false, signed('release', document, party, how), how.unguarded),
    async publish(from, corrects) {
      const document = await world.propose(from, corrects)
      await world.sign('sc', document)
      await world.sign('cq', document)
      return stored(document)
    },
    listKeys,
    signRegister: (one) => cosign('registry', `registry/${one.id}/${one.edition}`, canonical(one)),
    bundle: async (document) => buildBundle({ ...gateway, release: await stored(document) }),
    async close() {
      await log.drained()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  async function stored({ id }: DocumentRow): Promise<StoredDocument> {
    const found = await store.document(id)
    if (!found) throw new TypeError(`${id} is not stored`)
    return found
  }
  return world
}
