/** What witnesses have cosigned of this ledger: taken only from those listed, and only for what is its own history. */
import type { Clock, CosignatureRow, Store } from '../ports.ts'
import { openCosigned } from './cosignature.ts'
import { equalBytes, fromBase64, toBase64 } from './encoding.ts'
import { LedgerError } from './error.ts'
import { WITNESS_LIMITS } from './limits.ts'
import type { Log } from './log.ts'
import { type NoteVerifier, parseNote, printNote } from './note.ts'
import { verifyConsistency } from './verify.ts'

/** What it is judged by. */
export interface Witnessing {
  readonly store: Pick<Store, 'cosign' | 'cosignatures'>
  readonly log: Pick<Log, 'head' | 'consistency'>
  readonly logVerifier: NoteVerifier
  readonly witnesses: readonly NoteVerifier[]
  readonly now: Clock
}

/** What became of a note that was sent. `other-history`: signed by the log and not of this ledger, which is the proof of a fork. */
export type Taken =
  | { readonly kind: 'kept' | 'known'; readonly rows: readonly CosignatureRow[] }
  | {
      readonly kind: 'malformed' | 'unknown' | 'invalid' | 'future' | 'ahead' | 'other-history' | 'older'
      readonly why: string
    }

const idOf = ({ name, keyId }: { readonly name: string; readonly keyId: string }): string => `${name}+${keyId}`

/** Takes a checkpoint as its log and at least one listed witness signed it. */
export async function takeCosigned(
  note: Uint8Array,
  { store, log, logVerifier, witnesses, now }: Witnessing,
): Promise<Taken> {
  let opened: ReturnType<typeof openCosigned>
  try {
    opened = openCosigned(note, logVerifier, witnesses)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const unsigned = error.code === 'note-signature' || error.code === 'note-unsigned'
    return { kind: unsigned ? 'invalid' : 'malformed', why: error.message }
  }
  const { checkpoint, text, by } = opened
  const { size, root } = checkpoint
  if (by.length === 0) {
    const names = parseNote(note).signatures.filter((one) => one.keyId !== opened.log.keyId)
    return { kind: 'unknown', why: names.map(idOf).join(', ') }
  }
  const late = by.find(({ time }) => time > Math.floor(now() / 1000) + WITNESS_LIMITS.skew)
  if (late) return { kind: 'future', why: idOf(late) }
  const head = log.head()
  if (size > head.size || head.root === null) return { kind: 'ahead', why: `${size} > ${head.size}` }
  const same =
    size === head.size
      ? equalBytes(root, head.root)
      : size > 0 &&
        verifyConsistency({
          first: size,
          second: head.size,
          firstRoot: root,
          secondRoot: head.root,
          proof: await log.consistency(size, head.size),
        })
  if (!same) return { kind: 'other-history', why: String(size) }
  const kept = await store.cosignatures()
  const rows = by.map(({ name, keyId, time, signature }) => ({
    witness: idOf({ name, keyId }),
    size,
    time,
    checkpoint: printNote({ text, signatures: [opened.log] }),
    signature: toBase64(signature),
  }))
  const fresh = rows.filter((row) => {
    const newest = kept.findLast(({ witness }) => witness === row.witness)
    return !newest || row.size > newest.size || (row.size === newest.size && row.time > newest.time)
  })
  for (const row of fresh) await store.cosign(row)
  if (fresh.length > 0) return { kind: 'kept', rows: fresh }
  const known = rows.filter((row) =>
    kept.some(({ witness, size: at, time }) => witness === row.witness && at === row.size && time === row.time),
  )
  return known.length > 0
    ? { kind: 'known', rows: known }
    : { kind: 'older', why: rows.map((row) => row.witness).join(', ') }
}

/** A checkpoint with its cosignatures, the log's own line first. */
export interface WitnessedNote {
  readonly size: number
  readonly note: string
}

/** The newest checkpoint that at least `least` listed witnesses have cosigned, as a signed note: the log's line, then theirs by name. Null when there is none. */
export async function newestCosigned(
  { store, witnesses }: Pick<Witnessing, 'store' | 'witnesses'>,
  least = 1,
): Promise<WitnessedNote | null> {
  if (witnesses.length === 0) return null
  const listed = new Map(witnesses.map((one) => [idOf(one), one]))
  const rows = (await store.cosignatures()).filter(({ witness }) => listed.has(witness))
  const [size, group] =
    [...Map.groupBy(rows, (row) => row.size)].filter(([, some]) => some.length >= least).sort(([a], [b]) => b - a)[0] ??
    []
  const [first] = group ?? []
  if (size === undefined || group === undefined || first === undefined) return null
  const { text, signatures } = parseNote(first.checkpoint)
  const lines = group.flatMap(({ witness, signature }) => {
    const verifier = listed.get(witness)
    const bytes = fromBase64(signature)
    return verifier && bytes ? [{ name: verifier.name, keyId: verifier.keyId, signature: bytes }] : []
  })
  return { size, note: printNote({ text, signatures: [...signatures, ...lines] }) }
}
