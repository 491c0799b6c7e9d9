import crypto from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LedgerError } from '../../../gateway/ledger/error.ts'
import { openNote, parseNote, printNote, signNote } from '../../../gateway/ledger/note.ts'
import {
  ed25519KeyId,
  ed25519Signer,
  ed25519Verifier,
  parseVerifierKey,
  printVerifierKey,
} from '../../../gateway/ledger/note-ed25519.ts'
import { keyPair } from './keys.ts'
import { codeOf, hex, present } from './rfc6962.ts'

/** The example of C2SP signed-note. */
const POEM = `Ognuno sta solo sul cuor della terra
trafitto da un raggio di sole:

ed è subito sera.

— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
`

/** The example key and note of golang.org/x/mod/sumdb/note. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const NEUMANN_TEXT = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.
`
const NEUMANN_NOTE = `${NEUMANN_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const log = keyPair('gateway.example/log', 1)
const witness = keyPair('witness.example', 2)
const stranger = keyPair('stranger.example', 3)
const verifiers = [ed25519Verifier(log.vkey)]

describe('reading a note', () => {
  test('the example of the specification: its text has an empty line, its key id is the first four bytes', () => {
    const { text, signatures } = parseNote(POEM)
    expect(text).toBe('Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n')
    expect(signatures.map(({ name, keyId, signature }) => [name, keyId, signature.length])).toEqual([
      ['quasimodo.example/salvatore', '367ba04b', 64],
    ])
    expect(printNote({ text, signatures })).toBe(POEM)
    expect(parseNote(Buffer.from(POEM, 'utf8'))).toEqual(parseNote(POEM))
  })

  const line = present(NEUMANN_NOTE.split('\n').at(-2))
  test.each([
    ['nothing', ''],
    ['a text alone', 'text\n'],
    ['no blank line', `text\n${line}\n`],
    ['no signatures', 'text\n\n'],
    ['no newline at the end', `text\n\n${line}`],
    ['text after the signatures', `text\n\n${line}\nmore\n`],
    ['a hyphen for the em dash', `text\n\n${line.replace('—', '-')}\n`],
    ['two spaces', `text\n\n${line.replace(' ', '  ')}\n`],
    ['a space at the end of the line', `text\n\n${line} \n`],
    ['a carriage return', `text\r\n\n${line}\n`],
    ['a tab', `te\txt\n\n${line}\n`],
    ['a zero byte', `te\0xt\n\n${line}\n`],
    ['a lone surrogate', `te\ud800xt\n\n${line}\n`],
    ['a plus in the key name', `text\n\n${line.replace('PeterNeumann', 'Peter+Neumann')}\n`],
    ['a no-break space in the key name', `text\n\n${line.replace('PeterNeumann', 'Peter\u00a0Neumann')}\n`],
    ['a next-line in the key name', `text\n\n${line.replace('PeterNeumann', 'Peter\u0085Neumann')}\n`],
    ['no key name', `text\n\n${line.replace('PeterNeumann', '')}\n`],
    ['no padding', `text\n\n${line.replace('=', '')}\n`],
    ['Base 64 that does not re-encode to itself', `text\n\n${line.replace('nAM=', 'nAN=')}\n`],
    ['base64url', `text\n\n${line.replaceAll('/', '_')}\n`],
    ['a key id without a signature', 'text\n\n— PeterNeumann x08gow==\n'],
    ['65 signatures', `text\n\n${`${line}\n`.repeat(65)}`],
    ['more than a megabyte', `${'x'.repeat(1_000_000)}\n\n${line}\n`],
  ])('refuses %s', (_, note) => {
    expect(codeOf(() => parseNote(note))).toBe('note-malformed')
  })

  test('refuses bytes that are not UTF-8', () => {
    const bytes = Buffer.from(NEUMANN_NOTE, 'utf8')
    bytes[0] = 0xff
    expect(codeOf(() => parseNote(bytes))).toBe('note-malformed')
  })

  test('keeps a byte order mark as part of the text', () => {
    expect(parseNote(Buffer.from(`\ufeff${NEUMANN_NOTE}`, 'utf8')).text).toBe(`\ufeff${NEUMANN_TEXT}`)
  })

  test('takes at least 16 signatures', () => {
    const many = Array.from({ length: 16 }, (_, i) => keyPair(`witness-${i}.example`, 10 + i).signer)
    expect(parseNote(signNote('text\n', many)).signatures.length).toBe(16)
  })

  test('no text makes the reader fail in another way, and what it takes it would write', () => {
    const edits = fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 3 })).map(([at, text]) => {
      const place = at % POEM.length
      return POEM.slice(0, place) + text + POEM.slice(place + 1)
    })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), edits), (note) => {
        try {
          expect(printNote(parseNote(note))).toBe(note)
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('opening a note', () => {
  test('gives the text of the published example under the published key', () => {
    expect(openNote(NEUMANN_NOTE, [ed25519Verifier(NEUMANN)])).toEqual({
      text: NEUMANN_TEXT,
      signedBy: [{ name: 'PeterNeumann', keyId: 'c74f20a3' }],
      unknown: 0,
    })
  })

  test('passes over unknown signatures, and counts them', () => {
    const note = signNote('text\n', [stranger.signer, log.signer, witness.signer])
    expect(openNote(note, verifiers)).toEqual({
      text: 'text\n',
      signedBy: [{ name: log.signer.name, keyId: log.signer.keyId }],
      unknown: 2,
    })
    expect(openNote(note, [ed25519Verifier(witness.vkey), ...verifiers]).signedBy.map(({ name }) => name)).toEqual([
      'gateway.example/log',
      'witness.example',
    ])
  })

  test('a key of the same name and another id is unknown', () => {
    const namesake = keyPair('gateway.example/log', 9)
    expect(codeOf(() => openNote(signNote('text\n', [namesake.signer]), verifiers))).toBe('note-unsigned')
    expect(openNote(signNote('text\n', [namesake.signer, log.signer]), verifiers).unknown).toBe(1)
  })

  test('fails without a known signature, and with no verifiers at all', () => {
    expect(codeOf(() => openNote(signNote('text\n', [stranger.signer]), verifiers))).toBe('note-unsigned')
    expect(codeOf(() => openNote(signNote('text\n', [log.signer]), []))).toBe('note-unsigned')
  })

  test('fails when any known signature fails, though another holds', () => {
    const note = parseNote(signNote('text\n', [log.signer, witness.signer]))
    const [first, second] = note.signatures
    const forged = printNote({
      text: 'text\n',
      signatures: [present(first), { ...present(second), signature: present(first).signature }],
    })
    expect(codeOf(() => openNote(forged, [...verifiers, ed25519Verifier(witness.vkey)]))).toBe('note-signature')
    expect(openNote(forged, verifiers).unknown).toBe(1)
  })

  test('fails when a known key signs twice', () => {
    const note = signNote('text\n', [log.signer])
    const line = present(note.split('\n').at(-2))
    expect(codeOf(() => openNote(`${note}${line}\n`, verifiers))).toBe('note-signature')
  })

  test('fails for verifiers that cannot be told apart', () => {
    const twice = [ed25519Verifier(log.vkey), ed25519Verifier(log.vkey)]
    expect(codeOf(() => openNote(signNote('text\n', [log.signer]), twice))).toBe('note-key')
  })

  test('fails with any one character of the note changed', () => {
    const note = signNote('first\n\nsecond\n', [log.signer])
    for (let at = 0; at < note.length; at++) {
      const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`
      expect(String(codeOf(() => openNote(changed, verifiers))), changed).toMatch(/^note-/)
    }
  })
})

describe('writing a note', () => {
  test.each([
    ['a text without a newline at its end', 'text'],
    ['no text', ''],
    ['a text with a control character', 'te\u0007xt\n'],
    ['a text with a lone surrogate', '\udfff\n'],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => signNote(text, [log.signer]))).toBe('note-malformed')
  })

  test('refuses no signature, and two by one key', () => {
    expect(codeOf(() => signNote('text\n', []))).toBe('note-malformed')
    expect(codeOf(() => signNote('text\n', [log.signer, log.signer]))).toBe('note-malformed')
  })

  test('refuses key names and ids out of form', () => {
    const [signature] = parseNote(signNote('text\n', [log.signer])).signatures
    for (const wrong of [
      { name: '' },
      { name: 'a b' },
      { name: 'a+b' },
      { name: 'a\nb' },
      { name: 'a\u3000b' },
      { keyId: 'ABCDEF01' },
      { keyId: '123' },
    ]) {
      expect(codeOf(() => printNote({ text: 'text\n', signatures: [{ ...present(signature), ...wrong }] }))).toBe(
        'note-malformed',
      )
    }
  })

  test('gives the same note to the same key: Ed25519 is deterministic', () => {
    expect(signNote('text\n', [log.signer])).toBe(signNote('text\n', [log.signer]))
  })
})

describe('verifier keys', () => {
  test('the published ones are read, and written as they were', () => {
    for (const vkey of [NEUMANN, 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8']) {
      expect(printVerifierKey(parseVerifierKey(vkey))).toBe(vkey)
    }
  })

  test('the key id is SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), its first four bytes', () => {
    const bytes = Buffer.concat([Buffer.from('gateway.example/log\n\x01'), log.publicKey])
    expect(ed25519KeyId({ name: 'gateway.example/log', publicKey: log.publicKey })).toBe(
      crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    )
  })

  test.each([
    '',
    'PeterNeumann',
    'PeterNeumann+c74f20a3',
    '+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    NEUMANN.replace('c74f', 'C74F'),
    NEUMANN.replace('c74f20a3', 'c74f20a4'),
    NEUMANN.replace('c74f20a3', '0c74f20a3'),
    NEUMANN.replace('Peter', 'Pete'),
    `${NEUMANN} `,
    `${NEUMANN}\n`,
    ` ${NEUMANN}`,
    NEUMANN.replace('ARpc', 'AhpcAA'),
    NEUMANN.replace('ARpc', 'Ahpc'),
    NEUMANN.slice(0, -4),
    NEUMANN.replace('Peter', 'Peter '),
  ])('refuses %j', (vkey) => {
    expect(codeOf(() => parseVerifierKey(vkey))).toBe('note-key')
  })

  test('no text makes the reader fail in another way', () => {
    const edits = fc
      .tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([at, text]) => NEUMANN.slice(0, at % 70) + text + NEUMANN.slice((at % 70) + 1))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), edits), (vkey) => {
        try {
          expect(printVerifierKey(parseVerifierKey(vkey))).toBe(vkey)
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a public key that is no point of the curve verifies nothing', () => {
    const verifier = ed25519Verifier({ name: 'broken.example', publicKey: Buffer.alloc(32, 0xff) })
    expect(verifier.verify(Buffer.from('text\n'), Buffer.alloc(64))).toBe(false)
    expect(verifier.verify(Buffer.from('text\n'), Buffer.alloc(63))).toBe(false)
  })

  test('RFC 8032 §7.1 test 2 verifies', () => {
    const publicKey = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex')
    const signature = Buffer.from(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      'hex',
    )
    const verifier = ed25519Verifier({ name: 'rfc8032.example', publicKey })
    expect(verifier.verify(Buffer.of(0x72), signature)).toBe(true)
    expect(verifier.verify(Buffer.of(0x73), signature)).toBe(false)
  })

  test('a signer must return 64 bytes, a key must have 32', () => {
    const short = ed25519Signer({ name: 'short.example', publicKey: log.publicKey, sign: () => Buffer.alloc(63) })
    expect(codeOf(() => signNote('text\n', [short]))).toBe('note-key')
    expect(codeOf(() => ed25519KeyId({ name: 'short.example', publicKey: Buffer.alloc(31) }))).toBe('note-key')
    expect(hex(log.publicKey).length).toBe(64)
  })
})
