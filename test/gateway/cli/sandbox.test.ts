/** The sandbox's play over one data folder: thirty days come to what was promised, nothing is done twice, and what is asked to fail does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from '../../../gateway/cli/sandbox/table.ts'
import { runCommand } from './run.ts'
import {
  countsIn,
  MINUTES,
  openSandbox,
  type SandboxFolder,
  type Started,
  sandboxFolder,
} from './sandbox/open-sandbox.ts'

/** A Thursday, early in the afternoon. */
const THURSDAY = Date.parse('2026-11-26T13:05:00+08:00')

let folder: SandboxFolder
beforeAll(() => {
  folder = sandboxFolder()
})
afterAll(() => folder.remove())

const start = (time: number, stops?: (told: string) => boolean) => openSandbox(folder, time, stops)
const counts = () => countsIn(folder)

interface Line {
  readonly id: string
  readonly status: string
  readonly corrects: string | null
  readonly signatures: readonly { readonly asDeputy: boolean }[]
}

async function consultations({ stage }: Started): Promise<readonly Line[]> {
  const answer = await stage.client('sc-air-reviewer').read('/v1/consultations')
  return JSON.parse(answer.text()).consultations
}

const TODAY = 'daily-air-2026-11-26'

test(
  'a first start that is broken off, by a word or by a fall, is gone on with to thirty days of both sides',
  async () => {
    const stopped = await start(THURSDAY)
    expect(await stopped.play(() => stopped.told.some((told) => told.startsWith('2026-10-29')))).toBeNull()
    await stopped.close()
    const first = await start(THURSDAY + MINUTES, (told) => told.startsWith('2026-10-31'))
    await expect(first.play()).rejects.toThrow('the power goes')
    await first.close()
    const before = await counts()
    expect(before.submissions).toBeGreaterThan(20)

    const sandbox = await start(THURSDAY + 2 * MINUTES)
    try {
      expect(await sandbox.play()).toBe('daily-air-2026-11-25')
      expect(sandbox.skipped).toEqual([])
      const all = await consultations(sandbox)
      const by = Map.groupBy(all, ({ status }) => status)
      expect(by.get('open')?.map(({ id }) => id)).toEqual([TODAY])
      expect(by.get('no-agreement')?.map(({ id }) => id)).toEqual(['daily-air-2026-11-22'])
      expect([...by.keys()].sort()).toEqual(['no-agreement', 'open', 'published'])
      const published = by.get('published') ?? []
      // Nine of the last ten days; three weeks of water and one of them corrected; outlook, warnings and the year's ratings.
      expect(published.filter(({ id }) => id.startsWith('daily-air-'))).toHaveLength(9)
      expect(
        published
          .map(({ id }) => id)
          .filter((id) => !id.startsWith('daily-air-'))
          .sort(),
      ).toEqual([
        'credit-list-2025',
        'warning-2026-11-23',
        'weekly-outlook-2026-11-24',
        'weekly-water-2026-11-02',
        'weekly-water-2026-11-02-2',
        'weekly-water-2026-11-09',
        'weekly-water-2026-11-16',
      ])
      expect(published.filter(({ corrects }) => corrects !== null).map(({ corrects }) => corrects)).toEqual([
        'weekly-water-2026-11-02',
      ])
      expect(published.filter(({ signatures }) => signatures.some(({ asDeputy }) => asDeputy))).toHaveLength(1)
      // What is for the two sides alone is not among them.
      const shown = await (await fetch(`${sandbox.running.gateway.config.origin}/v1/releases`)).text()
      expect(JSON.parse(shown).releases).toHaveLength(15)
      const waiting = await look(sandbox.stage.client('cq-air-operator'), TODAY)
      expect(waiting.objections).toHaveLength(1)
      expect(waiting.cells.filter(({ loud }) => loud).length).toBeGreaterThanOrEqual(5)
      expect(waiting.agreeBy - sandbox.running.gateway.now()).toBeGreaterThan(60 * MINUTES)
    } finally {
      await sandbox.close()
    }
    const { records, submissions, leaves } = await counts()
    expect(records).toBeGreaterThan(10_000)
    expect(submissions).toBeGreaterThan(200)
    expect(leaves).toBeGreaterThan(400)
  },
  6 * MINUTES,
)

test(
  'what it has left is clean by audit, and its originals come out the same again',
  async () => {
    const audit = await runCommand(['ledger', 'audit', '--data', folder.path])
    expect(audit).toMatchObject({ code: 0, stderr: '' })
    expect(audit.stdout).toContain('无误 · clean')
    const replay = await runCommand(['ledger', 'replay', '--data', folder.path])
    expect(replay.code, replay.stdout).toBe(0)
  },
  4 * MINUTES,
)

test(
  'a second start on the same day sends nothing and adds nothing to the ledger',
  async () => {
    const before = await counts()
    const second = await start(THURSDAY + 30 * MINUTES)
    expect(await second.play()).toBe('daily-air-2026-11-25')
    await second.close()
    expect([second.sent(), second.told, second.skipped, await counts()]).toEqual([0, [], [], before])
  },
  2 * MINUTES,
)

describe('on the next day', () => {
  let sandbox: Started
  beforeAll(async () => {
    sandbox = await start(Date.parse('2026-11-27T16:10:00+08:00'))
    await sandbox.play()
  }, 2 * MINUTES)
  afterAll(() => sandbox.close())
  const TOMORROW = 'daily-air-2026-11-27'

  test('the new day is there, what waited has run out of time, and another waits', async () => {
    expect(sandbox.skipped).toEqual([])
    expect(sandbox.told.filter((told) => told.startsWith('2026-11-27 both sides sent'))).toHaveLength(6)
    const status = new Map((await consultations(sandbox)).map(({ id, status }) => [id, status]))
    // Its officers had given it until half past three.
    expect([status.get(TODAY), status.get(TOMORROW)]).toEqual(['no-agreement', 'open'])
  })

  /** Asks for a failure as the page's form does, or as a program does. */
  const ask = async (asked: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${sandbox.running.gateway.config.origin}/sandbox/failures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ party: 'cq', consultation: TOMORROW, ...asked }),
    })
    expect(answer.status).toBe(200)
    return answer.json()
  }
  const drafter = () => sandbox.stage.client('cq-air-operator')
  const comment = (text: string, seen: number) =>
    drafter().step(TOMORROW, { type: 'comment', cell: null, revision: 0, text }, seen)

  test('the other side revises a cell: whoever edits what it was is told', async () => {
    const before = await look(drafter(), TOMORROW)
    const cell = before.cells.find(({ loud, editable, revision }) => loud && editable && revision === 0)
    if (!cell) throw new TypeError('expected a cell that differs')
    expect(await ask({ kind: 'revise', cell: cell.id })).toMatchObject({ kind: 'revise', caused: true })
    const after = await look(drafter(), TOMORROW)
    expect(after.cells.find(({ id }) => id === cell.id)).toMatchObject({ revision: 1 })
    const edit = { base: 0, cell: cell.id, reason: null, take: 'cq', value: JSON.parse(JSON.stringify(cell.sides.cq)) }
    await expect(
      drafter().step(TOMORROW, { type: 'revise', edits: [{ ...edit, take: 'cq' }] }, before.steps),
    ).rejects.toMatchObject({ code: 'cell-moved' })
  })

  test('the other side objects, by the post whose it is', async () => {
    const { objections } = await look(drafter(), TOMORROW)
    expect(await ask({ kind: 'object' })).toMatchObject({ caused: true })
    const after = await look(drafter(), TOMORROW)
    expect(after.objections).toHaveLength(objections.length + 1)
    expect(after.objections.at(-1)).toMatchObject({ party: 'sc' })
  })

  test('a cell there is none of is not spoken of', async () => {
    const { steps } = await look(drafter(), TOMORROW)
    const refused = await ask({ kind: 'object', consultation: 'daily-air-2001-01-01' })
    expect(refused).toMatchObject({ caused: false, text: { zh: expect.stringContaining('没有正在进行的会商') } })
    expect((await look(drafter(), TOMORROW)).steps).toBe(steps)
  })

  test('an answer that is lost leaves the step done once; so it is when it is tried again', async () => {
    const { steps } = await look(drafter(), TOMORROW)
    await ask({ kind: 'lose-answer' })
    await expect(comment('答复会丢失', steps)).rejects.toMatchObject({ code: 'network' })
    const after = await look(drafter(), TOMORROW)
    expect(after.steps).toBe(steps + 1)
  })

  test('connections that are cut are cut for all, and the next call gets through', async () => {
    const { origin } = sandbox.running.gateway.config
    const open = await fetch(`${origin}/v1/feed`, { headers: { accept: 'text/event-stream' } })
    const reading = open.body?.getReader()
    await ask({ kind: 'drop' })
    const ended = async () => {
      for (;;) if ((await reading?.read())?.done) return
    }
    await expect(ended()).rejects.toThrow()
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  })

  test('a deadline that is made to pass passes by the clock, after which nothing can be agreed', async () => {
    expect(await ask({ kind: 'deadline' })).toMatchObject({ caused: true })
    const seen = await look(drafter(), TOMORROW)
    expect(seen.status).toBe('no-agreement')
    await expect(sandbox.stage.client('cq-air-reviewer').agree(TOMORROW)).rejects.toMatchObject({
      code: 'deadline-passed',
    })
  })

  test('a full queue refuses writes with 503, while reading goes on', async () => {
    const { steps } = await look(drafter(), TOMORROW)
    await ask({ kind: 'busy' })
    await expect(comment('会商室网络拥塞', steps)).rejects.toMatchObject({ code: 'queue-full', status: 503 })
    expect((await look(drafter(), TOMORROW)).steps).toBe(steps)
  })

  test('what was asked for is on the page, newest first', async () => {
    const page = await (await fetch(`${sandbox.running.gateway.config.origin}/sandbox`)).text()
    const names = [...page.matchAll(/<li><b>([^<]+)<\/b>/g)].map(([, name]) => name)
    expect(names).toEqual([
      '队列已满（503）',
      '截止时间到',
      '切断连接',
      '答复丢失',
      '对方提出异议',
      '对方提出异议',
      '对方改动同一格',
    ])
  })
})
