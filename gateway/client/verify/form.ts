/** The form of a bundle: its file is exactly its own JCS (RFC 8785), with just the members it must have, and nothing in it that is not used. */
import { parseCanonical } from '../../../contracts/jcs.ts'
import { type Guard, list, optional, read, shape, text } from '../../../contracts/read.ts'
import type { GeneralJws, JwsSignature } from '../../identity/document.ts'
import { fromUtf8 } from '../../ledger/encoding.ts'
import { parseLeaf } from '../../ledger/leaf.ts'
import type { LeafType } from '../../ports.ts'
import type { BundleLeaf, BundleRecord, BundleSubmission, ProofBundle } from '../../release/bundle-types.ts'
import { atMost, base64Of, count, exactly } from './guards.ts'
import { BUNDLE_LIMITS } from './limits.ts'
import { must } from './report.ts'

const signature = shape<JwsSignature>({ protected: text, signature: text })
const jws = shape<GeneralJws>({ payload: text, signatures: atMost(BUNDLE_LIMITS.signatures, list(signature)) })

const leaf = shape<BundleLeaf>({
  index: count,
  leaf: text,
  header: text,
  salt: base64Of(16),
  proof: atMost(BUNDLE_LIMITS.proof, list(base64Of(32))),
})

type Opened = Extract<BundleRecord, { readonly public: string }>
const opened = shape<Opened>({ public: text, salt: base64Of(16), joint: base64Of(32) })
const isTrue: Guard<true> = (value, at, faults): value is true => {
  if (value !== true) faults.push(`${at} expected true, or no such member`)
  return value === true
}
const closed = shape<Exclude<BundleRecord, Opened>>({ leaf: base64Of(32), withheld: optional(isTrue) })
const record: Guard<BundleRecord> = (value, at, faults): value is BundleRecord =>
  typeof value === 'object' && value !== null && 'leaf' in value ? closed(value, at, faults) : opened(value, at, faults)

const bundle = shape<ProofBundle>({
  format: exactly('chuanyu-proof-bundle'),
  v: exactly(1),
  release: jws,
  keys: atMost(BUNDLE_LIMITS.keys, list(jws)),
  contract: jws,
  contracts: optional(atMost(BUNDLE_LIMITS.contracts, list(jws))),
  registry: jws,
  checkpoint: text,
  cosignatures: optional(atMost(BUNDLE_LIMITS.cosignatures, list(text))),
  leaves: atMost(BUNDLE_LIMITS.leaves, list(leaf)),
  submissions: atMost(
    BUNDLE_LIMITS.submissions,
    list(shape<BundleSubmission>({ index: count, records: atMost(BUNDLE_LIMITS.records, list(record)) })),
  ),
})

/** The bundle of a file. Throws CheckFailure, TypeError. */
export function readForm(file: string | Uint8Array): ProofBundle {
  must(file.length <= BUNDLE_LIMITS.file, '文件过大', `expected a file of at most ${BUNDLE_LIMITS.file} bytes`)
  const source = typeof file === 'string' ? file : fromUtf8(file)
  must(source !== null, '文件不是 UTF-8', 'expected UTF-8')
  const value = parseCanonical(source)
  must(
    value !== undefined,
    '文件不是其 RFC 8785 规范形式',
    'expected a file that is exactly its own canonical form (RFC 8785)',
  )
  const found = read('bundle', bundle, value)
  mustAscend('leaves', found.leaves)
  mustAscend('submissions', found.submissions)
  mustBeUsed(found)
  must(found.contracts?.length !== 0, 'contracts 为空时应略去', 'expected no member contracts where it is empty')
  return found
}

function mustAscend(what: string, entries: readonly { readonly index: number }[]): void {
  const ascend = entries.every(({ index }, at) => index > (entries[at - 1]?.index ?? -1))
  must(ascend, `${what} 应按 index 递增`, `expected ${what} by index, ascending`)
}

// How many leaves of each type the documents of a bundle can use. Too few is for the document's own check to say.
function uses(found: ProofBundle): Readonly<Record<LeafType, number>> {
  const others = found.contracts?.length ?? 0
  return {
    keys: found.keys.length,
    contract: 1 + others,
    'contract-signature': 1 + others,
    registry: 1,
    'registry-signature': 1,
    retirement: 0,
    'retirement-signature': 0,
    withdrawal: 0,
    consultation: 1,
    'release-signature': 2,
    'consultation-step': 0,
    duty: 0,
    submission: found.submissions.length,
  }
}

function typeOf(source: string): LeafType | null {
  try {
    return parseLeaf(Buffer.from(source, 'utf8')).type
  } catch {
    // A leaf that is none is for the check of leaves to say.
    return null
  }
}

function mustBeUsed(found: ProofBundle): void {
  const typed = found.leaves.map(({ index, leaf }) => ({ index, type: typeOf(leaf) }))
  for (const [type, most] of Object.entries(uses(found))) {
    const held = typed.filter((one) => one.type === type)
    must(
      held.length <= most,
      `有未用到的 ${type} 条目`,
      `expected at most ${most} leaves of type ${type}, got ${held.length}`,
    )
  }
  const published = typed.findLast(({ type }) => type === 'release-signature')?.index
  if (published !== undefined) {
    const late = typed.find(({ index, type }) => type === 'keys' && index > published)
    must(!late, '有发布之后的密钥清单', 'expected no key list from after the release')
  }
  for (const { index, records } of found.submissions) {
    const used = records.some((one) => 'public' in one || one.withheld === true)
    must(used, `第 ${index} 条的报送批次没有公开的记录`, `expected an opened record of the submission at leaf ${index}`)
  }
}
