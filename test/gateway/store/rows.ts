/** Entries and seals for tests of a store: small, made up, each byte of them told apart. */
import { createHash } from 'node:crypto'
import type {
  DocumentRow,
  Entry,
  LeafType,
  LedgerHead,
  NonceUse,
  RecordBatch,
  Sealed,
  SignatureRow,
  StepRow,
  Store,
  SubmissionRow,
} from '../../../gateway/ports.ts'

let serial = 0
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest()

/** A leaf that stands alone; `more` makes it something else. */
export function entry(more: Partial<Entry> = {}, type: LeafType = 'consultation'): Entry {
  serial += 1
  return {
    leaf: { type, party: 'sc', actor: `key-${serial}`, commitment: 'A'.repeat(43) },
    opening: {
      header: `{"serial":${serial}}`,
      salt: Uint8Array.from({ length: 16 }, (_, at) => (at * 17 + serial) & 255),
    },
    ...more,
  }
}

/** A nonce that expires long after any test. */
export function nonce(kid: string, value: string, expires = Number.MAX_SAFE_INTEGER): NonceUse {
  return { kid, nonce: value, expires }
}

/** A document without content. */
export function document(
  id: string,
  kind: DocumentRow['kind'] = 'release',
  more: Partial<DocumentRow> = {},
): DocumentRow {
  return { id, kind, payload: `{"id":"${id}"}`, digest: `digest of ${id}`, supersedes: null, ...more }
}

/** A party's signature on a document that takes two. */
export function signature(id: string, party: 'cq' | 'sc', required = 2): SignatureRow {
  return { document: id, party, kid: `${party}-key`, protected: 'p', signature: `${party} on ${id}`, required }
}

/** A step of a stream; its digest tells its stream, its number and its text apart. */
export function step(stream: string, n: number, text = '', more: Partial<StepRow> = {}): StepRow {
  const payload = JSON.stringify({ n, stream, text })
  const digest = createHash('sha256').update(payload).digest('hex')
  return { stream, n, party: 'sc', kid: 'sc-key', payload, digest, protected: 'p', signature: 's', ...more }
}

/** A step as an entry. */
export function stepped(stream: string, n: number, text = '', more: Partial<Entry> = {}): Entry {
  return entry({ step: step(stream, n, text), ...more }, 'consultation-step')
}

/** One record of a made-up submission. */
export interface TestRecord {
  readonly key: string
  readonly body: string
  readonly subject?: string
  /** ms */
  readonly end?: number
}

/** Records as a batch; rows are numbered from 2, as below a heading. */
export function batch(records: readonly TestRecord[]): RecordBatch {
  const bodies = records.map(({ body }) => Buffer.from(body, 'utf8'))
  const offsets = [0]
  for (const body of bodies) offsets.push((offsets.at(-1) ?? 0) + body.length)
  return {
    keys: records.map(({ key }) => key),
    subjects: records.map(({ subject = 'section' }) => subject),
    ends: records.map(({ end = 1000 }) => end),
    rows: records.map((_, at) => at + 2),
    bodies: Buffer.concat(bodies),
    offsets,
  }
}

/** A submission of these records; `more` changes any of its members. */
export function submission(records: readonly TestRecord[], more: Partial<SubmissionRow> = {}): SubmissionRow {
  serial += 1
  const rejected = more.rejections?.length ?? 0
  const duplicates = more.duplicates?.length ?? 0
  return {
    id: `submission-${serial}`,
    party: 'cq',
    agency: '重庆市监测中心',
    kid: 'cq-key',
    dataset: 'water',
    version: '1.0.0',
    digest: 'd'.repeat(64),
    scope: `scope-${serial}`,
    replaces: null,
    outcome: 'o'.repeat(64),
    counts: { in: records.length + rejected + duplicates, accepted: records.length, rejected, duplicates },
    records: batch(records),
    salts: Uint8Array.from({ length: 32 * records.length }, (_, at) => at & 255),
    leaves: Uint8Array.from({ length: 32 * records.length }, (_, at) => 255 - (at & 255)),
    rejections: [],
    duplicates: [],
    notes: [],
    evidenceKey: Uint8Array.from({ length: 32 }, (_, at) => at),
    evidence: null,
    ...more,
  }
}

/** A submission as an entry, its receipt telling the place. */
export function submitted(records: readonly TestRecord[], more: Partial<SubmissionRow> = {}): Entry {
  return entry(
    { submission: submission(records, more), receipt: async ({ index, size }) => `{"index":${index},"size":${size}}` },
    'submission',
  )
}

/** Seals what passed behind a head: made-up hashes, one tile that holds them all. */
export function sealAfter(head: LedgerHead): (accepted: readonly Entry[]) => Sealed {
  return (accepted) => {
    const size = head.size + accepted.length
    const time = head.time + accepted.length
    return {
      leaves: accepted.map(({ leaf: { type, party, actor } }, at) => {
        const index = head.size + at
        const data = Buffer.from(`数据 ${index}\0ÿ`, 'utf8')
        return { index, type, party, time: `time ${index}`, data, hash: sha256(`${index} ${actor}`) }
      }),
      tiles: [
        { level: 0, index: 0, hashes: Buffer.concat(Array.from({ length: size }, (_, at) => sha256(`tile ${at}`))) },
      ],
      size,
      time,
      root: sha256(`root ${size}`),
      checkpoint: `gateway.test/log\n${size}\n…\n`,
    }
  }
}

/** Appends in one commit behind the head as it is. */
export async function commit(store: Store, ...entries: readonly Entry[]) {
  const head = await store.head()
  return store.append(head, entries, sealAfter(head))
}

/** What became of each: its index, or the refusal. */
export async function indices(store: Store, ...entries: readonly Entry[]): Promise<(number | string)[]> {
  return (await commit(store, ...entries)).map((one) => (one.ok ? one.place.index : one.refusal))
}
