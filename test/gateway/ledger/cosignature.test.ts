/** Cosignatures byte by byte, against the specification's words and Node's own Ed25519 (C2SP tlog-cosignature). */
import crypto from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { cosign, cosignerVerifier, openCosigned } from '../../../gateway/ledger/cosignature.ts'
import { parseNote, printNote } from '../../../gateway/ledger/note.ts'
import { ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { keyPair } from './keys.ts'
import { testWitness } from './witnesses.ts'

const LOG = keyPair('log.example/l', 1)
const W1 = testWitness('witness.example/w1', 2)
const W2 = testWitness('witness.example/w2', 3)
const log = ed25519Verifier(LOG.vkey)
const AT = 1_679_315_147
const NOTE = signCheckpoint({ origin: 'log.example/l', size: 7, root: new Uint8Array(32).fill(9) }, [LOG.signer])
const BOTH = W2.cosigned(W1.cosigned(NOTE, AT * 1000), (AT + 1) * 1000)
const verifiers = [W1, W2].map(({ vkey }) => cosignerVerifier(vkey))

describe('a cosignature', () => {
  test('has the key id of type 0x04, the time in eight bytes, and an Ed25519 signature over header, time and the whole text', () => {
    const { text } = parseNote(NOTE)
    const { keyId, signature } = cosign(text, AT, W1)
    const id = crypto
      .createHash('sha256')
      .update(Buffer.concat([Buffer.from('witness.example/w1\n'), Buffer.of(4), W1.publicKey]))
      .digest('hex')
    expect(keyId).toBe(id.slice(0, 8))
    expect(signature).toHaveLength(72)
    // 1679315147 is 0x641850cb.
    expect(Buffer.from(signature.subarray(0, 8)).toString('hex')).toBe('00000000641850cb')
    const signed = Buffer.from(`cosignature/v1\ntime 1679315147\n${text}`)
    expect(crypto.verify(null, signed, crypto.createPublicKey(W1.privateKey), signature.subarray(8))).toBe(true)
  })

  test('has a verifier key of type 0x04, which no log’s key passes for', () => {
    const [name, id, key] = W1.vkey.split('+')
    expect([name, id]).toEqual(['witness.example/w1', cosignerVerifier(W1.vkey).keyId])
    expect(Buffer.from(key ?? '', 'base64')).toEqual(Buffer.concat([Buffer.of(4), W1.publicKey]))
    expect(() => cosignerVerifier(LOG.vkey)).toThrow('expected name+keyid')
    expect(() => ed25519Verifier(W1.vkey)).toThrow('expected name+keyid')
  })

  test('opens with who and when; a witness nobody asked for is passed over', () => {
    const { checkpoint, by } = openCosigned(BOTH, log, verifiers)
    expect(checkpoint.size).toBe(7)
    expect(by.map(({ name, time }) => [name, time])).toEqual([
      ['witness.example/w1', AT],
      ['witness.example/w2', AT + 1],
    ])
    expect(openCosigned(BOTH, log, verifiers.slice(1)).by.map(({ name }) => name)).toEqual(['witness.example/w2'])
    expect(openCosigned(NOTE, log, verifiers).by).toEqual([])
  })

  test('of another time, another text or another key does not hold', () => {
    const { text, signatures } = parseNote(W1.cosigned(NOTE, AT * 1000))
    const [own, line] = signatures
    if (!own || !line) throw new TypeError('expected two signatures')
    const later = Buffer.from(line.signature)
    later.writeBigUInt64BE(BigInt(AT + 1))
    for (const signature of [later, line.signature.subarray(8), Buffer.concat([line.signature, Buffer.of(0)])])
      expect(() =>
        openCosigned(printNote({ text, signatures: [own, { ...line, signature }] }), log, verifiers),
      ).toThrow('does not hold')
    const other = signCheckpoint({ origin: 'log.example/l', size: 8, root: new Uint8Array(32).fill(9) }, [LOG.signer])
    const moved = printNote({ text: parseNote(other).text, signatures: [...parseNote(other).signatures, line] })
    expect(() => openCosigned(moved, log, verifiers)).toThrow('does not hold')
  })

  test('without the log’s own signature is none', () => {
    const { text, signatures } = parseNote(BOTH)
    expect(() => openCosigned(printNote({ text, signatures: signatures.slice(1) }), log, verifiers)).toThrow(
      'the log itself',
    )
  })

  test('holds at any time, and with any bit of it turned at none', () => {
    const text = Buffer.from(parseNote(NOTE).text)
    const verifier = cosignerVerifier(W1)
    const any = [
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 0, max: 71 }),
      fc.integer({ min: 0, max: 7 }),
    ] as const
    fc.assert(
      fc.property(...any, (time, at, bit) => {
        const { signature } = cosign(text.toString('utf8'), time, W1)
        const turned = Buffer.from(signature)
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        return verifier.verify(text, signature) && !verifier.verify(text, turned)
      }),
    )
  })
})
