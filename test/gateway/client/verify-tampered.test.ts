import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { groupCommitment, recordLeaf } from '../../../gateway/ledger/commitment.ts'
import { toBase64 } from '../../../gateway/ledger/encoding.ts'
import type { ProofBundle } from '../../../gateway/release/bundle-types.ts'
import { playWeek } from '../week.ts'
import { MONDAY, newKey, openWorld, type World } from '../world.ts'
import { at, edited, failedCheck } from './tamper.ts'

let world: World
let file: string

beforeAll(async () => {
  world = await openWorld()
  await playWeek(world)
  file = await world.bundle(await world.publish(MONDAY))
})
afterAll(() => world.close())

const fails = (edit: Parameters<typeof edited>[1]) => failedCheck(edited(file, edit), world.trust)
const b64 = (text: string) => Buffer.from(text, 'utf8').toString('base64url')
const bundleOf = (text: string): ProofBundle => JSON.parse(text)

/** The leaf of a record that the bundle opens. */
function leafOfRecord(submission: number, position: number): string {
  const record = at(at(bundleOf(file).submissions, submission).records, position)
  if ('leaf' in record) return record.leaf
  const open = groupCommitment(record.public, Buffer.from(record.salt, 'base64'))
  return toBase64(recordLeaf(open, Buffer.from(record.joint, 'base64')))
}

describe('the checkpoint', () => {
  test('with an unknown signature beside the known one fails', () => {
    const line = `— other.test/log ${Buffer.alloc(68, 1).toString('base64')}\n`
    expect(fails((bundle) => Object.assign(bundle, { checkpoint: bundle.checkpoint + line }))).toBe('checkpoint')
  })

  test('with its one signature twice fails', () => {
    const again = (note: string) => note + note.slice(note.indexOf('— '))
    expect(fails((bundle) => Object.assign(bundle, { checkpoint: again(bundle.checkpoint) }))).toBe('checkpoint')
  })

  test('of another size fails', () => {
    const grow = (note: string) => note.replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`)
    expect(fails((bundle) => Object.assign(bundle, { checkpoint: grow(bundle.checkpoint) }))).toBe('checkpoint')
  })
})

describe('the leaves', () => {
  test('with swapped proofs fail', () => {
    const swap = ({ leaves: [a, b] }: Parameters<Parameters<typeof edited>[1]>[0]) => {
      if (a && b) [a.proof, b.proof] = [b.proof, a.proof]
    }
    expect(fails(swap)).toBe('leaves')
  })

  test('with another header or salt fail', () => {
    expect(fails(({ leaves }) => Object.assign(at(leaves, 0), { header: at(leaves, 1).header }))).toBe('leaves')
    expect(fails(({ leaves }) => Object.assign(at(leaves, 0), { salt: at(leaves, 1).salt }))).toBe('leaves')
  })

  test('with a commitment made anew over another header fail', () => {
    const verdict = fails(({ leaves }) => {
      const leaf = at(leaves, -1)
      const header = canonical({ ...JSON.parse(leaf.header), v: 2 })
      const commitment = Buffer.from(groupCommitment(header, Buffer.from(leaf.salt, 'base64'))).toString('base64url')
      Object.assign(leaf, { header, leaf: canonical({ ...JSON.parse(leaf.leaf), commitment }) })
    })
    expect(verdict).toBe('leaves')
  })
})

describe('the key lists', () => {
  test('one left out, with its leaf or without, fails', () => {
    expect(fails(({ keys }) => keys.pop())).toBe('form')
    const verdict = fails(({ keys, leaves }) => {
      keys.pop()
      leaves.splice(1, 1)
    })
    expect(verdict).toBe('contract')
  })

  test('one without its leaf fails', () => {
    expect(fails(({ leaves }) => leaves.splice(1, 1))).toBe('keys')
  })

  test('in another order fail', () => {
    expect(fails(({ keys }) => keys.reverse())).toBe('keys')
  })

  test("signed by the party's own agency instead of its root fail", () => {
    const { agency } = world.sides.cq
    const verdict = fails(({ keys }) => {
      const list = at(keys, 0)
      const payload = Buffer.from(list.payload, 'base64url').toString('utf8')
      list.signatures = [signDocument(payload, { ...agency, typ: 'chuanyu-keys+jws' })]
    })
    expect(verdict).toBe('keys')
  })
})

describe.each(['release', 'contract', 'registry'] as const)("a joint document's signatures (%s)", (kind) => {
  const typ = `chuanyu-${kind}+jws`
  const reprotected = (changes: object) =>
    fails(({ [kind]: { signatures } }) => {
      const signature = at(signatures, 0)
      const header = JSON.parse(Buffer.from(signature.protected, 'base64url').toString('utf8'))
      signature.protected = b64(canonical({ ...header, ...changes }))
    })

  test('one missing fails, with its leaf or without', () => {
    expect(fails(({ [kind]: { signatures } }) => signatures.pop())).toBe(kind)
    expect(fails(({ [kind]: { signatures } }) => signatures.shift())).toBe(kind)
    const verdict = fails(({ [kind]: { signatures }, leaves }) => {
      signatures.pop()
      const places = leaves.map(({ leaf }) => JSON.parse(leaf).type)
      leaves.splice(places.lastIndexOf(`${kind}-signature`), 1)
    })
    expect(verdict).toBe(kind)
  })

  test('both missing fails', () => {
    expect(fails((bundle) => Object.assign(bundle[kind], { signatures: [] }))).toBe(kind)
  })

  test('one forged under the name of a known key fails', () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const verdict = fails(({ [kind]: { payload, signatures } }) => {
      const signature = at(signatures, 1)
      const forged = sign(null, Buffer.from(`${signature.protected}.${payload}`), privateKey)
      signature.signature = forged.toString('base64url')
    })
    expect(verdict).toBe(kind)
  })

  test('one by an unknown key fails', () => {
    const verdict = fails((bundle) => {
      const { payload, signatures } = bundle[kind]
      signatures[1] = signDocument(Buffer.from(payload, 'base64url').toString('utf8'), { ...newKey(), typ })
    })
    expect(verdict).toBe(kind)
  })

  test('one made anew by the same key fails, since the ledger holds the other', () => {
    const signers = { release: 'cq', contract: 'sc', registry: 'sc' } as const
    const { signatory } = world.sides[signers[kind]]
    const verdict = fails((bundle) => {
      const { payload, signatures } = bundle[kind]
      signatures[1] = signDocument(Buffer.from(payload, 'base64url').toString('utf8'), { ...signatory, typ })
    })
    expect(verdict).toBe(kind)
  })

  test('one doubled fails, in place of the other or beside it', () => {
    expect(fails(({ [kind]: { signatures } }) => signatures.splice(1, 1, at(signatures, 0)))).toBe(kind)
    expect(fails(({ [kind]: { signatures } }) => signatures.push(at(signatures, 0)))).toBe(kind)
  })

  test('in another order fail', () => {
    expect(fails(({ [kind]: { signatures } }) => signatures.reverse())).toBe(kind)
  })

  test.each(['none', 'HS256', 'EdDSA', 'ES512', 'Ed25519'])('of the algorithm %s fails', (alg) => {
    expect(reprotected({ alg })).toBe(kind)
  })

  test('with a further protected member or another type fails', () => {
    expect(reprotected({ crit: ['b64'], b64: false })).toBe(kind)
    expect(reprotected({ typ: 'JOSE' })).toBe(kind)
  })

  test("the ES256 signature's other form (r, n − s) fails, although it holds", () => {
    const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const verdict = fails(({ [kind]: { signatures } }) => {
      const signature = at(signatures, 0)
      const bytes = Buffer.from(signature.signature, 'base64url')
      const s = n - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
      const other = Buffer.from(s.toString(16).padStart(64, '0'), 'hex')
      signature.signature = Buffer.concat([bytes.subarray(0, 32), other]).toString('base64url')
    })
    expect(verdict).toBe(kind)
  })
})

describe('the records', () => {
  test('one withheld fails the derivation', () => {
    const verdict = fails(({ submissions }) => {
      const { records } = at(submissions, 1)
      // The true leaf of the record, so that the tree still gives its root.
      records[0] = { leaf: leafOfRecord(1, 0) }
    })
    expect(verdict).toBe('derivation')
  })

  test('one opened that the release does not derive from fails the derivation', async () => {
    const { store } = world.gateway
    const { index } = at(bundleOf(file).submissions, 0)
    const header = JSON.parse(at(await store.leaves(index, index + 1), 0).opening.header)
    const submission = await store.submission(header.submission)
    const superseded = (await store.submissionRecords(header.submission)).find(({ position }) => position === 1)
    const { results, notes, publication, ...rest } = JSON.parse(Buffer.from(superseded?.body ?? []).toString('utf8'))
    const salts = Buffer.from(submission?.salts ?? []).subarray(32, 64)
    const joint = groupCommitment(canonical({ notes, publication, results }), salts.subarray(16))
    const opened = { public: canonical(rest), salt: toBase64(salts.subarray(0, 16)), joint: toBase64(joint) }
    const verdict = fails(({ submissions }) => {
      at(submissions, 0).records[1] = opened
    })
    expect(verdict).toBe('derivation')
  })

  test('one left out, or moved, fails the submission', () => {
    expect(fails(({ submissions }) => at(submissions, 0).records.pop())).toBe('submissions')
    expect(fails(({ submissions }) => at(submissions, 0).records.reverse())).toBe('submissions')
  })

  test('a whole submission left out fails the derivation', () => {
    const verdict = fails(({ submissions, leaves }) => {
      const gone = submissions.pop()
      leaves.splice(
        leaves.findIndex(({ index }) => index === gone?.index),
        1,
      )
    })
    expect(verdict).toBe('derivation')
  })
})
