/** What others saw of a ledger, read out of whatever they kept, and held against one put back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkpointsIn, compareSeen } from '../../../gateway/backup/seen.ts'
import { witness } from '../../../gateway/client/witness.ts'
import { ALGORITHMS } from '../../../gateway/identity/algorithms.ts'
import { signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { toBase64 } from '../../../gateway/ledger/encoding.ts'
import { leafHash } from '../../../gateway/ledger/hash.ts'
import { ed25519Signer, ed25519Verifier, printVerifierKey } from '../../../gateway/ledger/note-ed25519.ts'
import { rootOf } from '../../../gateway/ledger/tree.ts'
import { newKey } from '../world.ts'

const NAME = 'gateway.test/log'
const NOW = '2026-11-26T08:00:00Z'

function signerOf(name = NAME, key = newKey()) {
  if (key.jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 key')
  const note = { name, publicKey: Buffer.from(key.jwk.x, 'base64url') }
  const sign = (text: Uint8Array) => ALGORITHMS.ed25519.sign(key.privateKey, text)
  return { signer: ed25519Signer({ ...note, sign }), text: printVerifierKey(note), log: ed25519Verifier(note) }
}
const own = signerOf()
const leaves = (count: number, tag = 'leaf') =>
  Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`${tag} ${at}`)))
const noteOf = (hashes: readonly Uint8Array[], by = own.signer, origin = NAME) =>
  signCheckpoint({ origin, size: hashes.length, root: rootOf(hashes) }, [by])

describe('checkpoints are found', () => {
  const [one, two] = [noteOf(leaves(1)), noteOf(leaves(2))]

  test('as a note, in a receipt, in a bundle, in a witness’s file, and in receipts a line each', () => {
    expect(checkpointsIn(one)).toEqual([one])
    expect(checkpointsIn(JSON.stringify({ receipt: { checkpoint: one } }))).toEqual([one])
    expect(checkpointsIn(JSON.stringify({ format: 'chuanyu-proof-bundle', checkpoint: two }, null, 2))).toEqual([two])
    expect(
      checkpointsIn(`${JSON.stringify({ receipt: { checkpoint: one } })}\n${JSON.stringify({ checkpoint: two })}\n`),
    ).toEqual([one, two])
  })

  test('in nothing else, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(checkpointsIn(text)).toEqual([])
      }),
    )
  })
})

describe('a checkpoint somebody kept', () => {
  const hashes = leaves(20)
  const ledger = { log: own.text, size: 20, rootAt: async (size: number) => rootOf(hashes.slice(0, size)) }

  test('is known at every size up to the ledger’s, and ahead past it', async () => {
    for (const size of [1, 2, 7, 19, 20])
      expect(await compareSeen(noteOf(hashes.slice(0, size)), ledger)).toEqual({ verdict: 'known', size })
    expect(await compareSeen(noteOf(leaves(21)), ledger)).toEqual({ verdict: 'ahead', size: 21 })
  })

  test('of another history is told as such, and one not signed by this log counts for nothing', async () => {
    expect(await compareSeen(noteOf(leaves(7, 'other')), ledger)).toEqual({ verdict: 'other', size: 7 })
    expect(await compareSeen(noteOf(hashes.slice(0, 7), signerOf().signer), ledger)).toEqual({ verdict: 'foreign' })
    expect(await compareSeen('nothing', ledger)).toEqual({ verdict: 'foreign' })
  })
})

/** SUBPROOF of RFC 6962 §2.1.2, as it is written there. */
function proofOf(first: number, hashes: readonly Uint8Array[], whole: boolean): readonly Uint8Array[] {
  if (first === hashes.length) return whole ? [] : [rootOf(hashes)]
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return first <= split
    ? [...proofOf(first, left, whole), rootOf(right)]
    : [...proofOf(first - split, right, false), rootOf(left)]
}

describe('a witness', () => {
  const ledgerOf = (hashes: readonly Uint8Array[], from = hashes) => ({
    log: own.log,
    checkpoint: async () => noteOf(hashes),
    consistency: async (first: number, second: number) => proofOf(first, from.slice(0, second), true).map(toBase64),
  })
  const stateAt = (size: number) =>
    ({ format: 'chuanyu-witness', v: 1, checkpoint: noteOf(leaves(size)), seen: NOW }) as const

  test('takes the first it sees, the same again, and one that is proven to have grown', async () => {
    expect(await witness(null, ledgerOf(leaves(5)), NOW)).toMatchObject({ verdict: 'first', size: 5 })
    expect(await witness(stateAt(5), ledgerOf(leaves(5)), NOW)).toMatchObject({ verdict: 'same' })
    expect(await witness(stateAt(5), ledgerOf(leaves(13)), NOW)).toMatchObject({ verdict: 'grown', size: 13 })
  })

  test('tells a ledger that shrank, forked at the same size, or grew out of another', async () => {
    expect(await witness(stateAt(5), ledgerOf(leaves(4)), NOW)).toMatchObject({ verdict: 'shrunk', from: 5, to: 4 })
    expect(await witness(stateAt(5), ledgerOf(leaves(5, 'other')), NOW)).toMatchObject({ verdict: 'fork', size: 5 })
    const other = [...leaves(5, 'other'), ...leaves(13).slice(5)]
    const found = await witness(stateAt(5), ledgerOf(other), NOW)
    expect(found).toMatchObject({ verdict: 'fork', size: 13 })
    // Both notes are kept: each carries the log's own signature.
    if (!('notes' in found)) throw new TypeError('expected both notes')
    expect(found.notes).toEqual([noteOf(leaves(5)), noteOf(other)])
  })

  test('believes no note of another key', async () => {
    const foreign = { ...ledgerOf(leaves(5)), checkpoint: async () => noteOf(leaves(5), signerOf().signer) }
    await expect(witness(null, foreign, NOW)).rejects.toThrow()
  })
})
