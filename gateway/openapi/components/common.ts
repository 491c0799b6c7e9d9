/** Shapes that occur everywhere: two languages, parties, instants, digests, signatures, problems. */
import { PARTIES } from '../../../contracts/types.ts'
import { anything, count, listOf, members, oneOf, orNull, ref, text } from '../shapes.ts'
import type { Schema } from '../types.ts'

const jws = { protected: text, signature: text }

/** Common components. */
export const COMMON: Readonly<Record<string, Schema>> = {
  Bilingual: members({ zh: text, en: text }),
  Party: oneOf(...PARTIES),
  Instant: { type: 'string', format: 'date-time', description: 'RFC 3339' },
  Day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Asia/Shanghai' },
  Digest: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hex' },
  Kid: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$', description: 'RFC 7638 thumbprint' },
  Base64: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' },
  Period: members({ start: ref('Instant'), end: ref('Instant') }),
  Person: members({ party: ref('Party'), agency: text, operator: orNull(text), kid: ref('Kid') }),
  GeneralJws: {
    ...members({ payload: text, signatures: listOf(members(jws)) }),
    description: 'RFC 7515 §7.2.1; the payload is base64url of RFC 8785 canonical JSON',
  },
  PartySignature: members({ party: ref('Party'), kid: ref('Kid'), ledgerIndex: count }),
  Rejection: members({ row: count, pointer: text, type: text, detail: ref('Bilingual') }, { value: text }),
  Problem: {
    ...members(
      {
        type: { type: 'string', format: 'uri' },
        title: text,
        status: { type: 'integer', minimum: 400, maximum: 599 },
        detail: text,
        code: text,
        zh: members({ title: text, detail: text }),
        en: members({ title: text, detail: text }),
      },
      {
        row: count,
        pointer: text,
        value: text,
        rejections: listOf(ref('Rejection')),
        cells: listOf(anything),
        onDuty: listOf(anything),
      },
    ),
    description: 'RFC 9457; `type` is a page of the gateway',
  },
}
