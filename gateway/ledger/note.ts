/** Signed notes: a text and the signatures under it (C2SP signed-note). */
import { fromBase64, fromUtf8, toBase64, toHex } from './encoding.ts'
import { LedgerError } from './error.ts'

/** The longest note that is read, in bytes (or UTF-16 units of a string), and the most signatures on one. */
const NOTE_BYTES_MAX = 1_000_000
/** The most signatures on one note. */
const NOTE_SIGNATURES_MAX = 64

/** One signature line: the key's name and id (8 lower-case hex digits) and the signature proper. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A note as written: nothing in it is verified. `text` ends with a newline. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** A key that can check signatures. */
export interface NoteVerifier {
  readonly name: string
  readonly keyId: string
  verify(text: Uint8Array, signature: Uint8Array): boolean
}

/** A key that can sign. */
export interface NoteSigner {
  readonly name: string
  readonly keyId: string
  sign(text: Uint8Array): Uint8Array
}

/** A note of which at least one known key's signature holds, and no known key's fails. `signedBy` are those keys; `unknown` counts the other signatures. */
export interface OpenedNote {
  readonly text: string
  readonly signedBy: readonly { readonly name: string; readonly keyId: string }[]
  readonly unknown: number
}

const LINE = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: the form forbids them
const CONTROL = /[\x00-\x09\x0b-\x1f]/
const SPACE_OR_PLUS = /[\p{White_Space}+]/u
const KEY_ID = /^[0-9a-f]{8}$/

/** Whether a key may have this name: not empty, one line, no Unicode space, no plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !SPACE_OR_PLUS.test(name) && !CONTROL.test(name)
}

/** The note in its one form. Throws `note-malformed`, also for a key that signs twice. */
export function printNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const fits = isKeyName(name) && KEY_ID.test(keyId) && signature.length > 0
    if (!fits) throw new LedgerError('note-malformed', 'expected a key name, an id of 8 hex digits and a signature')
    return `— ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`
  })
  const note = `${text}\n${lines.join('')}`
  const reread = parseNote(note)
  if (reread.text !== text || new Set(signatures.map(keyOf)).size !== signatures.length) {
    throw new LedgerError('note-malformed', 'expected a text that ends with a newline, and one signature a key')
  }
  return note
}

/** The text and signatures of a note, nothing verified. Throws `note-malformed`. */
export function parseNote(note: string | Uint8Array): Note {
  if (note.length > NOTE_BYTES_MAX) throw malformed(`expected at most ${NOTE_BYTES_MAX} bytes`)
  const source = typeof note === 'string' ? note : fromUtf8(note)
  if (source === null || !source.isWellFormed()) throw malformed('expected UTF-8')
  if (CONTROL.test(source)) throw malformed('expected no control characters')
  const blank = source.lastIndexOf('\n\n')
  if (blank < 0 || !source.endsWith('\n')) throw malformed('expected a text, a blank line and signature lines')
  const lines = source.slice(blank + 2, -1).split('\n')
  if (lines.length > NOTE_SIGNATURES_MAX) throw malformed(`expected at most ${NOTE_SIGNATURES_MAX} signatures`)
  return { text: source.slice(0, blank + 1), signatures: lines.map(parseLine) }
}

/** The text of a note signed by a key we know. Unknown signatures are passed over. Throws `note-malformed`; `note-signature` when a known key's signature fails or it signs twice; `note-unsigned` when none is by a known key; `note-key` when two verifiers share name and id. */
export function openNote(note: string | Uint8Array, verifiers: readonly NoteVerifier[]): OpenedNote {
  const known = new Map(verifiers.map((verifier) => [keyOf(verifier), verifier]))
  if (known.size !== verifiers.length) throw new LedgerError('note-key', 'expected verifiers that differ in name or id')
  const { text, signatures } = parseNote(note)
  const bytes = Buffer.from(text, 'utf8')
  const signed = new Set<NoteVerifier>()
  for (const line of signatures) {
    const verifier = known.get(keyOf(line))
    if (verifier === undefined) continue
    if (signed.has(verifier))
      throw new LedgerError('note-signature', `expected one signature by ${keyOf(line)}, got two`)
    if (!verifier.verify(bytes, line.signature)) {
      throw new LedgerError('note-signature', `the signature by ${keyOf(line)} does not hold`)
    }
    signed.add(verifier)
  }
  if (signed.size === 0) throw new LedgerError('note-unsigned', 'expected a signature by a known key')
  return {
    text,
    signedBy: [...signed].map(({ name, keyId }) => ({ name, keyId })),
    unknown: signatures.length - signed.size,
  }
}

/** A text signed by each signer, in their order. Throws `note-malformed`. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  const bytes = Buffer.from(text, 'utf8')
  return printNote({
    text,
    signatures: signers.map((signer) => ({ name: signer.name, keyId: signer.keyId, signature: signer.sign(bytes) })),
  })
}

function parseLine(line: string): NoteSignature {
  const [, name, base64] = LINE.exec(line) ?? []
  const bytes = base64 === undefined ? null : fromBase64(base64)
  if (name === undefined || !isKeyName(name) || bytes === null || bytes.length < 5) {
    throw malformed('expected signature lines: em dash, key name, Base 64 of key id and signature')
  }
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) }
}

function keyOf({ name, keyId }: { readonly name: string; readonly keyId: string }): string {
  return `${name}+${keyId}`
}

function malformed(message: string): LedgerError {
  return new LedgerError('note-malformed', message)
}
