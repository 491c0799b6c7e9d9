/** Checkpoints: the log's name, size and root as a signed note (C2SP tlog-checkpoint). */
import { fromBase64, toBase64 } from './encoding.ts'
import { LedgerError } from './error.ts'
import { HASH_BYTES } from './hash.ts'
import { type NoteSigner, type NoteVerifier, type OpenedNote, openNote, signNote } from './note.ts'

/** What to say in a checkpoint. `root` is 32 bytes; extension lines are opaque, and none when absent. */
export interface CheckpointBody {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly extensions?: readonly string[]
}

/** What a checkpoint says. */
export interface Checkpoint extends CheckpointBody {
  readonly extensions: readonly string[]
}

/** A checkpoint and who signed it. */
export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: OpenedNote['signedBy']
  readonly unknown: number
}

const SIZE = /^(?:0|[1-9][0-9]{0,15})$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: a line has none
const LINE = /^[^\x00-\x1f]+$/

/** The note text of a checkpoint. Throws `checkpoint-malformed`. */
export function printCheckpoint({ origin, size, root, extensions = [] }: CheckpointBody): string {
  const text = `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`
  if (parseCheckpoint(text).extensions.length !== extensions.length) {
    throw new LedgerError('checkpoint-malformed', 'expected an origin and extensions of one line each')
  }
  return text
}

/** The checkpoint a note text says. Throws `checkpoint-malformed` unless it is in its one form. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, digits, base64, ...extensions] = text.endsWith('\n') ? text.slice(0, -1).split('\n') : []
  if (origin === undefined || digits === undefined || base64 === undefined) {
    throw new LedgerError('checkpoint-malformed', 'expected three lines: origin, size, root')
  }
  if (![origin, ...extensions].every((line) => LINE.test(line) && line.isWellFormed())) {
    throw new LedgerError(
      'checkpoint-malformed',
      'expected an origin and extensions that are not empty and have no control characters',
    )
  }
  const size = SIZE.test(digits) ? Number(digits) : Number.NaN
  if (!Number.isSafeInteger(size)) {
    throw new LedgerError('checkpoint-malformed', 'expected a decimal size of at most 2^53-1 without leading zeros')
  }
  const root = fromBase64(base64)
  if (root?.length !== HASH_BYTES) {
    throw new LedgerError('checkpoint-malformed', 'expected a root of 32 bytes in padded Base 64')
  }
  return { origin, size, root, extensions }
}

/** A checkpoint as a note, signed by each signer. Throws `checkpoint-malformed`, `note-malformed`. */
export function signCheckpoint(checkpoint: CheckpointBody, signers: readonly NoteSigner[]): string {
  return signNote(printCheckpoint(checkpoint), signers)
}

/** The checkpoint of the log `origin`, signed by at least one of the verifiers. Throws as `openNote`, then `checkpoint-malformed`, `checkpoint-origin`. */
export function openCheckpoint(
  note: string | Uint8Array,
  verifiers: readonly NoteVerifier[],
  origin: string,
): OpenedCheckpoint {
  const { text, signedBy, unknown } = openNote(note, verifiers)
  const checkpoint = parseCheckpoint(text)
  if (checkpoint.origin !== origin) {
    throw new LedgerError('checkpoint-origin', 'the checkpoint is of another log')
  }
  return { ...checkpoint, signedBy, unknown }
}
