/** Shapes of what becomes of a submission: receipt, counts, rejections; and of records as they are read. */
import { anything, atLeast, count, flag, listOf, members, oneOf, orNull, ref, text } from '../shapes.ts'
import type { Schema } from '../types.ts'

const version = members({ id: text, version: text })
const batch = members({ count, root: text })

/** Components of intake and reading. */
export const INTAKE: Readonly<Record<string, Schema>> = {
  Place: members({ index: count, time: ref('Instant') }),
  SubmissionHeader: members(
    {
      accepted: batch,
      adapter: version,
      agency: text,
      at: ref('Instant'),
      contract: members({ digest: ref('Digest'), id: text, version: text }),
      duplicates: count,
      evidence: members({ bytes: count, digest: ref('Digest'), mediaType: text }),
      kid: ref('Kid'),
      party: ref('Party'),
      registry: members({ digest: ref('Digest'), edition: text, id: text }),
      rejected: batch,
      rows: count,
      submission: text,
      type: oneOf('submission'),
      v: { const: 1 },
    },
    { backfill: members({ before: ref('Instant') }) },
  ),
  Receipt: {
    ...members({
      receipt: members({
        checkpoint: text,
        header: ref('SubmissionHeader'),
        leaf: ref('Place'),
        salt: ref('Base64'),
        submission: text,
        type: oneOf('receipt'),
        v: { const: 1 },
      }),
      signature: members({ protected: text, signature: text }),
    }),
    description: 'A flattened JWS over the canonical form of `receipt`',
  },
  PackageAnswer: {
    ...members({
      answer: members({
        at: ref('Instant'),
        files: listOf({
          anyOf: [
            members({
              digest: ref('Digest'),
              name: text,
              proof: listOf(ref('Base64')),
              receipt: ref('Receipt'),
              rejections: listOf(ref('Rejection')),
              repeated: flag,
            }),
            members({ digest: ref('Digest'), name: text, problem: ref('Problem') }),
          ],
        }),
        package: ref('Digest'),
        type: oneOf('package-answer'),
        v: { const: 1 },
      }),
      signature: members({ protected: text, signature: text }),
    }),
    description:
      'A flattened JWS over the canonical form of `answer`; `package` is the SHA-256 of what the package signs',
  },
  Counts: members({ in: count, accepted: count, rejected: count, duplicates: count }),
  Submission: members({
    id: text,
    party: ref('Party'),
    agency: text,
    kid: ref('Kid'),
    contract: version,
    digest: ref('Digest'),
    counts: ref('Counts'),
    leaf: ref('Place'),
    notes: listOf(anything),
    header: ref('SubmissionHeader'),
  }),
  Rejections: members({ counts: ref('Counts'), rejections: listOf(ref('Rejection')), duplicates: listOf(anything) }),
  RecordMeta: members({
    key: text,
    party: ref('Party'),
    revision: { type: 'integer', minimum: 1 },
    contract: text,
    submission: text,
    position: count,
    row: count,
    ledgerIndex: count,
    supersededAt: orNull(count),
  }),
  RecordPage: members({
    asOf: count,
    records: listOf(members({ meta: ref('RecordMeta'), record: orNull(ref('Record')) })),
    next: orNull(text),
  }),
  FeatureCollection: atLeast({
    type: oneOf('FeatureCollection'),
    features: listOf(atLeast({ type: oneOf('Feature'), properties: anything })),
  }),
}
