/** Packages as bytes: what is sealed opens to what was sealed, and no bytes at all do anything but that or be refused plainly. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealFiles } from '../../../gateway/client/package.ts'
import { IdentityError } from '../../../gateway/identity/error.ts'
import { generateKey, importPrivateJwk, importPublicJwk } from '../../../gateway/identity/jwk.ts'
import { PACKAGE_LIMITS } from '../../../gateway/identity/limits.ts'
import { mustBeForHere, openPackage, readPackageHead, splitFiles } from '../../../gateway/identity/package.ts'
import { verifyPackaged } from '../../../gateway/identity/package-request.ts'

const { privateJwk, publicJwk } = generateKey('ed25519')
const key = importPrivateJwk(privateJwk)
const own = { ...importPublicJwk(publicJwk), party: 'cq' as const, state: 'active' as const }
const findKey = (kid: string) => (kid === own.kid ? own : undefined)
const NOW = Date.parse('2026-11-26T08:00:00+08:00')
const origin = 'https://gateway.test'

const seal = (files: Parameters<typeof sealFiles>[0]['files'], more: { window?: number } = {}) =>
  sealFiles({ origin, contract: 'water-section-quality', key, files, now: () => NOW, random: randomBytes, ...more })

const name = fc.stringMatching(/^[\p{L}\p{N} ._-]{1,40}$/u)
const file = fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }), mediaType: fc.constant('text/csv') })

test('whatever is sealed opens to the same files, each with a request that holds', () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), (files) => {
      const body = seal(files)
      const { manifest, files: contents, kid } = openPackage(body)
      expect(kid).toBe(key.kid)
      expect(contents.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(
        files.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
      )
      expect(manifest.files.map((one) => one.name)).toEqual(files.map((one) => one.name))
      const end = body.indexOf(0x0a)
      const head = readPackageHead(body.subarray(0, end), findKey)
      expect(head.manifest).toEqual(manifest)
      for (const [at, bytes] of splitFiles(manifest, body.subarray(end + 1)).entries()) {
        const packed = manifest.files[at]
        if (!packed) throw new TypeError('no file')
        const { created } = manifest
        expect(verifyPackaged(packed, bytes, { created, findKey })).toMatchObject({ keyid: key.kid })
      }
    }),
    { numRuns: 60 },
  )
})

test('any bytes open to a package or are refused as none', () => {
  const body = seal([{ name: 'a.csv', bytes: Buffer.from('x\n'), mediaType: 'text/csv' }])
  const changed = fc
    .array(fc.tuple(fc.nat(body.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = Buffer.from(body)
      for (const [at, byte] of changes) copy.writeUInt8(byte, at)
      return copy
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), changed), (bytes) => {
      for (const read of [() => openPackage(bytes), () => readPackageHead(bytes, findKey)]) {
        try {
          read()
        } catch (error) {
          expect(error).toBeInstanceOf(IdentityError)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test.each(['a/b.csv', '..\\b.csv', 'a\u001b[2J.csv', 'a\n.csv', 'x'.repeat(PACKAGE_LIMITS.name + 1), ''])(
  'the name %j is no file’s',
  (odd) => {
    expect(() => seal([{ name: odd, bytes: Buffer.from('x'), mediaType: 'text/csv' }])).toThrow('package-malformed')
  },
)

test('no more files are sealed than a gateway takes', () => {
  const files = Array.from({ length: PACKAGE_LIMITS.files + 1 }, (_, at) => ({
    name: `${at}.csv`,
    bytes: Buffer.from('x'),
    mediaType: 'text/csv',
  }))
  expect(() => seal(files)).toThrow('package-malformed')
  const most = seal(files.slice(1).map((one) => ({ ...one, name: '断'.repeat(PACKAGE_LIMITS.name) })))
  // As many as there may be, with the longest names, fit into the first line.
  expect(most.indexOf(0x0a)).toBeLessThan(PACKAGE_LIMITS.head)
  expect(readPackageHead(most.subarray(0, most.indexOf(0x0a)), findKey).manifest.files).toHaveLength(
    PACKAGE_LIMITS.files,
  )
})

test('it is in time from when it was sealed, give or take a clock, to its last second', () => {
  const { manifest } = openPackage(
    seal([{ name: 'a', bytes: Buffer.from('x'), mediaType: 'text/csv' }], { window: 60 }),
  )
  const when = (ms: number) => () => mustBeForHere(manifest, { origin, now: NOW + ms, window: 3600 })
  expect(when(-30_000)).not.toThrow()
  expect(when(-30_001)).toThrow('signature-future')
  expect(when(60_000)).not.toThrow()
  expect(when(60_001)).toThrow('package-expired')
})
