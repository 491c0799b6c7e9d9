/** The audit holds what came across an air gap to the package kept with it: a gateway that puts another one there is found out. */
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealFiles } from '../../../gateway/client/package.ts'
import { sha256Hex } from '../../../gateway/identity/digest.ts'
import { readGeneralJws } from '../../../gateway/identity/document.ts'
import { openPackage } from '../../../gateway/identity/package.ts'
import type { EvidenceHead } from '../../../gateway/intake/evidence.ts'
import { CONTRACT, file } from './audit-store.ts'
import { type Ran, runCommand } from './run.ts'
import { type RunningWorld, startWorld } from './running.ts'

let world: RunningWorld
beforeEach(async () => {
  world = await startWorld()
}, 60_000)
afterEach(() => world.close())

/** A package of one reading, opened. */
function packed(day: number, window = 604_800) {
  const files = [{ name: `${day}.csv`, bytes: file(['朱沱', `2025-11-0${day} 08:00`, '1.1']), mediaType: 'text/csv' }]
  const { origin, sides } = world
  const body = Buffer.from(
    sealFiles({ origin, contract: CONTRACT, key: sides.cq.agency, files, now: Date.now, random: randomBytes, window }),
  )
  const { manifest, files: contents } = openPackage(body)
  const [head] = manifest.files
  const [bytes] = contents
  if (!head || !bytes) throw new TypeError('no file')
  const jws = readGeneralJws(JSON.parse(body.subarray(0, body.indexOf(0x0a)).toString('utf8')))
  return { head, bytes, jws, manifest }
}

/** Takes a packed file in as an operator could who goes round the endpoint, and audits what is then stored. */
async function auditWith(one: ReturnType<typeof packed>, change: (head: EvidenceHead) => EvidenceHead): Promise<Ran> {
  const { gateway } = world.running()
  const { standing, intake } = gateway
  const contract = standing.contract(CONTRACT)
  const adapter = gateway.adapter(CONTRACT, 'cq')
  const registry = adapter && standing.registry(adapter.register)
  if (!contract || !adapter || !registry) throw new TypeError('no terms')
  const { contentDigest, contentType, method, signature, signatureInput, targetUri } = one.head
  const { kid } = world.sides.cq.agency
  const [, nonce = ''] = /nonce="([^"]+)"/.exec(signatureInput) ?? []
  await intake.submit({
    ...{ party: 'cq', agency: 'cq-monitoring', kid, idempotencyKey: null, mediaType: contentType },
    nonce: { kid, nonce, expires: (one.manifest.expires + 30) * 1000 },
    ...{ bytes: one.bytes, digest: sha256Hex(one.bytes), at: one.manifest.created * 1000 },
    evidence: change({ method, targetUri, contentType, contentDigest, signatureInput, signature, package: one.jws }),
    ...{ contract: contract.contract, contractDigest: contract.document.digest, registry, adapter },
  })
  await world.stop()
  return runCommand(['ledger', 'audit', '--data', world.data])
}

test('the package a file came in is sound', async () => {
  expect(await auditWith(packed(1), (head) => head)).toMatchObject({ code: 0 })
})

test('another package in its place is found', async () => {
  const other = packed(2)
  const { code, stdout } = await auditWith(packed(1), (head) => ({ ...head, package: other.jws }))
  expect(code).toBe(3)
  expect(stdout).toContain('it is not in the package kept with it')
})

test('none in its place is found: its signature serves nowhere else', async () => {
  const { code, stdout } = await auditWith(packed(1), ({ package: _gone, ...head }) => head)
  expect(code).not.toBe(0)
  expect(stdout).toContain('tag')
})

test('one whose signature does not hold is found', async () => {
  const { code, stdout } = await auditWith(packed(1), (head) => {
    const [first] = packed(2).jws.signatures
    return { ...head, package: { payload: head.package?.payload ?? '', signatures: first ? [first] : [] } }
  })
  expect(code).not.toBe(0)
  expect(stdout).toContain('✗')
})
