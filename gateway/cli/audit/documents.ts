/** Signed documents as stored: content, every signature under the keys that counted at its place, and what the ledger says of them. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { DOCUMENT_TYPES, documentHeader } from '../../documents/cosign.ts'
import { attemptOf, retirementId } from '../../documents/retirement.ts'
import { stepDocumentHeader } from '../../documents/step.ts'
import { withdrawalId } from '../../documents/withdrawal.ts'
import { sha256Hex } from '../../identity/digest.ts'
import { assembleDocument, verifyDocument } from '../../identity/document.ts'
import { importPublicJwk } from '../../identity/jwk.ts'
import {
  applyKeyList,
  type KeyRegistry,
  keyStateAt,
  NO_KEYS,
  type RootKey,
  verifyKeyList,
} from '../../identity/keys.ts'
import type { LeafType, StoredDocument, StoredSignature, StoredStep } from '../../ports.ts'
import { readDocuments } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { Claims } from './claims.ts'
import { auditClosings } from './closings.ts'
import type { LedgerFacts } from './ledger.ts'
import type { AuditCheckId, Findings } from './report.ts'

/** What later checks need of the documents. */
export interface DocumentFacts {
  readonly keys: KeyRegistry
  /** Every document by the digest of its payload. */
  readonly byDigest: ReadonlyMap<string, StoredDocument>
  /** Where in the ledger a document begins. */
  readonly places: ReadonlySet<number>
}

type Kind = StoredDocument['kind']

const KINDS: readonly Kind[] = ['keys', 'contract', 'registry', 'retirement', 'withdrawal', 'release']
const FIRST_LEAF: Readonly<Record<Kind, LeafType>> = {
  keys: 'keys',
  contract: 'contract',
  registry: 'registry',
  retirement: 'retirement',
  withdrawal: 'withdrawal',
  release: 'consultation',
}
const NEXT_LEAF: Readonly<Record<Kind, LeafType>> = {
  keys: 'keys',
  contract: 'contract-signature',
  registry: 'registry-signature',
  retirement: 'retirement-signature',
  withdrawal: 'withdrawal',
  release: 'release-signature',
}
const REQUIRED: Readonly<Record<Kind, number>> = {
  keys: 1,
  contract: 2,
  registry: 2,
  retirement: 2,
  withdrawal: 1,
  release: 2,
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([one]) => one === name)?.[1]
    : undefined
}

function idOf(kind: Kind, value: unknown): string {
  const at = (name: string): string => String(member(value, name))
  if (kind === 'keys') return `keys/${at('party')}/${at('edition')}`
  if (kind === 'contract') return `contract/${at('id')}/${at('version')}`
  if (kind === 'registry') return `registry/${at('id')}/${at('edition')}`
  if (kind === 'retirement') {
    const retired = member(value, 'contract')
    return retirementId(String(member(retired, 'id')), String(member(retired, 'version')))
  }
  if (kind === 'withdrawal') return withdrawalId(String(member(member(value, 'document'), 'id')))
  return `release/${at('id')}`
}

/** Retirements of one version are numbered from the second on; what they say names none. */
function firstAttempt(id: string): string {
  const place = attemptOf(id)
  return place ? retirementId(place.contract, place.version) : id
}

/** What the audit of documents works with; `steps` by ledger index, since one may bring a document. */
export interface DocumentAudit {
  readonly db: Rows
  readonly ledger: LedgerFacts
  readonly claims: Claims
  readonly roots: readonly RootKey[]
  readonly steps: ReadonlyMap<number, StoredStep>
  readonly findings: Findings
}

async function checkPlace(
  document: StoredDocument,
  check: AuditCheckId,
  { claims, steps, findings }: DocumentAudit,
): Promise<void> {
  const { id, kind, index, signatures, inForce } = document
  const sole = ({ protected: header, signature }: StoredSignature) => ({ protected: header, signature })
  const places = new Map<number, StoredSignature | null>([[index, null]])
  for (const signature of signatures) {
    const taken = places.get(signature.index)
    findings.expect(!taken, check, id, '两方签名同占一条', 'two signatures share a leaf')
    places.set(signature.index, signature)
  }
  for (const [at, signature] of places) {
    const where = signature ? `${id} (${signature.party})` : id
    const type = at === index ? FIRST_LEAF[kind] : NEXT_LEAF[kind]
    const leaf = claims.claim(check, where, at, [type])
    if (!leaf) continue
    const step = at === index ? steps.get(at) : undefined
    const expected = step
      ? stepDocumentHeader(step, document)
      : documentHeader(type, document, signature && sole(signature))
    const header = await claims.header(at)
    findings.expect(
      header === expected,
      check,
      where,
      '条目抬头与文件、签名或步骤不符',
      "the leaf's header is not of this document and its signature or step",
    )
    if (at === index)
      findings.expect(leaf.time === document.time, check, id, '时间与条目不符', "the time is not its leaf's")
    if (signature)
      findings.expect(leaf.party === signature.party, check, where, '签名方与条目不符', "the party is not its leaf's")
  }
  const order = signatures.map((signature) => signature.index).sort((a, b) => a - b)
  const completed = order[REQUIRED[kind] - 1] ?? null
  findings.expect(completed === inForce, check, id, '生效位置与签名不符', 'in force elsewhere than its signatures say')
}

function checkContent(
  document: StoredDocument,
  check: AuditCheckId,
  ids: ReadonlySet<string>,
  findings: Findings,
): void {
  const { id, kind, payload, digest, supersedes } = document
  findings.looked(check)
  findings.expect(sha256Hex(payload) === digest, check, id, '摘要与内容不符', 'the digest is not that of the payload')
  const value = parseCanonical(payload)
  if (!findings.expect(value !== undefined, check, id, '内容不是规范形式', 'the payload is not canonical')) return
  const first = kind === 'retirement' ? firstAttempt(id) : id
  findings.expect(idOf(kind, value) === first, check, id, '标识与内容不符', 'the id is not that of the payload')
  if (kind === 'release') {
    const corrected = member(member(value, 'supersedes'), 'id')
    const told = corrected === undefined ? null : `release/${String(corrected)}`
    findings.expect(
      told === supersedes,
      check,
      id,
      '所更正的发布与内容不符',
      'it supersedes another than its payload says',
    )
  }
  if (supersedes !== null) {
    const known = ids.has(supersedes) && supersedes !== id && supersedes.startsWith(`${kind}/`)
    findings.expect(known, check, id, '所替代的文件不存在', 'it supersedes a document that is not there')
  }
}

function takeKeys(document: StoredDocument, keys: KeyRegistry, { roots, findings }: DocumentAudit): KeyRegistry {
  const [signature, another] = document.signatures
  const { id } = document
  if (
    !findings.expect(
      signature !== undefined && another === undefined,
      'keys',
      id,
      '应恰有一个根签名',
      'expected one root signature',
    )
  )
    return keys
  const next = findings.attempt('keys', id, () => {
    const root = roots.find((one) => one.party === signature?.party)
    if (!signature || !root) throw new TypeError('no root is configured for its party')
    const { kid } = importPublicJwk(root.jwk)
    findings.expect(signature.kid === kid, 'keys', id, '签名密钥不是根密钥', "the signature's key is not the root")
    const jws = assembleDocument(document.payload, [{ protected: signature.protected, signature: signature.signature }])
    const list = verifyKeyList(jws, { root, previous: keys.lists.get(signature.party) ?? null })
    return applyKeyList(keys, list, signature.index)
  })
  return next ?? keys
}

function checkSignatures(document: StoredDocument, keys: KeyRegistry, findings: Findings): void {
  const { id, kind, payload, signatures } = document
  if (kind === 'keys') return
  for (const { party, kid, index, protected: header, signature } of signatures) {
    const where = `${id} (${party})`
    findings.attempt('documents', where, () => {
      verifyDocument(assembleDocument(payload, [{ protected: header, signature }]), {
        typ: DOCUMENT_TYPES[kind],
        requiredParties: [party],
        findKey(sent) {
          const key = keys.keys.get(sent)
          const counts = key && sent === kid && key.roles.includes('signatory') && keyStateAt(key, index) === 'active'
          return counts ? key : undefined
        },
      })
    })
  }
}

function checkActors({ leaves }: LedgerFacts, keys: KeyRegistry, roots: readonly RootKey[], findings: Findings): void {
  const rootKids = new Map<string, PartyId>(roots.map(({ party, jwk }) => [importPublicJwk(jwk).kid, party]))
  for (const { index, type, party, actor } of leaves.values()) {
    const key = keys.keys.get(actor)
    const acts =
      type === 'keys' ? rootKids.get(actor) === party : key?.party === party && keyStateAt(key, index) === 'active'
    findings.looked('keys')
    findings.expect(
      acts,
      'keys',
      `leaf ${index}`,
      '行为人密钥在此处无效',
      'its actor is no key of its party that counts there',
    )
  }
}

/** Audits key lists, contracts, registers and releases. */
export async function auditDocuments(audit: DocumentAudit): Promise<DocumentFacts> {
  const { db, ledger, roots, findings } = audit
  const documents: StoredDocument[] = []
  for (const kind of KINDS) documents.push(...(await readDocuments(db, 'kind', kind)))
  documents.sort((a, b) => a.index - b.index)
  const ids = new Set(documents.map(({ id }) => id))
  let keys = NO_KEYS
  for (const document of documents) if (document.kind === 'keys') keys = takeKeys(document, keys, audit)
  for (const document of documents) {
    const check = document.kind === 'keys' ? 'keys' : 'documents'
    checkContent(document, check, ids, findings)
    await checkPlace(document, check, audit)
    checkSignatures(document, keys, findings)
  }
  auditClosings(documents, findings)
  const strays = await db.all('SELECT document FROM signature WHERE document NOT IN (SELECT id FROM document) LIMIT 10')
  for (const row of strays)
    findings.fault('documents', String(row.document), '签名所属文件缺失', 'its signatures have no document')
  checkActors(ledger, keys, roots, findings)
  return {
    keys,
    byDigest: new Map(documents.map((document) => [document.digest, document])),
    places: new Set(documents.map(({ index }) => index)),
  }
}
