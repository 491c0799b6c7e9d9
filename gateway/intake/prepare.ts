/** The pure half of taking a file in: native bytes → accepted records as bytes, commitments and rejections. It may run on this thread or on another. */

import { adapterFor } from '../../adapters/index.ts'
import type { FormatLimits } from '../../adapters/types.ts'
import { CONTRACTS, type Contract } from '../../contracts/index.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { PartyId } from '../../contracts/types.ts'
import type { Random } from '../ports.ts'
import type { Rows } from './entry.ts'
import { normalisedLines } from './lines.ts'
import { normalise, normaliseTo } from './normalise.ts'
import { type Allocate, recordWriter } from './record-writer.ts'

/** A file and the terms it is read under, as plain data that any thread can be told. */
export interface PrepareFile {
  readonly party: PartyId
  readonly contract: { readonly id: string; readonly version: string }
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Undated times resolve to the latest past before it (ms). */
  readonly at: number
  readonly limits: FormatLimits
  /** As `NormaliseOptions.backfillBefore`. */
  readonly backfillBefore?: number
}

/** The same with its register's text, for a thread that does not have it yet. */
export interface PrepareJob extends PrepareFile {
  readonly registry: { readonly digest: string; readonly payload: string }
}

/** Prepares a file. Rejects with FormatError when it cannot be read at all. */
export type Prepare = (job: PrepareJob, registry: Registry) => Promise<Rows>

/** Normalises a file and keeps nothing: the lines of a dry run, as text or as its UTF-8. Rejects with FormatError when it cannot be read at all. */
export type DryRun = (job: PrepareJob, registry: Registry) => Promise<string | Uint8Array>

function readerOf({ party, contract: { id, version } }: PrepareFile, contracts: readonly Contract[]) {
  const contract = contracts.find((one) => one.id === id && one.version === version)
  const adapter = adapterFor(id, party)
  if (!contract || !adapter) throw new TypeError(`there is no adapter for ${id} of ${party}`)
  return { contract, adapter }
}

/** Other contracts than this program's, and where the memory of what is written is from. */
export interface PrepareOptions {
  readonly contracts?: readonly Contract[]
  readonly allocate?: Allocate
}

/** Prepares a file on this thread. Throws FormatError; TypeError for a contract or side this program has no adapter for. */
export function prepareRows(
  file: PrepareFile,
  registry: Registry,
  random: Random,
  { contracts = CONTRACTS, allocate }: PrepareOptions = {},
): Rows {
  const { contract, adapter } = readerOf(file, contracts)
  // Canonical texts come to three or four times a table's bytes.
  const capacity = 3.5 * file.bytes.length
  const writer = recordWriter(contract.terms.audience, random, { capacity, ...(allocate ? { allocate } : {}) })
  const { bytes, mediaType, at, limits, backfillBefore } = file
  const past = backfillBefore === undefined ? {} : { backfillBefore }
  const result = normaliseTo({ adapter, contract, registry, bytes, mediaType, at, limits, ...past }, writer.write)
  return { result, written: writer.finish() }
}

/** The lines of a dry run, made on this thread. Throws as `prepareRows` does. */
export function dryRunLines(file: PrepareFile, registry: Registry, contracts: readonly Contract[] = CONTRACTS): string {
  const { bytes, mediaType, at, limits } = file
  return normalisedLines(normalise({ ...readerOf(file, contracts), registry, bytes, mediaType, at, limits }))
}
