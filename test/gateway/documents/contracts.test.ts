import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { CONSULTATION_2026_11 } from '../../../contracts/registry/index.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { assembleDocument, type GeneralJws, signDocument, verifyDocument } from '../../../gateway/identity/document.ts'
import { CONTRACT, callsOf, refused } from '../http/calls.ts'
import { csv, newKey, openWorld, SMALL_REGISTRY, type World, type WorldKey, type WorldOptions } from '../world.ts'

const PROPOSED = `/v1/contracts/${CONTRACT}/1.0.0`
const SIGN = `${PROPOSED}/signatures`
const SOURCE = CONTRACTS[0]?.source ?? ''
const FILE = csv([['朱沱', '2026-11-02 04:00', '2.1']])

const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

async function opened(options: WorldOptions = {}) {
  const world = await openWorld({ unsigned: true, ...options })
  worlds.push(world)
  const calls = callsOf(world)
  const signatory = (party: PartyId) => world.sides[party].signatory
  /** The contract, or other text, signed by a key. */
  const signed = (key: WorldKey, payload = SOURCE, typ = 'chuanyu-contract+jws'): GeneralJws =>
    assembleDocument(payload, [signDocument(payload, { ...key, typ })])
  const size = () => world.gateway.log.head().size
  return { world, calls, signatory, signed, size }
}

async function jsonOf(answer: Response, status: number) {
  const text = await answer.text()
  expect({ status: answer.status, text }).toMatchObject({ status })
  return JSON.parse(text)
}

describe('a contract that one side has signed', () => {
  test('is seen by anyone as proposed, with whose signature is missing, and takes no data', async () => {
    const { world, calls, signatory, signed, size } = await opened()
    await refused(await calls.submit(world.sides.cq.agency, FILE), 404, 'contract-unknown')
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    const { contracts } = await jsonOf(await calls.get('/v1/contracts'), 200)
    expect(contracts).toMatchObject([{ id: CONTRACT, version: '1.0.0', status: 'proposed', missing: ['sc'] }])
    const { contract, signing } = await jsonOf(await calls.get(`/v1/contracts/${CONTRACT}`), 200)
    expect(canonical(contract)).toBe(SOURCE)
    expect(signing).toMatchObject({ status: 'proposed', inForceAt: null, signatures: [{ party: 'cq' }] })
    const before = size()
    for (const party of ['cq', 'sc'] as const) {
      await refused(await calls.submit(world.sides[party].agency, FILE), 409, 'contract-not-in-force')
      const dry = `/v1/normalise?contract=${CONTRACT}`
      const answer = await calls.write(world.sides[party].agency, dry, FILE, { contentType: 'text/csv' })
      await refused(answer, 409, 'contract-not-in-force')
    }
    expect(size()).toBe(before)
    expect((await calls.get('/readyz')).status).toBe(503)
  })

  test('is in force once the other has signed the same bytes, and the registry too', async () => {
    const { world, calls, signatory, signed } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    const state = await jsonOf(await calls.writeJson(signatory('sc'), SIGN, signed(signatory('sc'))), 201)
    expect(state).toMatchObject({ status: 'in-force', missing: [] })
    // Without a register there is no section to speak of.
    const { value } = await refused(await calls.submit(world.sides.cq.agency, FILE), 409, 'contract-not-in-force')
    expect(value).toBe('registry/sections')
    const register = (key: WorldKey) => signed(key, canonical(SMALL_REGISTRY), 'chuanyu-registry+jws')
    await jsonOf(await calls.writeJson(signatory('sc'), '/v1/registry', register(signatory('sc'))), 201)
    await refused(await calls.submit(world.sides.cq.agency, FILE), 409, 'contract-not-in-force')
    const path = '/v1/registry/sections/2026-11/signatures'
    await jsonOf(await calls.writeJson(signatory('cq'), path, register(signatory('cq'))), 201)
    expect((await calls.submit(world.sides.cq.agency, FILE)).status).toBe(201)
    expect((await calls.get('/readyz')).status).toBe(200)
  })

  test('may be proposed by an operator, but only over a signatory’s signature', async () => {
    const { world, calls, signatory, signed } = await opened()
    const { operator } = world.sides.cq
    await refused(await calls.writeJson(operator, '/v1/contracts', signed(operator)), 422, 'document-signer-unknown')
    await jsonOf(await calls.writeJson(operator, '/v1/contracts', signed(signatory('cq'))), 201)
  })
})

describe('a signature on a proposed contract', () => {
  test('over other bytes is refused', async () => {
    const { calls, signatory, signed } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    const other = canonical({ ...JSON.parse(SOURCE), version: '1.0.1' })
    await refused(await calls.writeJson(signatory('sc'), SIGN, signed(signatory('sc'), other)), 409, 'payload-mismatch')
    await refused(
      await calls.writeJson(signatory('sc'), '/v1/contracts', signed(signatory('sc'), other)),
      404,
      'contract-unknown',
    )
  })

  test('by a side that has signed is refused, at once and once in force', async () => {
    const { calls, signatory, signed, size } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    await refused(await calls.writeJson(signatory('cq'), SIGN, signed(signatory('cq'))), 409, 'signature-exists')
    await refused(
      await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))),
      409,
      'document-exists',
    )
    const twice = await Promise.all(
      [1, 2, 3].map(() => calls.writeJson(signatory('sc'), SIGN, signed(signatory('sc')))),
    )
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    await refused(await calls.writeJson(signatory('sc'), SIGN, signed(signatory('sc'))), 409, 'signature-exists')
    expect(size()).toBe(4)
  })

  test('by a stranger, a root, an agency or the gateway itself is refused', async () => {
    const { world, calls, signatory, signed } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    for (const key of [newKey(), world.sides.sc.root, world.sides.sc.agency, world.sides.sc.operator]) {
      await refused(await calls.writeJson(signatory('sc'), SIGN, signed(key)), 422, 'document-signer-unknown')
    }
  })

  test('of one side sent by the other is refused', async () => {
    const { calls, signatory, signed } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    await refused(await calls.writeJson(signatory('cq'), SIGN, signed(signatory('sc'))), 403, 'other-party')
  })

  test('beside another, for another kind of document, or changed by a bit is refused', async () => {
    const { calls, signatory, signed } = await opened()
    await jsonOf(await calls.writeJson(signatory('cq'), '/v1/contracts', signed(signatory('cq'))), 201)
    const [cq, sc] = [signed(signatory('cq')), signed(signatory('sc'))]
    const both = { ...sc, signatures: [...cq.signatures, ...sc.signatures] }
    await refused(await calls.writeJson(signatory('sc'), SIGN, both), 400, 'document-malformed')
    const release = signed(signatory('sc'), SOURCE, 'chuanyu-release+jws')
    await refused(await calls.writeJson(signatory('sc'), SIGN, release), 400, 'document-malformed')
    const [one] = sc.signatures
    if (!one) throw new TypeError('unsigned')
    const bent = `${one.signature.startsWith('A') ? 'B' : 'A'}${one.signature.slice(1)}`
    await refused(
      await calls.writeJson(signatory('sc'), SIGN, { ...sc, signatures: [{ ...one, signature: bent }] }),
      422,
      'document-signature-invalid',
    )
    await refused(
      await calls.writeJson(signatory('sc'), SIGN, { ...sc, signatures: [{ ...one, signature: `${one.signature}=` }] }),
      400,
      'document-not-canonical',
    )
    await refused(await calls.writeJson(signatory('sc'), SIGN, { ...sc, signatures: [] }), 400, 'document-malformed')
  })

  test('on a version that nobody proposed is refused', async () => {
    const { calls, signatory, signed } = await opened()
    await refused(await calls.writeJson(signatory('sc'), SIGN, signed(signatory('sc'))), 404, 'contract-unknown')
  })
})

describe('a contract in force', () => {
  test('in its JOSE form verifies for both sides', async () => {
    const { world, calls } = await opened({ unsigned: false })
    const answer = await calls.get(PROPOSED, { accept: 'application/jose+json' })
    expect(answer.headers.get('content-type')).toBe('application/jose+json')
    const jws: unknown = JSON.parse(await answer.text())
    const findKey = (kid: string) => world.gateway.standing.keys().keys.get(kid)
    const { payload, signatures } = verifyDocument(jws, {
      findKey,
      typ: 'chuanyu-contract+jws',
      requiredParties: ['cq', 'sc'],
    })
    expect(payload).toBe(SOURCE)
    expect(signatures.map(({ party }) => party).sort()).toEqual(['cq', 'sc'])
  })

  test('gives its schema as its file has it, and says it is one', async () => {
    const { calls } = await opened({ unsigned: false })
    const answer = await calls.get(`${PROPOSED}/schema`)
    expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8')
    const file = await readFile(
      new URL('../../../contracts/water-section-quality/v1.0.0.json', import.meta.url),
      'utf8',
    )
    expect(JSON.parse(await answer.text())).toEqual(JSON.parse(file).schema)
  })

  test('of another name, version or kind is not found', async () => {
    const { calls } = await opened({ unsigned: false })
    for (const path of ['air', '__proto__', `${CONTRACT}/9.9.9`, `${CONTRACT}/9.9.9/schema`]) {
      await refused(await calls.get(`/v1/contracts/${path}`), 404, 'contract-unknown')
    }
    for (const path of ['rivers', 'sections/1999-01', '__proto__/x']) {
      await refused(await calls.get(`/v1/registry/${path}`), 404, 'document-unknown')
    }
  })

  test('is listed with the register in force', async () => {
    const { calls } = await opened({ unsigned: false })
    const { registries } = await jsonOf(await calls.get('/v1/registry'), 200)
    expect(registries).toMatchObject([
      { id: 'sections', edition: '2026-11', status: 'in-force' },
      { id: 'consultation', edition: '2026-11', title: CONSULTATION_2026_11.title, status: 'in-force' },
    ])
    for (const [path, held] of [
      ['sections', SMALL_REGISTRY],
      ['sections/2026-11', SMALL_REGISTRY],
      ['consultation', CONSULTATION_2026_11],
      ['consultation/2026-11', CONSULTATION_2026_11],
    ] as const) {
      const { registry } = await jsonOf(await calls.get(`/v1/registry/${path}`), 200)
      expect(registry).toEqual(JSON.parse(JSON.stringify(held)))
      const jose = await calls.get(`/v1/registry/${path}`, { accept: 'application/jose+json' })
      expect(JSON.parse(await jose.text()).signatures).toHaveLength(2)
    }
  })
})

describe('a register', () => {
  test('that is none is refused, however well it is signed', async () => {
    const { calls, signatory, signed, size } = await opened()
    const before = size()
    const bad: unknown[] = [
      {},
      [],
      'text',
      null,
      { ...SMALL_REGISTRY, id: 'rivers' },
      { ...SMALL_REGISTRY, edition: '2026/12' },
      { ...SMALL_REGISTRY, sections: [...SMALL_REGISTRY.sections, ...SMALL_REGISTRY.sections] },
      { ...SMALL_REGISTRY, rivers: [] },
      { ...SMALL_REGISTRY, more: 1 },
      { ...CONSULTATION_2026_11, calendar: 'holidays-1999' },
      { ...CONSULTATION_2026_11, products: [] },
    ]
    for (const value of bad) {
      const jws = signed(signatory('cq'), canonical(value), 'chuanyu-registry+jws')
      await refused(await calls.writeJson(signatory('cq'), '/v1/registry', jws), 400, 'document-malformed')
    }
    expect(size()).toBe(before)
    expect(calls.failures).toEqual([])
  })

  test('of a new edition is in force only when both have signed it', async () => {
    const { calls, signatory, signed } = await opened({ unsigned: false })
    const next = canonical({ ...SMALL_REGISTRY, edition: '2026-12' })
    const register = (party: PartyId) => signed(signatory(party), next, 'chuanyu-registry+jws')
    await jsonOf(await calls.writeJson(signatory('sc'), '/v1/registry', register('sc')), 201)
    const edition = async () => (await jsonOf(await calls.get('/v1/registry'), 200)).registries[0].edition
    expect(await edition()).toBe('2026-11')
    const { signing } = await jsonOf(await calls.get('/v1/registry/sections/2026-12'), 200)
    expect(signing).toMatchObject({ status: 'proposed', missing: ['cq'] })
    await jsonOf(
      await calls.writeJson(signatory('cq'), '/v1/registry/sections/2026-12/signatures', register('cq')),
      201,
    )
    expect(await edition()).toBe('2026-12')
  })

  test('of the terms of consultation counts with the edition both have signed', async () => {
    const { world, calls, signatory, signed } = await opened({ unsigned: false })
    const [product] = CONSULTATION_2026_11.products
    if (!product) throw new TypeError('there are no terms')
    const next = canonical({ ...CONSULTATION_2026_11, edition: '2026-12', products: [product] })
    const register = (party: PartyId) => signed(signatory(party), next, 'chuanyu-registry+jws')
    const products = () => world.gateway.standing.registry('consultation')?.registry.products.map(({ id }) => id)
    expect(products()).toHaveLength(6)
    await jsonOf(await calls.writeJson(signatory('sc'), '/v1/registry', register('sc')), 201)
    expect(products()).toHaveLength(6)
    const path = '/v1/registry/consultation/2026-12/signatures'
    await jsonOf(await calls.writeJson(signatory('cq'), path, register('cq')), 201)
    expect(products()).toEqual([product.id])
  })
})

test('a body that is no document is refused and is no failure of the gateway', async () => {
  const { calls, signatory } = await opened({ unsigned: false })
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const bodies = [
    ['', 'json-invalid'],
    ['{', 'json-invalid'],
    ['null', 'document-malformed'],
    ['[]', 'document-malformed'],
    [nested, 'document-malformed'],
    ['['.repeat(200_000), 'json-invalid'],
    [JSON.stringify({ payload: 1, signatures: [] }), 'document-malformed'],
    [
      JSON.stringify({
        payload: Buffer.from(nested).toString('base64url'),
        signatures: [{ protected: 'e30', signature: 'AA' }],
      }),
      'document-not-canonical',
    ],
    [JSON.stringify({ payload: 'bm8', signatures: [{ protected: 'e30', signature: 'AA' }] }), 'document-not-canonical'],
    [
      JSON.stringify({
        payload: Buffer.from('"\\ud800"').toString('base64url'),
        signatures: [{ protected: 'e30', signature: 'AA' }],
      }),
      'document-not-canonical',
    ],
    [`{"payload":"e30","signatures":[{"protected":"e30","signature":"AA"}]}`, 'document-malformed'],
  ] as const
  for (const [body, code] of bodies) {
    await refused(await calls.write(signatory('cq'), SIGN, body), 400, code)
    await refused(await calls.ask({ method: 'POST', path: '/v1/keys', headers: {}, body }), 400, code)
  }
  expect(calls.failures).toEqual([])
})
