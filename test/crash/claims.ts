/** What a client holds against a gateway: receipts and checkpoints, and whether the ledger and the store still bear them out. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { formatInstant } from '../../adapters/tables/time.ts'
import type { Client } from '../../gateway/client/client.ts'
import { type CheckedReceipt, checkReceipt } from '../../gateway/client/receipt.ts'
import { openCheckpoint } from '../../gateway/ledger/checkpoint.ts'
import { fromBase64 } from '../../gateway/ledger/encoding.ts'
import { ed25519Verifier } from '../../gateway/ledger/note-ed25519.ts'
import { verifyConsistency, verifyInclusion } from '../../gateway/ledger/verify.ts'
import type { SentFile } from './files.ts'

export const CONTRACT = 'water-section-quality'

/** A file that was sent, and its receipt once there is one. */
export interface Claim {
  readonly client: Client
  readonly file: SentFile
  receipt: { readonly text: string; readonly checked: CheckedReceipt } | null
}

/** A size and root that the log has signed. */
export interface SeenCheckpoint {
  readonly size: number
  readonly root: Uint8Array
}

/** The log's own words, which signature they must carry. */
export interface LogName {
  readonly name: string
  readonly publicKey: Uint8Array
}

/** Sends the file; keeps the receipt. Resolves with the answer's status. */
export async function send(claim: Claim): Promise<number> {
  const { client, file } = claim
  const answer = await client.write(`/v1/submissions?contract=${CONTRACT}`, {
    body: file.bytes,
    contentType: 'text/csv',
  })
  const text = answer.text()
  claim.receipt = { text, checked: checkReceipt(text, await client.keys()) }
  return answer.status
}

/** What a checkpoint says, once its signature holds. */
export function openSeen(note: string, { name, publicKey }: LogName): SeenCheckpoint {
  const { size, root, signedBy } = openCheckpoint(note, [ed25519Verifier({ name, publicKey })], name)
  expect(signedBy).toHaveLength(1)
  return { size, root }
}

/** The checkpoint the gateway gives now. */
export async function readCheckpoint(client: Client, log: LogName): Promise<SeenCheckpoint> {
  return openSeen((await client.read('/v1/ledger/checkpoint')).text(), log)
}

function hashesOf(answer: unknown): Uint8Array[] {
  const proof = typeof answer === 'object' && answer !== null && 'proof' in answer ? answer.proof : undefined
  if (!Array.isArray(proof)) throw new TypeError('expected a proof')
  return proof.map((hash: unknown) => {
    const bytes = typeof hash === 'string' ? fromBase64(hash) : null
    if (!bytes) throw new TypeError('expected hashes in Base 64')
    return bytes
  })
}

/** That the log of `now` begins with that of every checkpoint seen before. */
export async function expectConsistent(client: Client, seen: readonly SeenCheckpoint[], now: SeenCheckpoint) {
  await inTurns(seen, async ({ size, root }) => {
    const path = `/v1/ledger/proof/consistency?first=${size}&second=${now.size}`
    const proof = hashesOf((await client.read(path)).json())
    const holds = verifyConsistency({ first: size, second: now.size, firstRoot: root, secondRoot: now.root, proof })
    expect(holds, `from ${size} to ${now.size}`).toBe(true)
  })
}

/** That every receipt is in the ledger of `now` and its submission whole in the store. */
export async function expectKept(claims: readonly Claim[], now: SeenCheckpoint) {
  await inTurns(claims, async ({ client, file, receipt }) => {
    if (!receipt) throw new TypeError('expected a receipt')
    const { text, checked } = receipt
    const { submission: id, accepted } = checked.header
    const read = (path: string) => client.read(path)

    const proof = hashesOf((await read(`/v1/ledger/proof/inclusion?index=${checked.index}&size=${now.size}`)).json())
    const leafHash = Buffer.from(checked.leafHash, 'hex')
    const held = verifyInclusion({ index: checked.index, size: now.size, root: now.root, leafHash, proof })
    expect(held, `the leaf of ${id} at ${checked.index}`).toBe(true)
    expect((await read(`/v1/submissions/${id}/receipt`)).text()).toBe(text)
    expect(accepted.count).toBe(file.rows)
    expect(await recordRows(client, file, id)).toEqual(Array.from({ length: file.rows }, (_, at) => at))
    if (file.large) {
      const evidence = (await read(`/v1/submissions/${id}/evidence`)).body
      expect(sha256(evidence)).toBe(sha256(file.bytes))
    }
  })
}

interface Meta {
  readonly submission: unknown
  readonly position: unknown
}

/** Positions of the records that the gateway reads out for one submission, in order. */
async function recordRows(client: Client, file: SentFile, id: string): Promise<number[]> {
  const query = new URLSearchParams({
    party: file.party,
    section: file.section,
    from: formatInstant(file.from - 1000),
    to: formatInstant(file.to),
    revisions: 'all',
    limit: '5000',
  })
  const page: unknown = (await client.read(`/v1/records/${CONTRACT}?${query}`)).json()
  const records = typeof page === 'object' && page !== null && 'records' in page ? page.records : []
  const metas: Meta[] = Array.isArray(records) ? records.map((one: { meta: Meta }) => one.meta) : []
  return metas
    .filter((meta) => meta.submission === id)
    .map((meta) => Number(meta.position))
    .sort((a, b) => a - b)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Several at a time, so that many checks stay quick. */
const ABREAST = 6

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values()
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      for (const one of queue) await work(one)
    }),
  )
}
