/** What a page records of a file without sending it, held against FIPS 180's own examples and what the gateway takes as an attachment. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, parseCanonical } from '../../../../contracts/jcs.ts'
import { fileFacts, sizeText } from '../../../../gateway/portal/browser/file-facts.js'
import { sizeText as pageSizeText } from '../../../../gateway/portal/desk/attachments.ts'
import { readStep } from '../../../../gateway/release/consultation/read-act.ts'

const file = (content: string | Uint8Array<ArrayBuffer>, name = '签发单（盖章）.pdf', type = 'application/pdf') =>
  new File([content], name, { type })

describe('of a file', () => {
  test.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('its SHA-256 is that of its bytes: %j', async (content, digest) => {
    expect(await fileFacts(file(content))).toEqual({
      bytes: Buffer.byteLength(content),
      digest,
      mediaType: 'application/pdf',
      name: '签发单（盖章）.pdf',
    })
  })

  test('of any bytes it is what Node computes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const { digest } = await fileFacts(file(new Uint8Array(bytes)))
        expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
  })

  test('the type goes without its parameters, and what is none is bytes', async () => {
    const typeOf = async (type: string) => (await fileFacts(file('', 'a', type))).mediaType
    expect(await typeOf('text/plain;charset=utf-8')).toBe('text/plain')
    expect(await typeOf('')).toBe('application/octet-stream')
  })

  test('whatever it is called, the gateway takes what is recorded, or the page says why not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 220 }), fc.string(), async (name, type) => {
        const given = { arrayBuffer: async () => new ArrayBuffer(3), name, size: 3, type }
        const facts = await fileFacts(given).catch((error: unknown) => error)
        if (facts instanceof Error) {
          expect(facts).toMatchObject({ code: 'file-name' })
          return
        }
        const step = {
          act: { type: 'attach', ...Object(facts) },
          consultation: 'x',
          nonce: 'a'.repeat(16),
          seen: 0,
          type: 'consultation-step',
          v: 1,
        }
        const value = parseCanonical(canonical(step))
        if (value === undefined) throw new TypeError('expected canonical text')
        expect(readStep(value).act).toMatchObject({ type: 'attach', bytes: 3 })
      }),
      {
        examples: [
          ['审批单\u0000.pdf', ''],
          [' 审批单 .pdf ', 'x/y'],
          ['', ''],
        ],
      },
    )
  })

  test('that is larger than the page says, or has changed since, nothing is recorded', async () => {
    await expect(fileFacts(file('abcd'), { most: 3 })).rejects.toMatchObject({ code: 'file-large' })
    const changed = { arrayBuffer: async () => new ArrayBuffer(2), name: 'a', size: 3, type: '' }
    await expect(fileFacts(changed)).rejects.toMatchObject({ code: 'file-unreadable' })
    const gone = { ...changed, arrayBuffer: () => Promise.reject(new Error('gone')) }
    await expect(fileFacts(gone)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  test('where the browser has no cryptography it says so', async () => {
    await expect(fileFacts(file('a'), { subtle: undefined })).resolves.toMatchObject({ bytes: 1 })
    const real = globalThis.crypto
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true })
    try {
      await expect(fileFacts(file('a'))).rejects.toMatchObject({ code: 'crypto-missing' })
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: real, configurable: true })
    }
  })
})

test('a size is told as people say it and exactly, by page and module alike', () => {
  for (const say of [sizeText, pageSizeText]) {
    expect(say(0)).toBe('0 B')
    expect(say(1023)).toBe('1,023 B')
    expect(say(1024)).toBe('1.0 KiB (1,024 B)')
    expect(say(20_480)).toBe('20.0 KiB (20,480 B)')
    expect(say(1_572_864)).toBe('1.5 MiB (1,572,864 B)')
  }
})
