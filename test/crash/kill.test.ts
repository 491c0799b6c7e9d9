/** kill -9 in the middle of submissions: a receipt that was sent holds for good, and nothing is half there. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClientError } from '../../gateway/client/client.ts'
import { readKey } from '../../gateway/key-file.ts'
import { readConfig } from '../../gateway/node.ts'
import { runCommand } from '../gateway/cli/run.ts'
import { type RunningWorld, startWorld } from '../gateway/cli/running.ts'
import {
  type Claim,
  CONTRACT,
  expectConsistent,
  expectKept,
  type LogName,
  openSeen,
  readCheckpoint,
  type SeenCheckpoint,
  send,
} from './claims.ts'
import { type Dice, dice, seedOf } from './dice.ts'
import { fileMaker, fileOf, SENDERS } from './files.ts'
import { type Served, serve } from './served.ts'
import { expectWhole } from './whole.ts'

const KILLS = Number(process.env.CHUANYU_KILLS ?? (process.env.CI ? 50 : 5))
const SEED = seedOf(process.env, Date.now())
/** Longest that a gateway works before it is killed, ms. */
const LONGEST = 600
const MINUTES = 60_000
/** After every restart this many of the last checkpoints are held against the new one, which were held against those before; at the end, all. */
const RECENT = 100

let world: RunningWorld
let log: LogName
let served: Served | null = null

beforeAll(async () => {
  world = await startWorld()
  await world.stop()
  const { jwk } = readKey(join(world.data, 'keys', 'log.jwk'))
  if (jwk.kty !== 'OKP') throw new TypeError('expected an Ed25519 log key')
  log = { name: readConfig(world.data).log, publicKey: Buffer.from(jwk.x, 'base64url') }
}, MINUTES)

afterAll(async () => {
  await served?.kill()
  await world.close()
})

async function start(): Promise<Served> {
  served = serve(world.data)
  await served.ready
  return served
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends file after file until the gateway is gone; the last one may be without an answer. */
async function load(claims: Claim[], client: Claim['client'], next: () => Claim['file']): Promise<void> {
  for (;;) {
    const claim: Claim = { client, file: next(), receipt: null }
    claims.push(claim)
    try {
      await send(claim)
    } catch (error) {
      if (error instanceof ClientError && error.code === 'network') return
      throw error
    }
  }
}

/** A blob as a crash leaves it: written, and of no submission. */
function plant(): string {
  const id = randomBytes(16).toString('hex')
  const parent = join(world.data, 'evidence', id.slice(-2))
  mkdirSync(parent, { recursive: true })
  writeFileSync(join(parent, id), 'sealed')
  return join(parent, id)
}

function age(file: string, hours: number): string {
  const then = new Date(Date.now() - hours * 3_600_000)
  utimesSync(file, then, then)
  return file
}

function largeBlobs(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ file, receipt }) => {
    const id = receipt?.checked.header.submission
    return file.large && id !== undefined ? [join(world.data, 'evidence', id.slice(-2), id)] : []
  })
}

/** The values that one record is given by turns: A, B, A … */
function turnOf(kill: number): string {
  return kill % 2 === 0 ? '1.1' : '2.2'
}

function checkpointsOf(claims: readonly Claim[]): readonly SeenCheckpoint[] {
  const found = claims.flatMap(({ receipt }) => (receipt ? [openSeen(receipt.checked.checkpoint, log)] : []))
  return [...new Map(found.map((one) => [one.size, one])).values()]
}

/** Kills a gateway while it starts: what it was doing to the database then must not matter. */
async function killStarting(throws: Dice): Promise<void> {
  served = serve(world.data)
  await sleep(throws.between(50, 600))
  await served.kill()
}

async function audit(): Promise<void> {
  const { code, stdout, stderr } = await runCommand(['ledger', 'audit', '--data', world.data])
  expect({ code, said: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, said: '' })
}

test(
  `after ${KILLS} kills every receipt is in the ledger and the store, and the audit is clean`,
  async () => {
    process.stderr.write(`CHUANYU_SEED=${SEED} CHUANYU_KILLS=${KILLS}\n`)
    const throws = dice(SEED)
    const { sides } = world
    const clients = { cq: world.client(sides.cq.agency), sc: world.client(sides.sc.agency) }
    const makers = SENDERS.map((sender, at) => ({
      client: clients[sender.party],
      next: fileMaker(sender, dice(SEED + at + 1)),
    }))
    const turn = (value: string): Claim => ({
      client: clients.cq,
      file: fileOf({ party: 'cq', name: '寸滩' }, Date.parse('2025-11-04T08:00:00+08:00'), 1, { value: () => value }),
      receipt: null,
    })
    const lastWord = async (): Promise<unknown> => {
      const path = `/v1/records/${CONTRACT}?party=cq&section=${encodeURIComponent('cq-寸滩')}`
      return (await clients.cq.read(path)).json()
    }
    const expectLastWord = async (value: string): Promise<void> => {
      expect(await lastWord()).toMatchObject({ records: [{ record: { results: { codMn: { reported: value } } } }] })
    }

    const all: Claim[] = []
    const seen = new Map<number, SeenCheckpoint>()
    const told = { unanswered: 0, committed: 0 }
    let since = 0

    /** Starts the gateway that was killed, and holds it to all that was said before. */
    const restart = async (cycle: readonly Claim[]): Promise<Served> => {
      const running = await start()
      const now = await readCheckpoint(clients.cq, log)
      const answered = cycle.filter(({ receipt }) => receipt)
      for (const one of checkpointsOf(answered)) seen.set(one.size, one)
      await expectConsistent(clients.cq, [...seen.values()].slice(-RECENT), now)
      await expectKept(answered, now)
      // What had no answer is all in, and then gives its receipt again, or not at all.
      const unanswered = cycle.filter(({ receipt }) => !receipt)
      for (const claim of unanswered) if ((await send(claim)) === 200) told.committed++
      told.unanswered += unanswered.length
      const then = await readCheckpoint(clients.cq, log)
      await expectKept(unanswered, then)
      seen.set(then.size, then)
      all.push(...cycle)
      return running
    }

    let cycle: Claim[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const running = await restart(cycle)
      if (kill > 0) {
        await expectLastWord(turnOf(kill - 1))
        expect(await send(turn(turnOf(kill - 1)))).toBe(200)
      }
      // The value before last once more is new work, since another came between.
      const said = turn(turnOf(kill))
      expect(await send(said)).toBe(201)

      cycle = [said]
      const working = makers.map(({ client, next }) => load(cycle, client, next))
      await sleep(throws.between(20, LONGEST))
      await running.kill()
      await Promise.all(working)
      if (throws.below(4) === 0) await killStarting(throws)
      if (throws.below(2) === 0) since = await expectWhole(world.data, since)
    }
    await audit()
    const [orphan, fresh] = [age(plant(), 2), plant()]
    const kept = largeBlobs(all).map((blob) => age(blob, 2))
    await restart(cycle)
    expect([orphan, fresh].map((blob) => existsSync(blob))).toEqual([false, true])
    expect(kept.filter((blob) => !existsSync(blob))).toEqual([])
    await expectLastWord(turnOf(KILLS - 1))

    expect(await send(turn('1.1'))).toBe(KILLS % 2 === 0 ? 201 : 200)
    await expectLastWord('1.1')
    const end = await readCheckpoint(clients.cq, log)
    await expectConsistent(clients.cq, [...seen.values(), ...checkpointsOf(all)], end)
    await expectKept(all, end)
    expect(await served?.stop()).toBe(0)
    await expectWhole(world.data, 0)
    await audit()
    const large = all.filter(({ file }) => file.large).length
    process.stderr.write(
      `${all.length} submissions (${large} large), ${end.size} leaves; ${told.unanswered} without an answer, of which ${told.committed} had been committed\n`,
    )
    expect(large).toBeGreaterThan(0)
  },
  15 * MINUTES,
)
