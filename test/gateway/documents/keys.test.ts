import { afterEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { openGateway } from '../../../gateway/gateway.ts'
import type { GrantedRole } from '../../../gateway/identity/access.ts'
import { assembleDocument, type GeneralJws, signDocument } from '../../../gateway/identity/document.ts'
import { KEY_LIST_TYP } from '../../../gateway/identity/keys.ts'
import { CONTRACT, callsOf, refused } from '../http/calls.ts'
import { newKey, openWorld, type World, type WorldKey } from '../world.ts'

const worlds: World[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

async function opened() {
  const world = await openWorld({ unsigned: true })
  worlds.push(world)
  const calls = callsOf(world)
  /** A side's next list with more keys on it, signed by its root or another. */
  function list(
    party: PartyId,
    more: readonly (readonly [WorldKey, GrantedRole])[],
    { root = world.sides[party].root, change = (value: object): object => value } = {},
  ): GeneralJws {
    const last = world.gateway.standing.keys().lists.get(party)
    const listed = [...world.gateway.standing.keys().keys.values()].filter((key) => key.party === party)
    const keys = [
      ...listed.map(({ agency, alg, jwk, kid, operator, roles, status }) => ({
        agency,
        alg,
        jwk,
        kid,
        operator,
        roles,
        status,
      })),
      ...more.map(([{ alg, jwk, kid }, role]) => ({
        agency: `${party}-monitoring`,
        alg,
        jwk,
        kid,
        operator: null,
        roles: [role],
        status: 'active',
      })),
    ]
    const payload = canonical(
      change({
        edition: (last?.edition ?? 0) + 1,
        issued: '2026-11-10T08:00:00+08:00',
        keys,
        party,
        previous: last?.digest ?? null,
      }),
    )
    return assembleDocument(payload, [signDocument(payload, { ...root, typ: KEY_LIST_TYP })])
  }
  const put = (jws: GeneralJws) =>
    calls.ask({ method: 'POST', path: '/v1/keys', headers: {}, body: JSON.stringify(jws) })
  return { world, calls, list, put }
}

describe('a key list', () => {
  test('takes effect when its root has signed it: no request signature is needed, and none would help', async () => {
    const { calls, list, put } = await opened()
    const key = newKey('ecdsa-p256-sha256')
    const path = `/v1/submissions/${'0'.repeat(32)}`
    await refused(await calls.read(key, path), 401, 'key-unknown')
    expect((await put(list('sc', [[key, 'agency']]))).status).toBe(201)
    await refused(await calls.read(key, path), 404, 'submission-unknown')
  })

  test("of one side signed by the other's root, by a listed key or a stranger is refused", async () => {
    const { world, list, put } = await opened()
    const size = world.gateway.log.head().size
    await refused(await put(list('sc', [], { root: world.sides.cq.root })), 400, 'key-list-malformed')
    await refused(await put(list('sc', [], { root: world.sides.sc.signatory })), 422, 'document-signer-unknown')
    await refused(await put(list('sc', [], { root: newKey() })), 422, 'document-signer-unknown')
    expect(world.gateway.log.head().size).toBe(size)
  })

  test('out of order, sent again, or with a changed past is refused', async () => {
    const { world, list, put } = await opened()
    const good = list('sc', [])
    await refused(await put(list('sc', [], { change: (value) => ({ ...value, edition: 9 }) })), 409, 'key-list-order')
    await refused(
      await put(list('sc', [], { change: (value) => ({ ...value, previous: 'a'.repeat(64) }) })),
      409,
      'key-list-order',
    )
    await refused(await put(list('sc', [], { change: (value) => ({ ...value, keys: [] }) })), 409, 'key-list-conflict')
    await refused(await put(list('sc', [[world.sides.cq.agency, 'agency']])), 409, 'key-list-conflict')
    await refused(await put(list('sc', [[world.sides.sc.root, 'agency']])), 400, 'key-list-malformed')
    expect((await put(good)).status).toBe(201)
    await refused(await put(good), 409, 'key-list-order')
  })

  test('of two that come at once for one edition one is taken', async () => {
    const { list, put } = await opened()
    const answers = await Promise.all([put(list('sc', [[newKey(), 'audit']])), put(list('sc', [[newKey(), 'audit']]))])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('of both sides that name one key at once is taken for one side, and the ledger can be opened again', async () => {
    const { world, calls, list, put } = await opened()
    const key = newKey()
    const answers = await Promise.all([put(list('sc', [[key, 'audit']])), put(list('cq', [[key, 'audit']]))])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const lost = answers.find(({ status }) => status === 409)
    if (lost) await refused(lost, 409, 'key-list-conflict')
    const { config, store, blobs, now, random } = world.gateway
    const again = await openGateway(config, { store, blobs, now, random })
    expect(again.standing.keys().keys.get(key.kid)).toMatchObject({ roles: ['audit'] })
    expect(calls.failures).toEqual([])
  })

  test('that revokes a key stops it and does not bring it back', async () => {
    const { world, calls, list, put } = await opened()
    const { agency } = world.sides.sc
    await world.listKeys('sc', [agency])
    await refused(await calls.read(agency, `/v1/records/${CONTRACT}`), 401, 'key-revoked')
    const revived = list('sc', [], {
      change: (value) => JSON.parse(JSON.stringify(value).replaceAll('"status":"revoked"', '"status":"active"')),
    })
    await refused(await put(revived), 409, 'key-list-conflict')
  })
})
