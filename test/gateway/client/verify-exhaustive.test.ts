import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { ProofBundle, TrustFile } from '../../../gateway/release/bundle-types.ts'
import { playWeek } from '../week.ts'
import { MONDAY, openWorld } from '../world.ts'
import { at, changes, failedCheck, type Json } from './tamper.ts'

let file: string
let trust: TrustFile

beforeAll(async () => {
  const world = await openWorld()
  await playWeek(world)
  file = await world.bundle(await world.publish(MONDAY))
  trust = world.trust
  await world.close()
})
afterAll(() => expect(failedCheck(file, trust)).toBeNull())

/** The places of changes that pass, and how many were tried. */
function passing(all: Iterable<{ readonly path: string; readonly value: unknown }>): {
  tried: number
  passed: string[]
} {
  const passed: string[] = []
  let tried = 0
  for (const { path, value } of all) {
    tried++
    if (failedCheck(canonical(value), trust) === null) passed.push(path)
  }
  return { tried, passed }
}

describe('whatever is changed in a bundle, it no longer verifies', { timeout: 60_000 }, () => {
  test('every text, number, list and member of it', () => {
    const { tried, passed } = passing(changes(JSON.parse(file)))
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  })

  test('every value within the texts that hold JSON: leaves, headers, public records', () => {
    const bundle: ProofBundle = JSON.parse(file)
    function* within() {
      for (const [index, leaf] of bundle.leaves.entries()) {
        for (const name of ['leaf', 'header'] as const) {
          for (const { path, value } of changes(JSON.parse(leaf[name]), `/leaves/${index}/${name}`)) {
            yield {
              path,
              value: { ...bundle, leaves: bundle.leaves.with(index, { ...leaf, [name]: canonical(value) }) },
            }
          }
        }
      }
      const submission = at(bundle.submissions, 0)
      const record = at(submission.records, 0)
      if ('leaf' in record) return
      for (const { path, value } of changes(JSON.parse(record.public), '/submissions/0/records/0/public')) {
        const records = submission.records.with(0, { ...record, public: canonical(value) })
        yield { path, value: { ...bundle, submissions: bundle.submissions.with(0, { ...submission, records }) } }
      }
    }
    const { tried, passed } = passing(within())
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  })

  test('every place within the payload of the release and the protected headers', () => {
    const bundle: ProofBundle = JSON.parse(file)
    const { payload, signatures } = bundle.release
    const plain = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const coded = (value: Json) => Buffer.from(canonical(value), 'utf8').toString('base64url')
    function* within() {
      // One change a place: which one makes no difference to a signature.
      const seen = new Set<string>()
      for (const { path, value } of changes(plain(payload), '/release/payload')) {
        if (seen.has(path)) continue
        seen.add(path)
        yield { path, value: { ...bundle, release: { payload: coded(value), signatures } } }
      }
      for (const [index, signature] of signatures.entries()) {
        for (const { path, value } of changes(plain(signature.protected), `/release/signatures/${index}`)) {
          const changed = signatures.with(index, { ...signature, protected: coded(value) })
          yield { path, value: { ...bundle, release: { payload, signatures: changed } } }
        }
      }
    }
    const { tried, passed } = passing(within())
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(300)
  })

  test('any one byte of the file', () => {
    const bytes = Buffer.from(file, 'utf8')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, mask) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(place) ^ mask, place)
        expect(failedCheck(changed, trust)).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  test('any cut, insertion or exchange of two stretches', () => {
    const place = fc.nat(file.length - 1)
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 4 }), (a, b, middle) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const changed = file.slice(0, from) + middle + file.slice(to)
        fc.pre(changed !== file)
        expect(failedCheck(changed, trust)).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  test('whatever text is given, it never throws', () => {
    fc.assert(fc.property(fc.string(), fc.anything(), (text, other) => failedCheck(text, other) !== null))
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const bundle = { ...JSON.parse(file), leaves: value }
        let text: string
        try {
          text = canonical(bundle)
        } catch {
          return true
        }
        return failedCheck(text, trust) !== null
      }),
    )
  })
})
