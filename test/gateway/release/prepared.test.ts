/** What is on a table is worked out once, for as long as nothing it is made of has changed, and no longer. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keeping } from '../../../gateway/release/consultation/kept.ts'
import { prepared } from '../../../gateway/release/consultation/prepared.ts'
import { on, playWeek } from '../week.ts'
import { csv } from '../world.ts'
import { ID, type OpenDesk, openDesk, REQUEST } from './desk.ts'

describe('what is kept by a key', () => {
  test('is made once, also for those who ask while it is being made', async () => {
    const keep = keeping<number>(3)
    let made = 0
    const make = async (): Promise<number> => ++made
    expect(await Promise.all([keep('a', make), keep('a', make), keep('a', make)])).toEqual([1, 1, 1])
    expect(await keep('a', make)).toBe(1)
    expect(await keep('b', make)).toBe(2)
  })

  test('is let go when it is the one not asked for longest', async () => {
    const keep = keeping<string>(2)
    const made: string[] = []
    const ask = (key: string) =>
      keep(key, async () => {
        made.push(key)
        return key
      })
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  test('is not kept when making it fails', async () => {
    const keep = keeping<string>(2)
    await expect(keep('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await keep('a', async () => 'yes')).toBe('yes')
  })
})

describe('a table', () => {
  let open: OpenDesk
  let read = 0
  beforeEach(async () => {
    open = await openDesk({
      over: (store) => ({
        ...store,
        records(query) {
          read++
          return store.records(query)
        },
      }),
    })
    await playWeek(open.world)
    read = 0
  })
  afterEach(async () => {
    await open.world.close()
    expect(open.calls.failures).toEqual([])
  })
  const revise = (value: string, base: number) =>
    open.desk.step('sc', 'operator', ID, {
      type: 'revise',
      edits: [{ base, cell: 'statement', reason: '会商意见', take: 'own', value }],
    })
  const consultation = async () => {
    const found = await open.world.gateway.consultations.find(ID)
    if (!found) throw new TypeError('expected the consultation')
    return found
  }

  test('reads its records once, whatever is said, revised, agreed and signed on them; a rebase reads them anew', async () => {
    const { desk, world } = open
    await desk.propose(REQUEST)
    expect(read).toBe(1)
    await desk.show(ID)
    await revise('甲', 0)
    await desk.step('cq', 'operator', ID, { type: 'comment', cell: 'statement', revision: 1, text: '同意' })
    await revise('乙', 1)
    await desk.agreed(ID)
    expect(read).toBe(1)
    await desk.step('cq', 'reviewer', ID, { type: 'object', cell: null, revision: 0, text: '有新数据' })
    await world.submit('cq', csv([['晒网坝', on(2, 4), '7.9']]))
    read = 0
    const basis = world.gateway.log.head().size
    expect((await desk.step('sc', 'operator', ID, { type: 'rebase', basis })).status).toBe(201)
    expect(read).toBe(1)
  })

  test('is the very same while it is only talked about, and another as soon as anything in it is', async () => {
    const { desk, world } = open
    await desk.propose(REQUEST)
    const first = await prepared(world.gateway, await consultation())
    await desk.step('cq', 'operator', ID, { type: 'comment', cell: null, revision: 0, text: '收到' })
    expect(await prepared(world.gateway, await consultation())).toBe(first)
    await revise('甲', 0)
    const second = await prepared(world.gateway, await consultation())
    expect(second.frozen.digest).not.toBe(first.frozen.digest)
    expect(second.table.cells[0]?.joint).toBe('甲')
    await world.listKeys('cq')
    const third = await prepared(world.gateway, await consultation())
    expect(third.frozen.release.keys.cq.edition).toBe(2)
    expect(third.frozen.digest).not.toBe(second.frozen.digest)
    await desk.agreed(ID)
    // Agreed it is the document of that name; opened again it would be the next.
    expect((await prepared(world.gateway, await consultation())).frozen).toMatchObject({
      id: `release/${ID}`,
      digest: third.frozen.digest,
    })
    await desk.step('cq', 'reviewer', ID, { type: 'object', cell: null, revision: 0, text: '?' })
    expect((await prepared(world.gateway, await consultation())).frozen.id).toBe(`release/${ID}-r2`)
  })

  test('made while a key list came is of one list throughout', async () => {
    const { desk, world } = open
    await desk.propose(REQUEST)
    await revise('甲', 0)
    const asked = Promise.all(Array.from({ length: 5 }, async () => prepared(world.gateway, await consultation())))
    const listed = world.listKeys('cq')
    const made = await asked
    await listed
    for (const { frozen } of [...made, await prepared(world.gateway, await consultation())])
      expect(frozen.release.keys.cq.digest).toBe(frozen.underKeys.cq)
    expect((await prepared(world.gateway, await consultation())).frozen.release.keys.cq.edition).toBe(2)
  })
})

describe('consultations', () => {
  test('are folded anew only where something happened', async () => {
    const open = await openDesk()
    await playWeek(open.world)
    const { desk, world } = open
    for (const _ of [1, 2]) await desk.propose(REQUEST)
    const before = await world.gateway.consultations.all()
    await desk.step('cq', 'operator', ID, { type: 'comment', cell: null, revision: 0, text: '收到' })
    const after = await world.gateway.consultations.all()
    expect(after.map(({ id }) => id)).toEqual([ID, `${ID}-2`])
    expect(after[0]?.state.remarks).toHaveLength(1)
    expect(after[0]).not.toBe(before[0])
    expect(after[1]).toBe(before[1])
    await desk.agreed(ID)
    await desk.sign('cq', ID)
    const signed = await world.gateway.consultations.find(ID)
    expect(signed?.state.phase).toBe('signed-by-one')
    await open.world.close()
    expect(open.calls.failures).toEqual([])
  })
})
