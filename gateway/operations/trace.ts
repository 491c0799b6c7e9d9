/** W3C Trace Context: whose trace a request belongs to, and what it is answered with. */
import type { Random } from '../ports.ts'

/** One request in its trace. `flags` two hexadecimal characters; `span` names the request itself. */
export interface Trace {
  readonly id: string
  readonly span: string
  readonly flags: string
}

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/
/** The random-trace-id flag (level 2), set when the trace began here. */
const BEGUN_HERE = '02'
/** The flags that are defined: sampled, random. */
const KNOWN_FLAGS = 0x03

function hex(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('hex')
  // All zeros are no id.
  return /[1-9a-f]/.test(text) ? text : `${text.slice(1)}1`
}

/** Trace id and flags of a `traceparent`; null when it is not valid. A version to come may have more at its end. */
export function readTraceparent(value: string | null): { readonly id: string; readonly flags: string } | null {
  const [, version, id = '', parent = '', flags = '', more] = TRACEPARENT.exec(value ?? '') ?? []
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null
  if (/^0+$/.test(id) || /^0+$/.test(parent)) return null
  return { id, flags: (Number.parseInt(flags, 16) & KNOWN_FLAGS).toString(16).padStart(2, '0') }
}

/** A request's place: in the trace it names, or in one begun for it. */
export function traceOf(traceparent: string | null, random: Random): Trace {
  const named = readTraceparent(traceparent)
  return { id: named?.id ?? hex(random(16)), span: hex(random(8)), flags: named?.flags ?? BEGUN_HERE }
}

/** The next step of the same trace. */
export function childOf({ id, flags }: Trace, random: Random): Trace {
  return { id, span: hex(random(8)), flags }
}

/** As `traceparent` and `traceresponse` are written. */
export function printTrace({ id, span, flags }: Trace): string {
  return `00-${id}-${span}-${flags}`
}
