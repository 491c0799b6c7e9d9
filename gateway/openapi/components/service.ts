/** Shapes of what operators and people ask: readiness, keys, sessions; and of ratings, scores and suggestions. */
import { anything, atLeast, count, flag, listOf, mapOf, members, oneOf, orNull, ref, text } from '../shapes.ts'
import type { Schema } from '../types.ts'

const jwk = { crv: text, kty: text, x: text, kid: ref('Kid'), use: oneOf('sig') }

/** Components of service, sessions, credit, scores and warnings. */
export const SERVICE: Readonly<Record<string, Schema>> = {
  Health: members({ status: oneOf('ok') }),
  Readiness: members(
    {
      status: oneOf('ready', 'not-ready', 'draining'),
      checks: mapOf(members({ ok: flag }, { reason: ref('Bilingual') })),
      store: members({ driver: text }),
      ledger: members({ size: count, waiting: count, clockBehindMs: count, checkpointAgeMs: count }),
    },
    { threadsEnded: members({ writer: count, preparing: count }) },
  ),
  AdminStatus: members({
    version: text,
    sandbox: flag,
    ready: ref('Readiness'),
    queue: members({ waiting: count, limit: count, group: count }),
    streams: count,
    keys: members({ log: ref('Kid'), gateway: ref('Kid'), roots: members({ cq: anything, sc: anything }) }),
    configuration: anything,
  }),
  SecurityLogPage: members({
    kept: oneOf('files', 'log'),
    days: listOf(ref('Day')),
    lines: listOf(text),
    next: orNull(count),
  }),
  Version: members({ name: oneOf('chuanyu'), version: text, sandbox: flag }),
  Jwks: members({ keys: listOf(members(jwk, { y: text })) }),
  Challenge: members({ challenge: text, expires: ref('Instant') }),
  SignedIn: members({
    operator: orNull(text),
    agency: text,
    party: ref('Party'),
    roles: listOf(text),
    kid: ref('Kid'),
    expires: orNull(ref('Instant')),
  }),
  SessionEnded: members({ ended: flag }),
  CreditAnswer: atLeast({
    question: anything,
    day: ref('Day'),
    contract: orNull(anything),
    enterprises: listOf(ref('Enterprise')),
    more: flag,
    notes: listOf(ref('Bilingual')),
  }),
  Enterprise: atLeast({
    code: text,
    names: listOf(text),
    sides: members({ cq: listOf(anything), sc: listOf(anything) }),
  }),
  Ratings: atLeast({
    asOf: count,
    day: ref('Day'),
    contract: orNull(anything),
    code: text,
    names: listOf(text),
    sides: members({ cq: listOf(anything), sc: listOf(anything) }),
    more: flag,
  }),
  Scores: atLeast({
    from: ref('Day'),
    to: ref('Day'),
    asOf: count,
    counts: mapOf(count),
    groups: listOf(anything),
    pairs: listOf(anything),
    definitions: mapOf(ref('Bilingual')),
    notes: listOf(ref('Bilingual')),
  }),
  Divergences: atLeast({ asOf: count, found: count, divergences: listOf(anything), notes: listOf(ref('Bilingual')) }),
  Practice: atLeast({ asOf: count, kind: text, notes: listOf(ref('Bilingual')), warnings: anything, credit: anything }),
  Suggestions: atLeast({
    kind: oneOf('suggestion'),
    asOf: count,
    area: atLeast({ id: text, name: text }),
    issued: ref('Instant'),
    notes: listOf(ref('Bilingual')),
  }),
}
