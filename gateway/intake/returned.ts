/** Refused rows as a workbook to mend: of a submission from its evidence, or of a dry run from the file at hand. */
import type { Adapter, FormatLimits } from '../../adapters/types.ts'
import type { Registry } from '../../contracts/registry/types.ts'
import type { Rejection } from '../../contracts/types.ts'
import { returnedWorkbook } from '../forms/returned.ts'
import type { StoredSubmission } from '../ports.ts'

/** What reads the file again. */
export interface Reading {
  readonly adapter: Adapter<object>
  readonly registry: Registry
  readonly limits: FormatLimits
  /** The gateway's address, where the pages of errors are. */
  readonly origin: string
}

interface Counts {
  readonly in: number
  readonly accepted: number
  readonly rejected: number
  readonly duplicates: number
}

/** The workbook of a stored submission, over the bytes it was sent as. */
export function submissionWorkbook(found: StoredSubmission, bytes: Uint8Array, reading: Reading): Promise<Uint8Array> {
  const { adapter, registry, limits, origin } = reading
  const rejections: readonly Rejection[] = JSON.parse(found.rejections)
  const { id, dataset, version, digest, counts } = found
  const contract = { id: dataset, version }
  return returnedWorkbook({
    bytes,
    adapter,
    registry,
    limits,
    rejections,
    about: { contract, counts, submission: id, digest, origin },
  })
}

/** What a dry run says of the rows it refused, out of its lines. */
function dryRunOutcome(lines: string): { readonly rejections: readonly Rejection[]; readonly counts: Counts } {
  const rejections: Rejection[] = []
  let counts: Counts = { in: 0, accepted: 0, rejected: 0, duplicates: 0 }
  for (const line of lines.split('\n')) {
    if (line.startsWith('{"type":"rejection"')) rejections.push(JSON.parse(line).rejection)
    else if (line.startsWith('{"type":"summary"')) counts = JSON.parse(line).counts
  }
  return { rejections, counts }
}

/** A file whose rows were tried: its bytes, their digest, and what the dry run said line by line. */
export interface TriedFile {
  readonly bytes: Uint8Array
  readonly digest: string
  readonly contract: { readonly id: string; readonly version: string }
  readonly lines: string | Uint8Array
}

/** The workbook of a dry run. */
export function dryRunWorkbook({ bytes, digest, contract, lines }: TriedFile, reading: Reading): Promise<Uint8Array> {
  const { adapter, registry, limits, origin } = reading
  const { rejections, counts } = dryRunOutcome(typeof lines === 'string' ? lines : Buffer.from(lines).toString('utf8'))
  return returnedWorkbook({ bytes, adapter, registry, limits, rejections, about: { contract, counts, digest, origin } })
}
