/** One gateway: its configuration, its open ledger, and the parts that requests are served by. */

import { adapterFor } from '../adapters/index.ts'
import { FORMAT_LIMITS } from '../adapters/limits.ts'
import type { Adapter, FormatLimits } from '../adapters/types.ts'
import { CONTRACTS, type Contract } from '../contracts/index.ts'
import type { PartyId } from '../contracts/types.ts'
import { openStanding, type Standing } from './documents/standing.ts'
import { ALGORITHMS } from './identity/algorithms.ts'
import { importPublicJwk, type PublicJwk, type SigningKey } from './identity/jwk.ts'
import type { RootKey } from './identity/keys.ts'
import { openPace, type Pace } from './identity/pace.ts'
import { type DryRun, dryRunLines, type Prepare, prepareRows } from './intake/prepare.ts'
import { createIntake } from './intake/submit.ts'
import { cosignerVerifier } from './ledger/cosignature.ts'
import { type Log, openLog } from './ledger/log.ts'
import type { NoteVerifier } from './ledger/note.ts'
import { ed25519Signer, printVerifierKey } from './ledger/note-ed25519.ts'
import { earsOf } from './live/ears.ts'
import { openStreams, type Streams } from './live/streams.ts'
import { quietOperations } from './operations/quiet.ts'
import type { Operations } from './operations/types.ts'
import type { BlobStore, Clock, Failures, Random, SamplePerson, Store, Threads } from './ports.ts'
import { type Consultations, openConsultations } from './release/consultation/consultations.ts'
import { openRosters, type Rosters } from './release/duty/rosters.ts'
import { openReleases, type Releases } from './release/releases.ts'

/** What an operator decides. `origin` is the address callers use, without a path; `log` the ledger's name in checkpoints. */
export interface GatewayConfig {
  readonly origin: string
  readonly log: string
  readonly sandbox: boolean
  /** Where to report a vulnerability (RFC 9116), a mailto: or https: address. */
  readonly contact: string
  readonly roots: readonly RootKey[]
  /** Seconds a package may lie before it is sent in; the usual when nothing is said. */
  readonly packageWindow?: number
  /** Verifier keys of those whose cosignatures are taken (C2SP tlog-cosignature); nobody's when nothing is said. */
  readonly witnesses?: readonly string[]
  /** Signs checkpoints; Ed25519. */
  readonly logKey: SigningKey & { readonly jwk: PublicJwk }
  /** Signs receipts and answers; of a fast algorithm. */
  readonly gatewayKey: SigningKey & { readonly jwk: PublicJwk }
}

/** What the runtime provides. */
export interface GatewayPorts {
  readonly store: Store
  readonly blobs: BlobStore
  readonly now: Clock
  readonly random: Random
  /** Where files are prepared; on the thread that asks when nothing else is said. */
  readonly prepare?: Prepare
  /** Where dry runs are made; the same. */
  readonly dryRun?: DryRun
  /** How what works beside the main thread fares; null where nothing does. */
  readonly threads?: Threads | null
  /** The contracts there are validators for; every one of this program when nothing else is said. */
  readonly contracts?: readonly Contract[]
  /** What a file may be, where the runtime bears less than usual. */
  readonly limits?: FormatLimits
  /** Whether other gateways append to the same store; every request then looks first whether one has. */
  readonly shared?: boolean
  /** The answers that stay open. */
  readonly streams?: Streams
  /** Whom a sandbox lets anybody act as; nobody anywhere else. */
  readonly people?: readonly SamplePerson[]
  /** What a sandbox lets anybody make go wrong; null anywhere else. */
  readonly failures?: Failures | null
  /** Whether nothing may be appended to the ledger, because it was put back from a backup, or its database taken over. */
  readonly held?: () => boolean
  /** What those who operate it see and set; nothing is written or limited when nothing else is said. */
  readonly operations?: Operations
}

/** A running gateway. */
export interface Gateway extends Required<GatewayPorts> {
  readonly config: GatewayConfig
  readonly log: Log
  readonly standing: Standing
  readonly releases: Releases
  readonly consultations: Consultations
  readonly rosters: Rosters
  /** Of signatures that are slow to verify. */
  readonly pace: Pace
  readonly intake: ReturnType<typeof createIntake>
  /** The log's verifier key as text (C2SP signed-note). */
  readonly logVerifier: string
  /** Those whose cosignatures are taken. */
  readonly witnesses: readonly NoteVerifier[]
  adapter(contract: string, party: PartyId): Adapter<object> | undefined
}

function rawPublicKey(jwk: PublicJwk): Uint8Array {
  if (jwk.kty !== 'OKP') throw new TypeError('the log key must be Ed25519')
  return Buffer.from(jwk.x, 'base64url')
}

/** Opens a gateway over its ports. Throws when the configuration and the stored ledger do not belong together. */
export async function openGateway(config: GatewayConfig, ports: GatewayPorts): Promise<Gateway> {
  const { store, now, random, limits = FORMAT_LIMITS, shared = false, contracts = CONTRACTS } = ports
  const { streams = openStreams(), people = [], failures = null, held = () => false } = ports
  const { operations = quietOperations() } = ports
  const { prepare = async (job, registry) => prepareRows(job, registry, random, { contracts }) } = ports
  const { dryRun = async (job, registry) => dryRunLines(job, registry, contracts), threads = null } = ports
  const { logKey } = config
  if (ALGORITHMS[config.gatewayKey.alg].slow)
    throw new TypeError('the gateway key signs every answer and must be Ed25519 or P-256, not SM2')
  const noteKey = { name: config.log, publicKey: rawPublicKey(importPublicJwk(logKey.jwk).jwk) }
  const signer = ed25519Signer({ ...noteKey, sign: (message) => signWith(logKey, message) })
  const log = await openLog({
    store,
    origin: config.log,
    signer,
    now,
    held,
    admit: (entry, index) => standing.admit(entry, index),
    committed(entry, place) {
      standing.apply(entry, place)
      const isRelease = entry.document?.kind === 'release' || entry.signature?.document.startsWith('release/')
      if (isRelease) releases.changed()
      if (!isRelease && !entry.step) return
      consultations.changed()
      rosters.changed()
      streams.wake()
    },
    async moved() {
      await standing.reload()
      releases.changed()
      consultations.changed()
      rosters.changed()
      streams.wake()
    },
  })
  const releases = openReleases(store)
  const rosters = openRosters(store)
  const standing = await openStanding({
    store,
    roots: config.roots,
    known: contracts,
    now,
    size: () => log.head().size,
  })
  const consultations = openConsultations({ store, standing, releases })
  if (shared) store.watch?.(earsOf({ log, streams, operations }))
  const intake = createIntake({ ...ports, log, receiptKey: config.gatewayKey, limits, prepare })
  return {
    ...ports,
    config,
    log,
    standing,
    releases,
    consultations,
    rosters,
    pace: openPace({ now }),
    intake,
    limits,
    prepare,
    dryRun,
    threads,
    contracts,
    shared,
    streams,
    people,
    failures,
    held,
    operations,
    logVerifier: printVerifierKey(noteKey),
    witnesses: (config.witnesses ?? []).map(cosignerVerifier),
    adapter: adapterFor,
  }
}

function signWith(key: SigningKey, message: Uint8Array): Uint8Array {
  return ALGORITHMS[key.alg].sign(key.privateKey, message)
}
