import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openCheckpoint, parseCheckpoint, printCheckpoint, signCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { LedgerError } from '../../../gateway/ledger/error.ts'
import { parseNote, signNote } from '../../../gateway/ledger/note.ts'
import { ed25519Verifier } from '../../../gateway/ledger/note-ed25519.ts'
import { keyPair } from './keys.ts'
import { codeOf, merkleTreeHash, numbered } from './rfc6962.ts'

/** The example of C2SP tlog-checkpoint. */
const SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
const root = Buffer.from(ROOT, 'base64')

const ORIGIN = 'gateway.example/log'
const log = keyPair(ORIGIN, 1)
const verifiers = [ed25519Verifier(log.vkey)]

describe('a checkpoint', () => {
  test('of the specification is read and written back', () => {
    const { text } = parseNote(SOFA)
    expect(parseCheckpoint(text)).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root,
      extensions: [],
    })
    expect(printCheckpoint(parseCheckpoint(text))).toBe(text)
  })

  test('can have extension lines', () => {
    const text = `${ORIGIN}\n7\n${ROOT}\nfirst\nsecond line\n`
    expect(parseCheckpoint(text).extensions).toEqual(['first', 'second line'])
    expect(printCheckpoint({ origin: ORIGIN, size: 7, root, extensions: ['first', 'second line'] })).toBe(text)
  })

  test('of an empty tree has size 0', () => {
    const empty = merkleTreeHash([])
    expect(printCheckpoint({ origin: ORIGIN, size: 0, root: empty })).toBe(
      `${ORIGIN}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`,
    )
  })

  test('reaches 2^53-1 leaves and no further', () => {
    expect(parseCheckpoint(`o\n9007199254740991\n${ROOT}\n`).size).toBe(Number.MAX_SAFE_INTEGER)
    expect(codeOf(() => parseCheckpoint(`o\n9007199254740992\n${ROOT}\n`))).toBe('checkpoint-malformed')
  })

  test.each([
    '',
    '\n',
    'o\n',
    'o\n7\n',
    `o\n7\n${ROOT}`,
    `\n7\n${ROOT}\n`,
    `o\n07\n${ROOT}\n`,
    `o\n+7\n${ROOT}\n`,
    `o\n-7\n${ROOT}\n`,
    `o\n7.0\n${ROOT}\n`,
    `o\n7e1\n${ROOT}\n`,
    `o\n 7\n${ROOT}\n`,
    `o\n\n${ROOT}\n`,
    `o\n0x7\n${ROOT}\n`,
    `o\n٧\n${ROOT}\n`,
    `o\n00\n${ROOT}\n`,
    `o\n99999999999999999999\n${ROOT}\n`,
    `o\n7\n${ROOT.slice(0, -1)}\n`,
    `o\n7\n${ROOT.replace('2I=', '2J=')}\n`,
    `o\n7\n${ROOT.replace('/', '_')}\n`,
    `o\n7\n${ROOT} \n`,
    'o\n7\nAAAA\n',
    'o\n7\n\n',
    `o\n7\n${ROOT}\n\n`,
    `o\n7\n${ROOT}\n\nx\n`,
    `o\r\n7\r\n${ROOT}\r\n`,
    `\ud800\n7\n${ROOT}\n`,
  ])('refuses %j', (text) => {
    expect(codeOf(() => parseCheckpoint(text))).toBe('checkpoint-malformed')
  })

  test.each([
    ['an empty origin', { origin: '' }],
    ['an origin of two lines', { origin: 'a\nb' }],
    ['an origin that brings its own size and root', { origin: `a\n1\n${ROOT}` }],
    ['a size below zero', { size: -1 }],
    ['half a leaf', { size: 1.5 }],
    ['a size past 2^53-1', { size: 2 ** 53 }],
    ['a root of 31 bytes', { root: root.subarray(1) }],
    ['an empty extension', { extensions: [''] }],
    ['an extension of two lines', { extensions: ['a\nb'] }],
  ])('is not written with %s', (_, wrong) => {
    expect(codeOf(() => printCheckpoint({ origin: ORIGIN, size: 7, root, ...wrong }))).toBe('checkpoint-malformed')
  })

  test('no text makes the reader fail in another way, and what it takes it would write', () => {
    const valid = `${ORIGIN}\n20852163\n${ROOT}\n`
    const edits = fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 2 })).map(([at, text]) => {
      const place = at % valid.length
      return valid.slice(0, place) + text + valid.slice(place + 1)
    })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), edits), (text) => {
        try {
          expect(printCheckpoint(parseCheckpoint(text))).toBe(text)
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a signed checkpoint', () => {
  const checkpoint = { origin: ORIGIN, size: 5, root: merkleTreeHash(numbered(5)) }
  const note = signCheckpoint(checkpoint, [log.signer])

  test('opens under its key and name', () => {
    expect(openCheckpoint(note, verifiers, ORIGIN)).toEqual({
      ...checkpoint,
      root: Buffer.from(checkpoint.root),
      extensions: [],
      signedBy: [{ name: ORIGIN, keyId: log.signer.keyId }],
      unknown: 0,
    })
    expect(openCheckpoint(Buffer.from(note, 'utf8'), verifiers, ORIGIN).size).toBe(5)
  })

  test('does not open as that of another log, under another key, or when it is none', () => {
    expect(codeOf(() => openCheckpoint(note, verifiers, `${ORIGIN}/`))).toBe('checkpoint-origin')
    expect(codeOf(() => openCheckpoint(note, [ed25519Verifier(keyPair(ORIGIN, 2).vkey)], ORIGIN))).toBe('note-unsigned')
    expect(codeOf(() => openCheckpoint(signNote(`${ORIGIN}\n5\n`, [log.signer]), verifiers, ORIGIN))).toBe(
      'checkpoint-malformed',
    )
    expect(codeOf(() => openCheckpoint(note.replace('\n5\n', '\n6\n'), verifiers, ORIGIN))).toBe('note-signature')
  })
})
