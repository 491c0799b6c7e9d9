import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { verifyReceipt } from '../../../gateway/client/verify/index.ts'
import { signDocument } from '../../../gateway/identity/document.ts'
import { parseCheckpoint } from '../../../gateway/ledger/checkpoint.ts'
import { parseNote } from '../../../gateway/ledger/note.ts'
import { verifyInclusion } from '../../../gateway/ledger/verify.ts'
import { csv, newKey, openWorld, type World } from '../world.ts'
import { changes } from './tamper.ts'

let world: World
let receipt: string

beforeAll(async () => {
  world = await openWorld()
  receipt = (await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '2.1']]))).receipt
})
afterAll(() => world.close())

const trust = () => ({ gatewayJwk: world.gateway.config.gatewayKey.jwk, logVerifier: world.gateway.logVerifier })

describe('a receipt', () => {
  test('verifies as sent, and its leaf is the one the ledger proves', async () => {
    const report = verifyReceipt(receipt, trust())
    if (!report.ok) throw new Error(report.detail.en)
    const { index, leafHash, header } = report
    expect(header).toMatchObject({ party: 'cq', agency: 'cq-monitoring', accepted: { count: 1 } })
    const { checkpoint } = world.gateway.log.head()
    const { size, root } = parseCheckpoint(parseNote(checkpoint ?? '').text)
    const proof = await world.gateway.log.inclusion(index, size)
    expect(verifyInclusion({ index, size, root, proof, leafHash: Buffer.from(leafHash, 'hex') })).toBe(true)
  })

  test('does not verify when anything in it is changed', () => {
    const passed: string[] = []
    for (const { path, value } of changes(JSON.parse(receipt))) {
      if (verifyReceipt(canonical(value), trust()).ok) passed.push(path)
    }
    expect(passed).toEqual([])
  })

  test('does not verify unless it is exactly as sent', () => {
    expect(verifyReceipt(`${receipt}\n`, trust()).ok).toBe(false)
    expect(verifyReceipt(receipt.replace('"v":1', '"v":1,"v":1'), trust()).ok).toBe(false)
  })

  test("does not verify under another gateway's or log's key, nor with a key that is none", async () => {
    expect(verifyReceipt(receipt, { ...trust(), gatewayJwk: newKey().jwk }).ok).toBe(false)
    expect(verifyReceipt(receipt, { ...trust(), gatewayJwk: null }).ok).toBe(false)
    const other = await openWorld()
    expect(verifyReceipt(receipt, { ...trust(), logVerifier: other.gateway.logVerifier }).ok).toBe(false)
    await other.close()
    expect(verifyReceipt(receipt, { ...trust(), logVerifier: 'log' }).ok).toBe(false)
  })

  test('does not verify when its leaf is past its checkpoint, though the gateway signed it so', () => {
    const { receipt: said } = JSON.parse(receipt)
    const moved = canonical({ ...said, leaf: { ...said.leaf, index: 1000 } })
    const signature = signDocument(moved, { ...world.gateway.config.gatewayKey, typ: 'chuanyu-receipt+jws' })
    expect(verifyReceipt(canonical({ receipt: JSON.parse(moved), signature }), trust()).ok).toBe(false)
  })
})
