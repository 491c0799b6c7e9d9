/** A submission's original: there, opened by its own key, of the digest told, and with a request signature that still holds (RFC 9421 §3.2). */
import { type Guard, optional, read, shape, text } from '../../../contracts/read.ts'
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import type { GeneralJws } from '../../identity/document.ts'
import { type KeyRegistry, keyStateAt } from '../../identity/keys.ts'
import { SIGNATURE_LIMITS } from '../../identity/limits.ts'
import { parseSignatureInput } from '../../identity/message-signature.ts'
import { verifyPackageHead } from '../../identity/package.ts'
import { verifyPackaged } from '../../identity/package-request.ts'
import { activeKey } from '../../identity/profile.ts'
import { verifyRequest } from '../../identity/request.ts'
import type { EvidenceHead } from '../../intake/evidence.ts'
import type { BlobStore, StoredSubmission } from '../../ports.ts'
import { openOriginal, sealedOriginal } from '../replay/original.ts'
import type { Findings } from './report.ts'

const anything: Guard<GeneralJws> = (_value): _value is GeneralJws => true
const head = shape<EvidenceHead>({
  method: text,
  targetUri: text,
  contentType: text,
  contentDigest: text,
  signatureInput: text,
  signature: text,
  package: optional(anything),
})

/** Under which nonce a request was signed, and until when (Unix seconds, by the sender's clock) it could be sent. */
export interface Signed {
  readonly nonce: string
  readonly until: number
}

/** An original as it came: its bytes, and how its request was signed. */
export interface Original {
  readonly bytes: Uint8Array
  readonly signed: Signed | undefined
}

/** What the audit of one original works with. */
export interface EvidenceAudit {
  readonly submission: StoredSubmission
  readonly header: SubmissionHeader
  readonly keys: KeyRegistry
  readonly findings: Findings
}

const KEPT: ReadonlySet<string> = new Set([
  '@method',
  '@target-uri',
  '@path',
  '@query',
  '@authority',
  '@scheme',
  'content-type',
  'content-digest',
])

/** The package a request came in: its signature holds, and it lists this very request. */
function checkPackaged(
  { package: packed, ...request }: EvidenceHead,
  bytes: Uint8Array,
  { submission, keys, findings }: Omit<EvidenceAudit, 'header'>,
): Original['signed'] {
  const findKey = (kid: string) => {
    const key = keys.keys.get(kid)
    return key && { ...key, state: keyStateAt(key, submission.index) }
  }
  const { manifest, kid } = verifyPackageHead(packed, (asked) => activeKey(asked, findKey))
  const listed = manifest.files.some(
    (file) =>
      file.signature === request.signature &&
      file.signatureInput === request.signatureInput &&
      file.targetUri === request.targetUri,
  )
  const { keyid, nonce } = verifyPackaged(request, bytes, { created: manifest.created, findKey })
  findings.expect(
    listed && keyid === submission.kid && kid === keyid,
    'evidence',
    `submission ${submission.id}`,
    '不在其报送包内，或包由另一密钥签署',
    'it is not in the package kept with it, or another key signed that',
  )
  return { nonce, until: manifest.expires }
}

function checkRequest(
  kept: EvidenceHead,
  bytes: Uint8Array,
  { submission, keys, findings }: Omit<EvidenceAudit, 'header'>,
): Original['signed'] {
  if (kept.package) return checkPackaged(kept, bytes, { submission, keys, findings })
  const where = `submission ${submission.id}`
  const [input] = parseSignatureInput(kept.signatureInput).values()
  const created = input?.params.get('created')
  if (typeof created !== 'number') throw new TypeError('the kept signature has no time')
  const beyond = input?.components.find(({ name }) => !KEPT.has(name))
  if (beyond) {
    findings.unchecked(
      'evidence',
      `请求签名覆盖了未保存的 ${beyond.name}`,
      `the request signature covers ${beyond.name}, which is not kept`,
    )
    return undefined
  }
  const fields: ReadonlyMap<string, string> = new Map([
    ['content-type', kept.contentType],
    ['content-digest', kept.contentDigest],
    ['signature-input', kept.signatureInput],
    ['signature', kept.signature],
  ])
  const verified = verifyRequest({
    method: kept.method,
    targetUri: kept.targetUri,
    header: (name) => fields.get(name),
    body: bytes,
    now: created * 1000,
    findKey(kid) {
      const key = keys.keys.get(kid)
      return key && { ...key, state: keyStateAt(key, submission.index) }
    },
  })
  findings.expect(
    verified.keyid === submission.kid,
    'evidence',
    where,
    '签名密钥与批次不符',
    'signed by another key than told',
  )
  return verified.tag === 'chuanyu-write'
    ? { nonce: verified.nonce, until: created + SIGNATURE_LIMITS.writeWindow }
    : undefined
}

/** Audits the original of a submission; undefined when it is not to be had. */
export async function auditEvidence(blobs: BlobStore, audit: EvidenceAudit): Promise<Original | undefined> {
  const { submission, header, findings } = audit
  const where = `submission ${submission.id}`
  findings.looked('evidence')
  const sealed = await sealedOriginal(blobs, submission)
  if (!findings.expect(sealed !== null, 'evidence', where, '原始文件缺失', 'the original is missing') || !sealed)
    return undefined
  const opened = findings.attempt('evidence', where, () => openOriginal(sealed, submission, header))
  if (!opened) return undefined
  const { bytes, whole } = opened
  findings.expect(whole, 'evidence', where, '原始文件与摘要不符', 'the original is not of the digest told')
  const signed = findings.attempt('evidence', where, () => {
    const kept = read('evidence head', head, JSON.parse(opened.head))
    findings.expect(
      kept.contentType === header.evidence.mediaType,
      'evidence',
      where,
      '媒体类型与抬头不符',
      "the media type is not the header's",
    )
    return checkRequest(kept, bytes, audit)
  })
  return whole ? { bytes, signed } : undefined
}
