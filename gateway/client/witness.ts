/** A witness: remembers the last checkpoint of a ledger and takes a newer one only when it is proven to have grown out of it (RFC 6962 §2.1.2). */
import { type Checkpoint, openCheckpoint } from '../ledger/checkpoint.ts'
import { equalBytes, fromBase64 } from '../ledger/encoding.ts'
import { LedgerError } from '../ledger/error.ts'
import type { NoteVerifier } from '../ledger/note.ts'
import { verifyConsistency } from '../ledger/verify.ts'

/** What a witness keeps: `checkpoint` the signed note, `seen` an instant. */
export interface WitnessState {
  readonly format: 'chuanyu-witness'
  readonly v: 1
  readonly checkpoint: string
  readonly seen: string
}

/** What it found. A `fork` has both notes, signed by the same key: that is the proof. */
export type Witnessed =
  | { readonly verdict: 'first' | 'same' | 'grown'; readonly size: number; readonly state: WitnessState }
  | {
      readonly verdict: 'shrunk'
      readonly from: number
      readonly to: number
      readonly notes: readonly [string, string]
    }
  | { readonly verdict: 'fork'; readonly size: number; readonly notes: readonly [string, string] }

/** Where a witness asks: the checkpoint's note, and the proof between two sizes, Base 64. */
export interface Witnessing {
  readonly log: NoteVerifier
  checkpoint(): Promise<string>
  consistency(first: number, second: number): Promise<readonly string[]>
}

/** The state in a file's text, or null for one that is none. */
export function readWitnessState(text: string): WitnessState | null {
  try {
    const value: unknown = JSON.parse(text)
    const members = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
    const [checkpoint, seen] = [members.get('checkpoint'), members.get('seen')]
    if (members.get('format') !== 'chuanyu-witness' || typeof checkpoint !== 'string' || typeof seen !== 'string')
      return null
    return { format: 'chuanyu-witness', v: 1, checkpoint, seen }
  } catch {
    return null
  }
}

/** Looks once. `now` an instant. Throws LedgerError when a note is not signed by the log, and what asking throws. */
export async function witness(before: WitnessState | null, ledger: Witnessing, now: string): Promise<Witnessed> {
  const opened = (note: string): Checkpoint => openCheckpoint(note, [ledger.log], ledger.log.name)
  const note = await ledger.checkpoint()
  const { size, root } = opened(note)
  const state: WitnessState = { format: 'chuanyu-witness', v: 1, checkpoint: note, seen: now }
  if (!before) return { verdict: 'first', size, state }
  const last = opened(before.checkpoint)
  const notes = [before.checkpoint, note] as const
  if (size < last.size) return { verdict: 'shrunk', from: last.size, to: size, notes }
  if (size === last.size)
    return equalBytes(root, last.root) ? { verdict: 'same', size, state } : { verdict: 'fork', size, notes }
  const proof = (await ledger.consistency(last.size, size)).map((hash) => fromBase64(hash))
  const hashes = proof.filter((hash) => hash !== null)
  if (hashes.length !== proof.length) throw new LedgerError('tile-data', 'expected a proof of Base 64 hashes')
  const grown = verifyConsistency({
    first: last.size,
    second: size,
    firstRoot: last.root,
    secondRoot: root,
    proof: hashes,
  })
  return grown ? { verdict: 'grown', size, state } : { verdict: 'fork', size, notes }
}
