/** Two gateways over one store, each with a desk of its own: of two acts at once one counts, whichever way they come, and both gateways then tell the same. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PARTIES } from '../../../contracts/types.ts'
import { verifyBundle } from '../../../gateway/client/verify/index.ts'
import { openGateway } from '../../../gateway/gateway.ts'
import type { Store } from '../../../gateway/ports.ts'
import { type Calls, callsOf, gate, refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { playWeek } from '../week.ts'
import { type Desk, deskOf, ID, type OpenDesk, openDesk, REQUEST } from './desk.ts'

/** A gateway's way to the store, which can be shut, and how often it was asked to append. */
function door() {
  const held = gate()
  const asked = { count: 0 }
  return {
    ...held,
    asked,
    over(store: Store): Store {
      const shut = held.over(store)
      return {
        ...shut,
        append(...args) {
          asked.count++
          return shut.append(...args)
        },
      }
    },
  }
}

let here: OpenDesk
let there: { readonly calls: Calls; readonly desk: Desk }
let doors: { readonly here: ReturnType<typeof door>; readonly there: ReturnType<typeof door> }

beforeEach(async () => {
  doors = { here: door(), there: door() }
  let raw: Store | undefined
  here = await openDesk({
    over(store) {
      raw = store
      return doors.here.over(store)
    },
  })
  await playWeek(here.world)
  if (!raw) throw new TypeError('expected a store')
  const { config, blobs, now, random } = here.world.gateway
  const ports = { store: doors.there.over(raw), blobs, now, random, shared: true }
  const world = { ...here.world, gateway: await openGateway({ ...config }, ports) }
  const calls = callsOf(world)
  there = { calls, desk: deskOf(world, calls) }
})
afterEach(async () => {
  await here.world.close()
  expect(here.calls.failures).toEqual([])
  expect(there.calls.failures).toEqual([])
})

/** What a gateway judges, and cannot put in the ledger before the other has put something else there. */
async function meanwhile(
  mine: () => Promise<Response>,
  theirs: () => Promise<unknown>,
  { asked, shut, open } = doors.here,
): Promise<Response> {
  shut()
  const before = asked.count
  const waiting = mine()
  // It has been judged when it asks the store.
  await expect.poll(() => asked.count, { interval: 5, timeout: 5000 }).toBe(before + 1)
  const done = await theirs()
  if (done instanceof Response) expect(done.status).toBe(201)
  open()
  const answer = await waiting
  await here.world.gateway.log.refresh()
  return answer
}

async function same(id = ID): Promise<Record<string, unknown>> {
  const [mine, theirs] = [await here.desk.show(id), await there.desk.show(id)]
  expect(theirs).toEqual(mine)
  return mine
}

const talk = (text: string) => ({ type: 'comment', cell: null, revision: 0, text })
const objection = { type: 'object', cell: null, revision: 0, text: '不同意' }

async function proposed(): Promise<string> {
  const { id } = await jsonOf(await there.desk.propose(REQUEST), 201)
  await here.world.gateway.log.refresh()
  return id
}

async function agreed(): Promise<string> {
  const id = await proposed()
  await there.desk.agreed(id)
  await here.world.gateway.log.refresh()
  return id
}

test('two steps for one place: the first counts, and the second is told that the consultation has moved on', async () => {
  await proposed()
  const late = await meanwhile(
    () => here.desk.step('cq', 'operator', ID, talk('甲')),
    () => there.desk.step('sc', 'operator', ID, talk('乙')),
  )
  await refused(late, 409, 'consultation-moved')
  expect((await here.desk.step('cq', 'operator', ID, talk('甲'))).status).toBe(201)
  const { remarks } = await same()
  expect(remarks).toMatchObject([{ text: '乙' }, { text: '甲' }])
})

test('two edits of one cell: the second has to look at the first', async () => {
  await proposed()
  const edit = (value: string) => ({
    type: 'revise',
    edits: [{ base: 0, cell: 'statement', reason: '会商意见', take: 'own', value }],
  })
  const mine = () => here.desk.step('cq', 'operator', ID, edit('甲'))
  await refused(
    await meanwhile(mine, () => there.desk.step('sc', 'operator', ID, edit('乙'))),
    409,
    'consultation-moved',
  )
  await refused(await mine(), 409, 'cell-moved')
  expect(await same()).toMatchObject({ payload: { statement: '乙' } })
})

test('an agreement to what is being revised is not one', async () => {
  await proposed()
  await there.desk.agree('sc', ID)
  await here.world.gateway.log.refresh()
  const edit = { base: 0, cell: 'statement', reason: '会商意见', take: 'own', value: '乙' }
  const late = await meanwhile(
    () => here.desk.agree('cq', ID),
    () => there.desk.step('sc', 'operator', ID, { type: 'revise', edits: [edit] }),
  )
  await refused(late, 409, 'consultation-moved')
  expect(await same()).toMatchObject({ status: 'open', agreements: { cq: null, sc: null } })
})

test('an agreement that would freeze what a key list has moved is not one', async () => {
  await proposed()
  await there.desk.agree('sc', ID)
  const late = await meanwhile(
    () => there.desk.agree('cq', ID),
    () => here.world.listKeys('sc'),
    doors.there,
  )
  await refused(late, 409, 'keys-moved')
  expect(await same()).toMatchObject({ status: 'open', agreements: { cq: null } })
  for (const party of ['cq', 'sc'] as const) expect((await there.desk.agree(party, ID)).status).toBe(201)
  await here.world.gateway.log.refresh()
  expect(await same()).toMatchObject({ status: 'agreed', payload: { keys: { sc: { edition: 2 } } } })
})

test('a signature on what is being objected to does not land', async () => {
  await agreed()
  await there.desk.sign('sc', ID)
  await here.world.gateway.log.refresh()
  await there.desk.step('sc', 'signatory', ID, { type: 'unsign', reason: '有误' })
  await there.desk.agreed(ID)
  await here.world.gateway.log.refresh()
  const late = await meanwhile(
    () => here.desk.sign('cq', ID),
    () => there.desk.step('sc', 'reviewer', ID, objection),
  )
  await refused(late, 409, 'consultation-moved')
  expect(await same()).toMatchObject({ status: 'open', signatures: [] })
})

test('an objection to what is being signed does not land: it is published, and both gateways go on', async () => {
  await agreed()
  const late = await meanwhile(
    () => here.desk.step('sc', 'reviewer', ID, objection),
    () => there.desk.sign('cq', ID),
  )
  await refused(late, 409, 'consultation-moved')
  await refused(await here.desk.step('sc', 'reviewer', ID, objection), 409, 'act-not-now')
  expect((await here.desk.sign('sc', ID)).status).toBe(201)
  expect(await same()).toMatchObject({ status: 'published', remarks: [] })
})

test('a signature is not taken back from under the one that completes it', async () => {
  await agreed()
  await there.desk.sign('cq', ID)
  await here.world.gateway.log.refresh()
  const late = await meanwhile(
    () => here.desk.step('cq', 'signatory', ID, { type: 'unsign', reason: '有误' }),
    () => there.desk.sign('sc', ID),
  )
  await refused(late, 409, 'consultation-moved')
  expect(await same()).toMatchObject({ status: 'published' })
})

test('nor does one complete what is being taken back', async () => {
  await agreed()
  await there.desk.sign('cq', ID)
  await here.world.gateway.log.refresh()
  const late = await meanwhile(
    () => here.desk.sign('sc', ID),
    () => there.desk.step('cq', 'signatory', ID, { type: 'unsign', reason: '有误' }),
  )
  await refused(late, 409, 'consultation-moved')
  expect(await same()).toMatchObject({ status: 'open' })
  expect((await jsonOf(await there.calls.get('/v1/releases'))).releases).toEqual([])
})

test('of two consultations on one period one is published, and the other is closed', async () => {
  const [one, other] = [await agreed(), await agreed()]
  for (const id of [one, other]) await there.desk.sign('cq', id)
  await here.world.gateway.log.refresh()
  const late = await meanwhile(
    () => here.desk.sign('sc', one),
    () => there.desk.sign('sc', other),
  )
  await refused(late, 409, 'consultation-moved')
  await refused(await here.desk.sign('sc', one), 409, 'consultation-closed')
  for (const calls of [here.calls, there.calls])
    expect((await jsonOf(await calls.get('/v1/releases'))).releases).toMatchObject([{ id: other }])
  expect(await same(one)).toMatchObject({ status: 'closed' })
})

test('of two drafts that would have one name one counts, and the other gets the next', async () => {
  const mine = () => here.desk.draft(REQUEST, 'cq')
  await refused(await meanwhile(mine, () => there.desk.draft(REQUEST, 'sc')), 409, 'consultation-moved')
  expect((await jsonOf(await mine(), 201)).id).toBe(`${ID}-2`)
})

test('held at both desks in turn it comes to one release, whose bundle verifies', async () => {
  const { id } = await jsonOf(await here.desk.propose(REQUEST), 201)
  const desks = [there.desk, here.desk]
  for (const [at, party] of PARTIES.entries()) {
    await here.world.gateway.log.refresh()
    expect((await desks[at]?.agree(party, id))?.status).toBe(201)
  }
  for (const [at, party] of PARTIES.entries()) {
    await here.world.gateway.log.refresh()
    expect((await desks[at]?.sign(party, id))?.status).toBe(201)
  }
  await here.world.gateway.log.refresh()
  expect(await same(id)).toMatchObject({ status: 'published' })
  const bundle = await (await there.calls.get(`/v1/releases/${id}/proof`)).text()
  expect(verifyBundle(bundle, here.world.trust)).toMatchObject({ ok: true })
})
