/** The leaf that put a release on the table: by the document alone, or by a signed step of its consultation that brought it. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import { type Guard, ordinal, read, shape, text } from '../../../contracts/read.ts'
import { documentHeader } from '../../documents/cosign.ts'
import { STEP_TYP } from '../../documents/step.ts'
import type { JwsSignature } from '../../identity/document.ts'
import { fromBase64Url, fromUtf8 } from '../../ledger/encoding.ts'
import type { DocumentRow } from '../../ports.ts'
import { digest, exactly } from './guards.ts'
import type { ProvenLeaf } from './leaves.ts'
import { must } from './report.ts'

interface StepDraftHeader {
  readonly digest: string
  readonly document: string
  readonly n: number
  readonly signature: null
  readonly step: string
  readonly stepSignature: JwsSignature
  readonly stream: string
  readonly type: 'consultation'
  readonly v: 1
}

const none: Guard<null> = (value, at, faults): value is null => {
  if (value !== null) faults.push(`${at} expected null`)
  return value === null
}

const base64Url: Guard<string> = (value, at, faults): value is string => {
  const one = typeof value === 'string' && value !== '' && fromBase64Url(value) !== null
  if (!one) faults.push(`${at} expected base64url`)
  return one
}

const header = shape<StepDraftHeader>({
  digest,
  document: text,
  n: ordinal,
  signature: none,
  step: digest,
  stepSignature: shape<JwsSignature>({ protected: base64Url, signature: base64Url }),
  stream: text,
  type: exactly('consultation'),
  v: exactly(1),
})

const signer = shape<{ readonly alg: string; readonly kid: string; readonly typ: typeof STEP_TYP }>({
  alg: text,
  kid: text,
  typ: exactly(STEP_TYP),
})

/**
 * Holds a draft's leaf to the release it put on the table. A step's own text is no part of a bundle, so that its signature cannot be
 * checked here; that it names the leaf's actor is. Throws CheckFailure, TypeError.
 */
export function mustBeDraftOf({ header: source, index, actor }: ProvenLeaf, document: DocumentRow): void {
  if (source === documentHeader('consultation', document, null)) return
  const value = parseCanonical(source)
  const named =
    typeof value === 'object' && value !== null && 'digest' in value && 'document' in value
      ? value.digest === document.digest && value.document === document.id
      : false
  must(named, `第 ${index} 条不是该发布的会商稿`, `leaf ${index} is not the draft of ${document.id}`)
  const { stepSignature } = read(`header of leaf ${index}`, header, value)
  const bytes = fromBase64Url(stepSignature.protected)
  const said = bytes && fromUtf8(bytes)
  const { kid } = read(`step signature of leaf ${index}`, signer, said === null ? undefined : parseCanonical(said))
  must(
    kid === actor,
    `第 ${index} 条的会商步骤由另一密钥签署`,
    `expected the step of leaf ${index} signed by its actor`,
  )
}
