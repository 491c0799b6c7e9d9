/** Files of a running gateway moved away, replaced or made unusable: /readyz says so, nothing is acknowledged meanwhile, and all is well once they are back. */
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PartyId } from '../../../contracts/types.ts'
import { ClientError } from '../../../gateway/client/error.ts'
import { watchPlace } from '../../../gateway/machine/place.ts'
import { CONTRACT, file, largeFile } from '../cli/audit-store.ts'
import { runCommand } from '../cli/run.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'

let world: RunningWorld
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.close())

const at = (name: string) => join(world.data, name)

/** What is not well, with why. */
async function unwell(): Promise<Record<string, string>> {
  const response = await fetch(`${world.origin}/readyz`)
  const { checks }: { checks: Record<string, { ok: boolean; reason?: { en: string } }> } = JSON.parse(
    await response.text(),
  )
  const found = Object.entries(checks).flatMap(([name, { ok, reason }]) => (ok ? [] : [[name, reason?.en ?? '']]))
  expect(response.status).toBe(found.length === 0 ? 200 : 503)
  return Object.fromEntries(found)
}

const send = (bytes: Uint8Array, party: PartyId = 'cq') =>
  world.client(world.sides[party].agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })

async function refusedWith(bytes: Uint8Array, party: PartyId = 'cq') {
  const error = await send(bytes, party).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ClientError)
  return error instanceof ClientError ? { status: error.status, code: error.code, after: error.retryAfter } : null
}

const UNAVAILABLE = { status: 503, code: 'store-unavailable', after: 30 }

describe('the store', () => {
  test.each([
    ['chuanyu.sqlite', '2025-10-07 04:00'],
    ['chuanyu.sqlite-wal', '2025-10-08 04:00'],
  ])('%s moved away takes nothing more, and everything again when it is back', async (name, time) => {
    const bytes = file(['朱沱', time, '1.1'])
    expect(await unwell()).toEqual({})
    renameSync(at(name), at('elsewhere'))
    expect(await unwell()).toEqual({ files: `${name} is not where it was` })
    expect(await refusedWith(bytes)).toEqual(UNAVAILABLE)
    renameSync(at('elsewhere'), at(name))
    expect(await unwell()).toEqual({})
    expect((await send(bytes)).repeated).toBe(false)
  })

  test('a copy in its place is not taken for it', async () => {
    renameSync(at('chuanyu.sqlite'), at('elsewhere'))
    copyFileSync(at('elsewhere'), at('chuanyu.sqlite'))
    expect(await unwell()).toEqual({ files: 'another chuanyu.sqlite stands in its place' })
    expect(await refusedWith(file(['朱沱', '2025-10-09 04:00', '1.1']))).toEqual(UNAVAILABLE)
    renameSync(at('elsewhere'), at('chuanyu.sqlite'))
    expect(await unwell()).toEqual({})
  })

  test('is whole after all that', async () => {
    const { code, stdout } = await runCommand(['ledger', 'audit', '--data', world.data, '--json'])
    expect({ code, ok: JSON.parse(stdout).ok }).toEqual({ code: 0, ok: true })
  })
})

test('the folder of evidence moved away is told, and a large file is not acknowledged without its original', async () => {
  const first = await send(largeFile(), 'sc')
  expect(first.repeated).toBe(false)
  renameSync(at('evidence'), at('elsewhere'))
  expect(await unwell()).toEqual({ files: 'evidence is not where it was' })
  writeFileSync(at('evidence'), '')
  expect(await unwell()).toEqual({ files: 'another evidence stands in its place' })
  const other = Buffer.from(Buffer.from(largeFile()).toString('utf8').replaceAll('备', '注'))
  expect(await refusedWith(other, 'sc')).toEqual(UNAVAILABLE)
  rmSync(at('evidence'))
  renameSync(at('elsewhere'), at('evidence'))
  expect(await unwell()).toEqual({})
  expect((await send(other, 'sc')).repeated).toBe(false)
})

test('a security log taken away is told, and goes on in a new file when its folder is back', async () => {
  renameSync(at('security'), at('elsewhere'))
  expect(Object.keys(await unwell())).toEqual(['security-log'])
  await fetch(`${world.origin}/v1/records/${CONTRACT}`)
  expect(Object.keys(await unwell())).toEqual(['security-log'])
  renameSync(at('elsewhere'), at('security'))
  // Another refusal than the last, so that it is a line at once.
  await fetch(`${world.origin}/v1/admin/status`, { headers: { signature: 'x', 'signature-input': 'y' } })
  expect(await unwell()).toEqual({})
  expect(await runCommand(['security-log', 'verify', '--data', world.data])).toMatchObject({ code: 0 })
})

test('a place that is not there yet counts from when it is', () => {
  const place = watchPlace(at('later'))
  expect(place.fault()).toBeNull()
  copyFileSync(at('gateway.json'), at('later'))
  expect(place.fault()).toBeNull()
  rmSync(at('later'))
  expect(place.fault()?.en).toBe('later is not where it was')
})
