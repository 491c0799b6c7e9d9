import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { BUNDLE_LIMITS, verifyBundle } from '../../../gateway/client/verify/index.ts'
import { toBase64 } from '../../../gateway/ledger/encoding.ts'
import type { StoredDocument } from '../../../gateway/ports.ts'
import type { BundleLeaf } from '../../../gateway/release/bundle-types.ts'
import { playWeek } from '../week.ts'
import { MONDAY, newKey, openWorld, type World } from '../world.ts'
import { at, edited, failedCheck } from './tamper.ts'

let world: World
let release: StoredDocument
let file: string

beforeAll(async () => {
  world = await openWorld()
  await playWeek(world)
  release = await world.publish(MONDAY)
  file = await world.bundle(release)
})
afterAll(() => world.close())

const fails = (edit: Parameters<typeof edited>[1]) => failedCheck(edited(file, edit), world.trust)

/** A leaf of the ledger with all that a bundle would say of it. */
async function leafOf(index: number): Promise<BundleLeaf> {
  const { store, log } = world.gateway
  const { size } = log.head()
  const { data, opening } = at(await store.leaves(index, index + 1), 0)
  const proof = (await log.inclusion(index, size)).map(toBase64)
  return {
    index,
    leaf: Buffer.from(data).toString('utf8'),
    header: opening.header,
    salt: toBase64(opening.salt),
    proof,
  }
}

describe('a bundle as the gateway makes it', () => {
  test('verifies with the trust file, as text, bytes and value, every check ticked in the one order', () => {
    const report = verifyBundle(file, world.trust)
    expect(report.ok).toBe(true)
    expect(report.sandbox).toBe(true)
    expect(report.checks.map(({ id, state }) => `${id} ${state}`)).toEqual(
      [
        'form',
        'trust',
        'checkpoint',
        'leaves',
        'keys',
        'contract',
        'registry',
        'release',
        'submissions',
        'derivation',
      ].map((id) => `${id} ok`),
    )
    expect(verifyBundle(Buffer.from(file, 'utf8'), JSON.stringify(world.trust, null, 2)).ok).toBe(true)
  })

  test('says what was released, by whom it was signed and where in the ledger', () => {
    const { release: found } = verifyBundle(file, world.trust)
    expect(found).toMatchObject({
      id: 'weekly-water-2026-11-02',
      digest: release.digest,
      supersedes: null,
      records: 11,
    })
    expect(found?.signers.map(({ party, kid, agency, operator }) => ({ party, kid, agency, operator }))).toEqual([
      { party: 'sc', kid: world.sides.sc.signatory.kid, agency: 'sc-monitoring', operator: '签发人' },
      { party: 'cq', kid: world.sides.cq.signatory.kid, agency: 'cq-monitoring', operator: '签发人' },
    ])
  })

  test('is consistent but not verified without a trust file: the trust check fails and nothing is ticked but the form', () => {
    for (const none of [null, undefined]) {
      const report = verifyBundle(file, none)
      expect(report.ok).toBe(false)
      const trust = report.checks.find(({ id }) => id === 'trust')
      expect(trust).toMatchObject({ state: 'failed', detail: { en: 'consistent, signers unconfirmed' } })
      const others = report.checks.filter(({ id }) => id !== 'form' && id !== 'trust')
      expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['consistent']))
    }
  })

  test('without a trust file, what is inconsistent still shows', () => {
    const broken = edited(file, ({ release: { signatures } }) => signatures.pop())
    const report = verifyBundle(broken, null)
    expect(report.checks.filter(({ state }) => state === 'failed').map(({ id }) => id)).toEqual(['trust', 'release'])
    expect(report.checks.find(({ id }) => id === 'trust')?.detail?.en).toBe('no trust file')
  })

  test('once a check fails, no later one is claimed', () => {
    const broken = edited(file, ({ release: { signatures } }) => signatures.pop())
    const states = verifyBundle(broken, world.trust).checks.map(({ state }) => state)
    expect(states).toEqual([...Array(7).fill('ok'), 'failed', 'not-checked', 'not-checked'])
  })
})

describe('the form', () => {
  test.each([
    ['nothing', () => ''],
    ['no JSON', () => 'proof'],
    ['another JSON value', () => '[]'],
    ['a truncated file', () => file.slice(0, -1)],
    ['a line break at the end', () => `${file}\n`],
    ['a byte order mark', () => `\ufeff${file}`],
    ['white space', () => file.replace('{"', '{ "')],
    ['a doubled member', () => file.replace('"format":', '"format":"chuanyu-proof-bundle","format":')],
    ['another order of members', () => JSON.stringify({ v: 1, ...JSON.parse(file) })],
    ['an escape that is not needed', () => file.replace('chuanyu-proof-bundle', 'chuanyu-proof\\u002dbundle')],
    ['an unknown member', () => edited(file, (bundle) => Object.assign(bundle, { more: 1 }))],
    ['nesting without end', () => '['.repeat(1_000_000)],
    ['a member __proto__', () => file.replace('{"', '{"__proto__":{},"')],
  ])('refuses %s', (_what, make) => {
    expect(failedCheck(make(), world.trust)).toBe('form')
  })

  test('refuses a file past the limit before it reads it', () => {
    const { checks } = verifyBundle(Buffer.alloc(BUNDLE_LIMITS.file + 1), world.trust)
    expect(checks[0]?.detail?.en).toBe(`expected a file of at most ${BUNDLE_LIMITS.file} bytes`)
  })

  test('refuses bytes that are not UTF-8, and a byte order mark in bytes', () => {
    const bytes = Buffer.from(file, 'utf8')
    bytes[bytes.indexOf('朱')] = 0xff
    expect(failedCheck(bytes, world.trust)).toBe('form')
    expect(failedCheck(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(file)]), world.trust)).toBe('form')
  })

  test('refuses a true leaf of the ledger that nothing in the bundle uses', async () => {
    const other = await leafOf(9)
    expect(fails(({ leaves }) => leaves.splice(9, 0, { ...other, proof: [...other.proof] }))).toBe('form')
  })

  test('refuses a submission of which no record is opened', async () => {
    const unused = await leafOf(9)
    const submission = await world.gateway.store.submission(JSON.parse(unused.header).submission)
    const leaf = toBase64(submission?.leaves ?? new Uint8Array())
    const verdict = fails(({ leaves, submissions }) => {
      leaves.splice(9, 0, { ...unused, proof: [...unused.proof] })
      submissions.splice(3, 0, { index: 9, records: [{ leaf }] })
    })
    expect(verdict).toBe('form')
  })

  test('refuses a leaf twice, and leaves or submissions out of order', () => {
    expect(fails(({ leaves }) => leaves.splice(0, 0, at(leaves, 0)))).toBe('form')
    expect(fails(({ leaves }) => leaves.reverse())).toBe('form')
    expect(fails(({ submissions }) => submissions.reverse())).toBe('form')
  })
})

describe('the trust file', () => {
  const withRoot = (party: 'cq' | 'sc', jwk: object) => ({
    ...world.trust,
    roots: { ...world.trust.roots, [party]: jwk },
  })

  test.each([
    ['an unknown member', () => ({ ...world.trust, more: 1 })],
    ['a missing root', () => ({ ...world.trust, roots: { cq: world.trust.roots.cq } })],
    ['a third root', () => ({ ...world.trust, roots: { ...world.trust.roots, gz: newKey().jwk } })],
    ['an unknown member of a root', () => withRoot('sc', { ...world.trust.roots.sc, use: 'sig' })],
    ['one root for both sides', () => withRoot('sc', world.trust.roots.cq)],
    ['a root anybody can sign for', () => withRoot('sc', { crv: 'Ed25519', kty: 'OKP', x: `AQ${'A'.repeat(41)}` })],
    [
      "a log key whose id is not the key's",
      () => ({ ...world.trust, log: world.trust.log.replace('gateway', 'getaway') }),
    ],
    ['another version', () => ({ ...world.trust, v: 2 })],
    ['sandbox as a text', () => ({ ...world.trust, sandbox: 'true' })],
    ['a list', () => [world.trust]],
    ['a text that is no JSON', () => 'trust me'],
    ['a doubled member', () => JSON.stringify(world.trust, null, 2).replace('"v": 1,', '"v": 1, "sandbox": false,')],
  ])('refuses %s', (_what, make) => {
    expect(failedCheck(file, make())).toBe('trust')
  })

  test('of another world names another log', async () => {
    const other = await openWorld()
    expect(failedCheck(file, other.trust)).toBe('checkpoint')
    await other.close()
  })

  test('with one root exchanged fails at the key lists', () => {
    for (const party of PARTIES) expect(failedCheck(file, withRoot(party, newKey().jwk))).toBe('keys')
  })

  test('of no sandbox distrusts a sandbox release, and the other way round', async () => {
    expect(failedCheck(file, { ...world.trust, sandbox: false })).toBe('release')
  })
})

describe('wholly re-signed', () => {
  test('with keys of its own throughout, it fails at the checkpoint', async () => {
    const forged = await openWorld()
    await playWeek(forged)
    const made = await forged.bundle(await forged.publish(MONDAY))
    expect(failedCheck(made, forged.trust)).toBeNull()
    expect(failedCheck(made, world.trust)).toBe('checkpoint')
    await forged.close()
  })

  test("even under the log's own key, it fails at the key lists", async () => {
    const logKey = newKey()
    const [honest, forged] = [await openWorld({ logKey }), await openWorld({ logKey })]
    await playWeek(forged)
    const made = await forged.bundle(await forged.publish(MONDAY))
    expect(failedCheck(made, forged.trust)).toBeNull()
    expect(failedCheck(made, honest.trust)).toBe('keys')
    await Promise.all([honest.close(), forged.close()])
  })
})
