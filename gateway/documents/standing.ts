/** What both sides have signed so far, in memory: keys, contracts and register editions, as the ledger's order makes them count. */
import type { Contract } from '../../contracts/index.ts'
import { civilDay } from '../../contracts/life.ts'
import { type AnyRegistry, readRegistry } from '../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { assembleDocument } from '../identity/document.ts'
import { IdentityError } from '../identity/error.ts'
import {
  applyKeyList,
  type KeyRegistry,
  keyAt,
  keyStateAt,
  NO_KEYS,
  type RegisteredKey,
  type RootKey,
  verifyKeyList,
} from '../identity/keys.ts'
import { turns } from '../ledger/turns.ts'
import type { Clock, Entry, Place, Refusal, SignatureRow, Store, StoredDocument } from '../ports.ts'
import { type Closing, closedRefusal, closingOf, retirementsOf } from './closing.ts'
import { type ContractStanding, contractAmong, contractsOn } from './versions.ts'

export type { ContractStanding } from './versions.ts'

/** A register edition in force. */
export interface RegistryStanding<R extends AnyRegistry = AnyRegistry> {
  readonly registry: R
  readonly document: StoredDocument
}

/** The state that requests are judged by. */
export interface Standing {
  /** Takes note of a committed entry; called in ledger order. */
  apply(entry: Entry, place: Place): void
  /** Reads the store anew, when another gateway has appended to it. What it throws leaves all as it was. */
  reload(): Promise<void>
  /** Whether an entry's key counts at an index. */
  admit(entry: Entry, index: number): Refusal | null
  keys(): KeyRegistry
  /** A key with its state at the ledger's next index. */
  key(kid: string): ReturnType<typeof keyAt>
  /** A key that may sign documents at the next index. */
  signatory(kid: string): RegisteredKey | undefined
  document(id: string): StoredDocument | undefined
  /** What ended a document's wait for the other side before it signed. */
  closing(id: string): Closing | null
  /** Every retirement proposed for a version, oldest first. */
  retirements(contract: string, version: string): readonly StoredDocument[]
  /** One step of a joint document after another, so that each sees what the one before has done. */
  inTurn<T>(step: () => Promise<T>): Promise<T>
  contracts(): readonly ContractStanding[]
  /** The version named; without one the newest in force, else the newest there is. */
  contract(id: string, version?: string): ContractStanding | undefined
  /** Every register's edition in force, the newest of each. */
  registries(): readonly RegistryStanding[]
  /** The edition in force of one register: now, or for what stands at a ledger index. */
  registry<Id extends AnyRegistry['id']>(
    id: Id,
    at?: number,
  ): RegistryStanding<Extract<AnyRegistry, { id: Id }>> | undefined
  root(party: PartyId): RootKey
}

/** What the standing is rebuilt from. */
export interface StandingOptions {
  readonly store: Store
  readonly roots: readonly RootKey[]
  /** The contracts this gateway has validators for. */
  readonly known: readonly Contract[]
  readonly now: Clock
  /** The ledger's size, as the log sees it. */
  readonly size: () => number
}

const KINDS = ['keys', 'contract', 'registry', 'retirement', 'withdrawal'] as const

/** Rebuilds the standing from the store. Throws IdentityError when a stored key list does not hold under the configured roots. */
export async function openStanding({ store, roots, known, now, size }: StandingOptions): Promise<Standing> {
  let documents = new Map<string, StoredDocument>()
  const read = new Map<string, AnyRegistry>()
  // Asked on every request, changed a few times a year.
  let contracts: { readonly day: string; readonly list: readonly ContractStanding[] } | null = null
  let inForce: readonly RegistryStanding[] | null = null
  let keys = NO_KEYS

  function root(party: PartyId): RootKey {
    const found = roots.find((one) => one.party === party)
    if (!found) throw new TypeError(`no root key is configured for ${party}`)
    return found
  }

  /** What a list signed by its root makes of the keys before it. Throws IdentityError when it does not follow or contradicts them. */
  function keysAfter(
    before: KeyRegistry,
    payload: string,
    signature: Omit<SignatureRow, 'required'>,
    index: number,
  ): KeyRegistry {
    const jws = assembleDocument(payload, [{ protected: signature.protected, signature: signature.signature }])
    const previous = before.lists.get(signature.party) ?? null
    return applyKeyList(before, verifyKeyList(jws, { root: root(signature.party), previous }), index)
  }

  function withList(before: KeyRegistry, document: StoredDocument): KeyRegistry {
    const [signature] = document.signatures
    if (!signature) throw new TypeError(`${document.id} is unsigned`)
    return keysAfter(before, document.payload, signature, signature.index)
  }

  /** A list that was sound when it came may contradict one committed since; in the ledger it would stand for ever. */
  function admitKeys({ document, signature }: Entry, index: number): Refusal | null {
    if (!document || !signature) return null
    try {
      keysAfter(keys, document.payload, signature, index)
      return null
    } catch (error) {
      if (error instanceof IdentityError) return 'key-list-conflict'
      throw error
    }
  }

  function isActive(kid: string, index: number): boolean {
    const key = keys.keys.get(kid)
    return key !== undefined && keyStateAt(key, index) === 'active'
  }

  async function reload(): Promise<void> {
    const stored = (await Promise.all(KINDS.map((kind) => store.documents(kind)))).flat()
    stored.sort((a, b) => a.index - b.index)
    keys = stored.filter(({ kind }) => kind === 'keys').reduce(withList, NO_KEYS)
    documents = new Map(stored.map((document) => [document.id, document]))
    contracts = null
    inForce = null
  }
  await reload()

  function registryOf(document: StoredDocument): AnyRegistry {
    const known = read.get(document.id)
    if (known) return known
    const made = readRegistry(JSON.parse(document.payload))
    read.set(document.id, made)
    return made
  }

  const newest = <T extends { document: StoredDocument }>(list: readonly T[]): T | undefined =>
    list.reduce<T | undefined>(
      (best, one) => (!best || one.document.index > best.document.index ? one : best),
      undefined,
    )

  /** The newest edition of each register that both had signed before a ledger index. */
  function editionsUntil(index: number): readonly RegistryStanding[] {
    const editions = [...documents.values()]
      .filter(({ kind, inForce: from }) => kind === 'registry' && from !== null && from < index)
      .map((document) => ({ document, registry: registryOf(document) }))
    return [...Map.groupBy(editions, ({ registry }) => registry.id).values()].flatMap((same) => newest(same) ?? [])
  }

  const standing: Standing = {
    apply(entry, place) {
      const { document, signature } = entry
      if (!document && !signature) return
      contracts = null
      inForce = null
      if (document && document.kind !== 'release') {
        documents.set(document.id, { ...document, index: place.index, time: place.time, inForce: null, signatures: [] })
      }
      const signed = signature ? documents.get(signature.document) : undefined
      if (!signature || !signed) return
      const { required, ...rest } = signature
      const signatures = [...signed.signatures, { ...rest, index: place.index }]
      const next = {
        ...signed,
        signatures,
        inForce: signed.inForce ?? (signatures.length >= required ? place.index : null),
      }
      documents.set(signed.id, next)
      if (next.kind === 'keys') keys = withList(keys, next)
    },
    reload,
    admit(entry, index) {
      const under = entry.underKeys
      if (under && PARTIES.some((party) => keys.lists.get(party)?.digest !== under[party])) return 'keys-moved'
      if (entry.leaf.type === 'keys') return admitKeys(entry, index)
      if (entry.kid === undefined) return null
      // Whoever sends a signature, the key that made it must count where it lands.
      const signer = entry.signature?.kid ?? entry.kid
      if (!isActive(entry.kid, index) || !isActive(signer, index)) return 'key-not-current'
      return closedRefusal(documents, entry)
    },
    keys: () => keys,
    key: (kid) => keyAt(keys, kid, size()),
    signatory(kid) {
      const key = keys.keys.get(kid)
      return key?.roles.includes('signatory') && keyStateAt(key, size()) === 'active' ? key : undefined
    },
    document: (id) => documents.get(id),
    closing: (id) => closingOf(documents, id),
    retirements: (contract, version) => retirementsOf(documents, contract, version),
    inTurn: turns(),
    contracts() {
      // States change with the civil day.
      const day = civilDay(now())
      if (contracts?.day !== day) contracts = { day, list: contractsOn(documents, known, day) }
      return contracts.list
    },
    contract: (id, version) => contractAmong(standing.contracts(), id, version),
    registries() {
      inForce ??= editionsUntil(Number.POSITIVE_INFINITY)
      return inForce
    },
    registry(id, at) {
      const isAsked = (one: RegistryStanding): one is RegistryStanding<Extract<AnyRegistry, { id: typeof id }>> =>
        one.registry.id === id
      return (at === undefined ? standing.registries() : editionsUntil(at)).find(isAsked)
    },
    root,
  }
  return standing
}

/** The parties whose signatures a joint document still lacks. */
export function unsigned(document: StoredDocument): readonly PartyId[] {
  return PARTIES.filter((party) => !document.signatures.some((signature) => signature.party === party))
}
