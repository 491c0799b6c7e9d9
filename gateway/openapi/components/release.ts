/** Shapes of consultations, duty, releases, their feed and the ledger behind them. */
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { anything, atLeast, count, flag, listOf, members, oneOf, orNull, ref, text } from '../shapes.ts'
import type { Schema } from '../types.ts'

const released = {
  id: text,
  product: oneOf(...PRODUCT_IDS),
  title: ref('Bilingual'),
  period: ref('Period'),
  digest: ref('Digest'),
  publishedAt: ref('Instant'),
  supersedes: orNull(text),
  supersededBy: orNull(text),
}
const agreement = orNull(members({ by: ref('Person'), digest: ref('Digest'), step: count, asDeputy: flag }))
const remark = {
  by: ref('Person'),
  step: count,
  time: ref('Instant'),
}
const summary = {
  id: text,
  product: oneOf(...PRODUCT_IDS),
  title: ref('Bilingual'),
  status: text,
  period: ref('Period'),
  openedBy: ref('Person'),
  agreeBy: ref('Instant'),
  signBy: ref('Instant'),
  embargo: orNull(ref('Instant')),
  corrects: orNull(text),
  reason: orNull(text),
  basis: count,
  steps: count,
  publishedAt: orNull(ref('Instant')),
  release: orNull(text),
  supersedes: orNull(text),
  supersededBy: orNull(text),
  next: listOf(
    members({
      party: ref('Party'),
      post: text,
      act: text,
      by: orNull(ref('Instant')),
      onDuty: listOf(anything),
    }),
  ),
  reminders: listOf(count),
  signatures: listOf(members({ party: ref('Party'), kid: ref('Kid'), ledgerIndex: count, asDeputy: flag })),
}
const cell = {
  id: text,
  row: text,
  column: text,
  owner: orNull(ref('Party')),
  sides: members({ cq: {}, sc: {} }),
  guidance: {},
  joint: {},
  take: orNull(oneOf('cq', 'sc', 'union', 'own')),
  editable: flag,
  differences: listOf(anything),
  revision: count,
  reason: orNull(text),
  by: orNull(ref('Person')),
  step: orNull(count),
}

/** Components of consultation, release and ledger. */
export const RELEASE: Readonly<Record<string, Schema>> = {
  ConsultationSummary: members(summary),
  Consultation: members({
    ...summary,
    agreements: members({ cq: agreement, sc: agreement }),
    attachments: listOf(anything),
    extension: orNull(anything),
    handOvers: listOf(members({ ...remark, text, to: orNull(text) })),
    remarks: listOf(atLeast(remark)),
    withdrawn: orNull(anything),
    digest: orNull(ref('Digest')),
    table: orNull(members({ rows: listOf(anything), columns: listOf(anything), cells: listOf(atLeast(cell)) })),
    payload: orNull(ref('ReleasePayload')),
  }),
  ConsultationSteps: members({
    consultation: text,
    steps: listOf(
      members({
        n: orNull(count),
        act: atLeast({ type: text }),
        by: ref('Person'),
        asDeputy: flag,
        digest: orNull(ref('Digest')),
        ledgerIndex: count,
        seen: count,
        time: ref('Instant'),
      }),
    ),
  }),
  Minutes: atLeast({
    consultation: text,
    title: ref('Bilingual'),
    product: text,
    period: ref('Period'),
    outcome: anything,
    participants: listOf(anything),
  }),
  Duties: members({
    now: ref('Instant'),
    today: anything,
    party: ref('Party'),
    duties: listOf(atLeast({ consultation: text, act: text, post: text, yours: flag })),
  }),
  Rosters: members({
    from: ref('Day'),
    to: ref('Day'),
    rosters: listOf(
      members({
        party: ref('Party'),
        steps: count,
        days: listOf(atLeast({ day: ref('Day'), working: flag, established: flag, lines: listOf(anything) })),
      }),
    ),
  }),
  ReleasePayload: {
    ...atLeast({
      id: text,
      type: oneOf(...PRODUCT_IDS),
      title: ref('Bilingual'),
      period: ref('Period'),
      audience: oneOf('public', 'joint'),
      sandbox: flag,
      contract: members({ digest: ref('Digest'), id: text, version: text }),
      keys: members({ cq: anything, sc: anything }),
      ledger: members({ origin: text, size: count }),
      supersedes: orNull(anything),
    }),
    description: 'What both sides signed; further members by `type`',
  },
  ReleaseSummary: members(released),
  Release: members(
    {
      digest: ref('Digest'),
      publishedAt: ref('Instant'),
      publishedAtLocal: ref('Instant'),
      supersededBy: orNull(text),
      signatures: listOf(
        members({ party: ref('Party'), kid: ref('Kid'), ledgerIndex: count, time: orNull(ref('Instant')) }),
      ),
      release: ref('ReleasePayload'),
    },
    { rows: listOf(anything) },
  ),
  ProofBundle: atLeast({
    format: oneOf('chuanyu-proof-bundle'),
    v: { const: 1 },
    checkpoint: text,
    contract: ref('GeneralJws'),
    registry: ref('GeneralJws'),
    release: ref('GeneralJws'),
    keys: listOf(ref('GeneralJws')),
    leaves: listOf(atLeast({ index: count, leaf: text, header: text, salt: ref('Base64'), proof: listOf(text) })),
    submissions: listOf(anything),
  }),
  FeedPage: members({
    events: listOf(
      members({
        id: text,
        event: oneOf('published', 'corrected'),
        release: text,
        product: oneOf(...PRODUCT_IDS),
        title: ref('Bilingual'),
        period: ref('Period'),
        digest: ref('Digest'),
        ledgerIndex: count,
        publishedAt: ref('Instant'),
        publicAt: ref('Instant'),
        supersedes: orNull(text),
        supersededBy: orNull(text),
        reason: orNull(text),
        url: text,
      }),
    ),
    next: text,
    more: flag,
  }),
  InclusionProof: members({ index: count, size: count, proof: listOf(ref('Base64')) }),
  Cosigned: members({ cosignatures: listOf(members({ witness: text, size: count, time: count })) }),
  ConsistencyProof: members({ first: count, second: count, proof: listOf(ref('Base64')) }),
}
