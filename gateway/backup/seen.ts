/** What others have seen of a ledger: checkpoints in receipts, proof bundles, witnesses' files, or as they are (C2SP tlog-checkpoint). */
import { type Checkpoint, openCheckpoint } from '../ledger/checkpoint.ts'
import { equalBytes } from '../ledger/encoding.ts'
import { parseNote } from '../ledger/note.ts'
import { ed25519Verifier } from '../ledger/note-ed25519.ts'

/** Every checkpoint in a text: the text itself, or any member named `checkpoint` of its JSON, one value or a value a line. */
export function checkpointsIn(text: string): readonly string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, member] of Object.entries(value)) {
      if (name === 'checkpoint' && typeof member === 'string') found.push(member)
      else walk(member)
    }
  }
  for (const one of [text, ...text.split('\n')]) {
    try {
      walk(JSON.parse(one))
    } catch {
      // Not JSON: a note, or a line of one.
    }
  }
  if (found.length > 0) return [...new Set(found)]
  try {
    parseNote(text)
    return [text]
  } catch {
    return []
  }
}

/** What somebody saw, held against the ledger put back. */
export type Comparison =
  /** They saw no more than it has, and the same. */
  | { readonly verdict: 'known'; readonly size: number }
  /** They saw leaves it has lost. */
  | { readonly verdict: 'ahead'; readonly size: number }
  /** They saw another history, signed by this ledger's key. */
  | { readonly verdict: 'other'; readonly size: number }
  /** Not signed by this ledger. */
  | { readonly verdict: 'foreign' }

/** Compares a checkpoint with a ledger of `size` leaves, whose root at any smaller size `rootAt` gives. */
export async function compareSeen(
  note: string,
  ledger: { readonly log: string; readonly size: number; rootAt(size: number): Promise<Uint8Array> },
): Promise<Comparison> {
  const verifier = ed25519Verifier(ledger.log)
  let seen: Checkpoint
  try {
    seen = openCheckpoint(note, [verifier], verifier.name)
  } catch {
    return { verdict: 'foreign' }
  }
  const { size, root } = seen
  if (size > ledger.size) return { verdict: 'ahead', size }
  return { verdict: equalBytes(await ledger.rootAt(size), root) ? 'known' : 'other', size }
}
