/** A submission's original: there, opened by its own key, of the digest told, and with a request signature that still holds (RFC 9421 §3.2). */
import { read, shape, text } from '../../../contracts/read.ts'
import type { SubmissionHeader } from '../../client/verify/submissions.ts'
import { type KeyRegistry, keyStateAt } from '../../identity/keys.ts'
import { parseSignatureInput } from '../../identity/message-signature.ts'
import { verifyRequest } from '../../identity/request.ts'
import type { EvidenceHead } from '../../intake/evidence.ts'
import type { BlobStore, StoredSubmission } from '../../ports.ts'
import { openOriginal, sealedOriginal } from '../replay/original.ts'
import type { Findings } from './report.ts'

const head = shape<EvidenceHead>({
  method: text,
  targetUri: text,
  contentType: text,
  contentDigest: text,
  signatureInput: text,
  signature: text,
})

/** An original as it came: its bytes, and when (Unix seconds) and under which nonce its request was signed. */
export interface Original {
  readonly bytes: Uint8Array
  readonly signed: { readonly created: number; readonly nonce: string } | undefined
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

function checkRequest(
  kept: EvidenceHead,
  bytes: Uint8Array,
  { submission, keys, findings }: EvidenceAudit,
): Original['signed'] {
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
  return verified.tag === 'chuanyu-write' ? { created, nonce: verified.nonce } : undefined
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
