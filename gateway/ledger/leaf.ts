/** A leaf of the ledger: the JCS (RFC 8785) of what happened, who did it and when, with a salted commitment to the rest. */
import { LEAF_TYPES, type LeafParty, type LeafType } from '../ports.ts'
import { ENTRY_BYTES_MAX } from './bundle.ts'
import { fromBase64Url, fromUtf8 } from './encoding.ts'
import { LedgerError } from './error.ts'
import { HASH_BYTES } from './hash.ts'

/** On whose behalf: a signatory, or the gateway itself. */
export const LEAF_PARTIES: readonly LeafParty[] = ['cq', 'gateway', 'sc']

/** One leaf, members in JCS order. `actor`: 1 to 128 printable ASCII characters, no space at either end. `commitment`: base64url of 32 bytes. `time`: UTC, `YYYY-MM-DDThh:mm:ss.sssZ`. */
export interface Leaf {
  readonly actor: string
  readonly commitment: string
  readonly party: LeafParty
  readonly time: string
  readonly type: LeafType
  readonly v: 1
}

const ACTOR = /^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/
const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/
const MEMBERS = 6

/** The bytes that are hashed and served. Throws `leaf-malformed` unless every member has its form. */
export function leafBytes(leaf: Leaf): Uint8Array {
  return Buffer.from(leafText(checkLeaf(leaf)), 'utf8')
}

/** The leaf of these bytes. Throws `leaf-malformed` unless they are exactly what `leafBytes` writes. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = bytes.length > ENTRY_BYTES_MAX ? null : fromUtf8(bytes)
  const leaf = checkLeaf(text === null ? null : parseJson(text))
  if (leafText(leaf) !== text) throw malformed('canonical JSON (RFC 8785)')
  return leaf
}

/** The time of a commit in milliseconds: now, or one past the last when the clock has not got there. */
export function nextTime(now: number, last: number | null): number {
  return last === null ? now : Math.max(now, last + 1)
}

/** Milliseconds since the epoch as a leaf's `time`. Throws `leaf-malformed` outside the years 0000 to 9999. */
export function leafTime(ms: number): string {
  const date = new Date(ms)
  const time = Number.isInteger(ms) && !Number.isNaN(date.getTime()) ? date.toISOString() : ''
  if (!TIME.test(time)) throw malformed('a time in whole milliseconds between the years 0000 and 9999')
  return time
}

function leafText({ actor, commitment, party, time, type, v }: Leaf): string {
  return `{"actor":${JSON.stringify(actor)},"commitment":"${commitment}","party":"${party}","time":"${time}","type":"${type}","v":${v}}`
}

function checkLeaf(value: unknown): Leaf {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== MEMBERS) {
    throw malformed('an object of actor, commitment, party, time, type and v')
  }
  const { actor, commitment, party, time, type, v }: { readonly [K in keyof Leaf]?: unknown } = value
  if (typeof actor !== 'string' || !ACTOR.test(actor)) throw malformed('an actor of 1 to 128 printable characters')
  if (typeof commitment !== 'string' || fromBase64Url(commitment)?.length !== HASH_BYTES) {
    throw malformed('a commitment of 43 base64url characters')
  }
  const knownParty = LEAF_PARTIES.find((one) => one === party)
  if (knownParty === undefined) throw malformed(`a party of ${LEAF_PARTIES.join(', ')}`)
  if (typeof time !== 'string' || !TIME.test(time) || !isInstant(time))
    throw malformed('a time like 2026-01-31T00:00:00.000Z')
  const knownType = LEAF_TYPES.find((one) => one === type)
  if (knownType === undefined) throw malformed(`a type of ${LEAF_TYPES.join(', ')}`)
  if (v !== 1) throw malformed('the version 1')
  return { actor, commitment, party: knownParty, time, type: knownType, v }
}

// Date.parse rolls 30 February over into March; writing it back shows that.
function isInstant(time: string): boolean {
  const ms = Date.parse(time)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === time
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('JSON')
  }
}

function malformed(expected: string): LedgerError {
  return new LedgerError('leaf-malformed', `a leaf needs ${expected}`)
}
