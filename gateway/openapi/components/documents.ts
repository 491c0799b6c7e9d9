/** Shapes of what both sides sign ahead of any data: contracts, registers, retirements, key lists; and of standards. */
import { anything, atLeast, count, flag, listOf, mapOf, members, oneOf, orNull, ref, text } from '../shapes.ts'
import type { Schema } from '../types.ts'

const signing = {
  status: oneOf('proposed', 'in-force', 'withdrawn', 'replaced'),
  document: text,
  digest: ref('Digest'),
  proposedAt: count,
  inForceAt: orNull(count),
  signatures: listOf(ref('PartySignature')),
  missing: listOf(ref('Party')),
}
const withdrawal = {
  withdrawal: members({ party: ref('Party'), kid: ref('Kid'), ledgerIndex: count, reason: ref('Bilingual') }),
}
const life = {
  ...signing,
  state: oneOf('proposed', 'withdrawn', 'agreed', 'in-force', 'superseded', 'retired'),
  effective: orNull(anything),
  transition: orNull(anything),
  supersedes: orNull(text),
  retirement: orNull(ref('Signing')),
}
const standard = {
  id: text,
  slug: text,
  edition: text,
  title: ref('Bilingual'),
  inForce: members({ from: orNull(text), to: orNull(text) }),
  source: { anyOf: [ref('Bilingual'), text] },
  confidence: text,
}

/** Components of documents. */
export const DOCUMENTS: Readonly<Record<string, Schema>> = {
  Signing: members(signing, withdrawal),
  Signed: members({ id: text, ...signing }, withdrawal),
  ContractLife: members(life, withdrawal),
  ContractSummary: members({ id: text, version: text, title: ref('Bilingual'), ...life }, withdrawal),
  ContractAnswer: members({
    contract: atLeast({ id: text, version: text, title: ref('Bilingual'), schema: anything, terms: anything }),
    signing: ref('ContractLife'),
  }),
  Comparison: members({
    contract: text,
    from: text,
    to: text,
    verdict: oneOf('full', 'backward', 'forward', 'breaking'),
    title: ref('Bilingual'),
    findings: listOf(anything),
    step: members({
      from: text,
      to: text,
      required: text,
      actual: text,
      fits: flag,
      why: ref('Bilingual'),
    }),
  }),
  RegistrySummary: members({ id: text, edition: text, title: ref('Bilingual'), ...signing }, withdrawal),
  RegistryAnswer: members({
    registry: atLeast({ id: text, edition: text, title: ref('Bilingual') }),
    signing: ref('Signing'),
  }),
  KeysAnswer: members({
    keys: members({
      edition: count,
      issued: ref('Instant'),
      keys: listOf(
        members({
          agency: text,
          alg: text,
          jwk: anything,
          kid: ref('Kid'),
          operator: orNull(text),
          roles: listOf(text),
          status: oneOf('active', 'revoked'),
        }),
      ),
      party: ref('Party'),
      previous: orNull(ref('Digest')),
    }),
    signing: ref('Signing'),
  }),
  RetirementAnswer: members({ retirement: anything, signing: ref('Signing') }),
  WithdrawalAnswer: members({ withdrawal: anything, signing: ref('Signing') }),
  StandardSummary: members(standard),
  Standard: atLeast({ ...standard, kind: text }),
  StandardsComparison: atLeast({
    counts: mapOf(count),
    notes: listOf(ref('Bilingual')),
    datasets: listOf(atLeast({ id: text, title: ref('Bilingual'), summary: ref('Bilingual'), rows: listOf(anything) })),
  }),
}
