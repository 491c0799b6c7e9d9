/** What a submission is normalised again under: the adapter, contract and register of then where they are here, or those of now. */
import { adapterFor } from '../../../adapters/index.ts'
import { FORMAT_LIMITS } from '../../../adapters/limits.ts'
import type { Adapter } from '../../../adapters/types.ts'
import { splitAudience } from '../../../contracts/audience.ts'
import { CONTRACTS, type Contract } from '../../../contracts/index.ts'
import { type Registry, readRowRegistry } from '../../../contracts/registry/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import { type ContractStanding, contractAmong, contractsOn } from '../../documents/versions.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { type CanonicalRecord, type Normalised, normaliseTo } from '../../intake/normalise.ts'
import type { StoredDocument } from '../../ports.ts'

/** One way to read a file. */
export interface Terms {
  readonly adapter: Adapter<object>
  readonly contract: Contract
  readonly registry: Registry
}

/** Why a file cannot be read under any terms. */
export interface NoTerms {
  readonly reason: Bilingual
}

const NO_TERMS: NoTerms = {
  reason: {
    zh: '此版本没有它的适配器、契约或登记册',
    en: 'this program has no adapter, contract or register for it',
  },
}

function notInForce({ contract, state }: ContractStanding, day: string): NoTerms {
  const named = `${contract.id}@${contract.version}`
  return {
    reason: {
      zh: `${day} 没有有效的契约版本（${named}：${state}）`,
      en: `no version of the contract is in force on ${day} (${named}: ${state})`,
    },
  }
}

/** The terms a store and this program can offer; a register is read once an edition. */
export interface Reference {
  /** What a submission was read under, where the very same versions are here. Throws TypeError for a register that is none. */
  asThen(header: SubmissionHeader): Terms | undefined
  /** What its bytes would be read under on a civil day, sent without a version: the adapter here, the newest contract in force that day, the register in force; or why under nothing. */
  asNow(header: SubmissionHeader, day: string): Terms | NoTerms
}

/** The reference data of a store: its documents by the digest of their payload, in ledger order; `known` are the contracts there are validators for. */
export function openReference(
  byDigest: ReadonlyMap<string, StoredDocument>,
  known: readonly Contract[] = CONTRACTS,
): Reference {
  const byId = new Map([...byDigest.values()].map((document) => [document.id, document]))
  const registries = new Map<string, Registry>()

  function registryOf(digest: string): Registry | undefined {
    const known = registries.get(digest)
    const document = byDigest.get(digest)
    if (known || document?.kind !== 'registry') return known
    const made = readRowRegistry(JSON.parse(document.payload))
    registries.set(digest, made)
    return made
  }

  function newest(kind: StoredDocument['kind'], id: string): StoredDocument | undefined {
    return [...byDigest.values()]
      .filter((one) => one.kind === kind && one.inForce !== null && one.id.startsWith(`${kind}/${id}/`))
      .reduce<StoredDocument | undefined>((best, one) => (best && best.index > one.index ? best : one), undefined)
  }

  return {
    asThen({ contract: { id, version, digest }, adapter: then, party, registry: { digest: register } }) {
      const contract = known.find((one) => one.id === id && one.version === version)
      const adapter = adapterFor(id, party)
      const registry = registryOf(register)
      const current = adapter?.id === then.id && adapter.version === then.version
      if (!contract || sha256Hex(contract.source) !== digest || !adapter || !current || !registry) return undefined
      return { adapter, contract, registry }
    },
    asNow({ contract: { id }, party, registry: then }, day) {
      const standing = contractAmong(contractsOn(byId, known, day), id)
      const adapter = adapterFor(id, party)
      const registry = adapter && registryOf(newest('registry', adapter.register)?.digest ?? then.digest)
      if (!standing || !adapter || registry?.id !== adapter.register) return NO_TERMS
      if (standing.state !== 'in-force') return notInForce(standing, day)
      return { adapter, contract: standing.contract, registry }
    },
  }
}

/** A record that came out again, and the sheet it stands on. */
export interface ReplayedRecord extends CanonicalRecord {
  readonly sheet?: string
}

/** What came out again. */
export interface Replayed extends Normalised {
  readonly records: readonly ReplayedRecord[]
}

/** Normalises an original again; undated times resolve as they did then. Throws FormatError when it cannot be read at all. */
export function replayUnder(
  { adapter, contract, registry }: Terms,
  { at, backfill, evidence: { mediaType } }: SubmissionHeader,
  bytes: Uint8Array,
): Replayed {
  const records: ReplayedRecord[] = []
  const { audience } = contract.terms
  const past = backfill === undefined ? {} : { backfillBefore: Date.parse(backfill.before) }
  const options = { adapter, contract, registry, bytes, mediaType, at: Date.parse(at), limits: FORMAT_LIMITS, ...past }
  const result = normaliseTo(options, ({ key, subject, end, row, sheet, record }) => {
    records.push({
      key,
      subject,
      end,
      row,
      ...(sheet === undefined ? {} : { sheet }),
      ...splitAudience(record, audience),
    })
  })
  return { ...result, records }
}
