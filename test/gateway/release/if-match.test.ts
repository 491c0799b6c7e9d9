/** Edits by If-Match: what was read stands, or nothing is done (RFC 9110 §13.1.1). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../contracts/jcs.ts'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { refused } from '../http/calls.ts'
import { jsonOf } from '../intake/files.ts'
import { playWeek } from '../week.ts'
import { type Hand, ID, type OpenDesk, openDesk, REQUEST } from './desk.ts'

let open: OpenDesk
beforeEach(async () => {
  open = await openDesk()
  await playWeek(open.world)
})
afterEach(async () => {
  await open.world.close()
  expect(open.calls.failures).toEqual([])
})

const PATH = `/v1/consultations/${ID}`
const keyOf = (party: 'cq' | 'sc', hand: Hand) => open.world.sides[party][hand]
const tagOf = (answer: Response): string => answer.headers.get('etag') ?? ''
const read = (headers: Readonly<Record<string, string>> = {}) =>
  open.calls.read(keyOf('sc', 'signatory'), PATH, { headers })
const tagNow = async (): Promise<string> => tagOf(await read())

/** Sends a step with an If-Match. */
function step(party: 'cq' | 'sc', hand: Hand, act: unknown, ifMatch?: string, id: string | null = ID) {
  const key = keyOf(party, hand)
  return open.calls.write(key, id === null ? '/v1/consultations' : `${PATH}/steps`, open.desk.body(id, act, key), {
    contentType: 'application/jose+json',
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  })
}
const comment = (text: string) => ({ cell: null, revision: 0, text, type: 'comment' })
const edit = (value: string, base = 0) => ({
  edits: [{ base, cell: 'statement', reason: '综述', take: 'own', value }],
  type: 'revise',
})

describe('a step that names what was read', () => {
  test('is taken while that stands, and the answer names the next', async () => {
    const proposed = await open.desk.propose(REQUEST)
    expect(tagOf(proposed)).toMatch(/^"[\w-]{16}\.[\w-]{16}"$/)
    expect(tagOf(proposed)).toBe(await tagNow())
    const first = await step('sc', 'reviewer', comment('一'), tagOf(proposed))
    expect(first.status).toBe(201)
    expect(tagOf(first)).not.toBe(tagOf(proposed))
    expect((await step('cq', 'reviewer', comment('二'), tagOf(first))).status).toBe(201)
  })

  test('is refused once another step was taken, and leaves nothing behind', async () => {
    await open.desk.propose(REQUEST)
    const tag = await tagNow()
    await jsonOf(await step('cq', 'operator', edit('重庆的综述'), tag), 201)
    const before = open.world.gateway.log.head().size
    // Another cell’s base would not have told: the comment is about the whole.
    const problem = await refused(await step('sc', 'reviewer', comment('三'), tag), 412, 'etag-moved')
    expect(problem).toMatchObject({ value: '3', type: expect.stringMatching(/\/errors\/etag-moved$/) })
    expect(open.world.gateway.log.head().size).toBe(before)
    // Without it the same step is taken, since nothing else stands in its way.
    expect((await step('sc', 'reviewer', comment('三'))).status).toBe(201)
  })

  test('is refused after a signature, which is no step', async () => {
    await open.desk.propose(REQUEST)
    await open.desk.agreed(ID)
    const tag = await tagNow()
    await jsonOf(await open.desk.sign('cq', ID), 201)
    await refused(await step('sc', 'reviewer', comment('四'), tag), 412, 'etag-moved')
  })

  test('of two drafters who read the same, the second is refused, by tag before by cell', async () => {
    await open.desk.propose(REQUEST)
    const tag = await tagNow()
    const [one, other] = await Promise.all([
      step('cq', 'operator', edit('甲'), tag),
      step('sc', 'operator', edit('乙'), tag),
    ])
    expect([one.status, other.status].sort()).toEqual([201, 412])
    const { steps } = await open.desk.show(ID)
    expect(steps).toBe(3)
  })

  test('is not refused for a reminder that fell due or another day: the state is the same', async () => {
    await open.desk.propose(REQUEST)
    const [tag, before] = [await tagNow(), (await open.desk.show(ID)).reminders]
    // Agreement is due at 17:00 that day; reminders 1440, 240 and 60 minutes before.
    open.at('2026-11-10T16:30:00+08:00')
    const later = await open.desk.show(ID)
    expect(later.reminders).not.toEqual(before)
    // A reader that keeps answers is given the new one all the same.
    expect((await read({ 'if-none-match': tag })).status).toBe(200)
    expect((await step('sc', 'reviewer', comment('五'), tag)).status).toBe(201)
  })
})

describe('the header', () => {
  beforeEach(async () => {
    await open.desk.propose(REQUEST)
  })

  test('may list several tags, or say that any state will do', async () => {
    const tag = await tagNow()
    expect((await step('sc', 'reviewer', comment('六'), `"x.y", ${tag}`)).status).toBe(201)
    expect((await step('sc', 'reviewer', comment('七'), '*')).status).toBe(201)
  })

  test.each([
    ['a weak tag', (tag: string) => `W/${tag}`],
    ['a tag without its quotes', (tag: string) => tag.slice(1, -1)],
    ['the state alone', (tag: string) => `"${tag.slice(1).split('.')[0]}"`],
    ['another gateway’s tag', () => '"00000000000000000000000000A"'],
    ['nothing', () => ''],
    ['words', () => 'yes, please'],
  ])('matches nothing with %s', async (_, made) => {
    await refused(await step('sc', 'reviewer', comment('八'), made(await tagNow())), 412, 'etag-moved')
  })

  test('on a draft, which nobody can have read, matches nothing but *', async () => {
    const basis = open.world.gateway.log.head().size
    const draft = { basis, corrects: null, embargo: null, reason: null, type: 'draft', ...REQUEST }
    await refused(await step('sc', 'operator', draft, await tagNow(), null), 412, 'etag-moved')
    expect((await step('sc', 'operator', draft, '*', null)).status).toBe(201)
  })

  test('tells nobody of a consultation that is not theirs to know', async () => {
    await open.desk.step('sc', 'operator', ID, { type: 'withdraw', reason: '另议' })
    const { id } = await jsonOf(await open.desk.draft(REQUEST), 201)
    const key = keyOf('cq', 'reviewer')
    const body = open.desk.body(id, comment('九'), key)
    const how = { contentType: 'application/jose+json', headers: { 'if-match': '"a.b"' } }
    await refused(await open.calls.write(key, `/v1/consultations/${id}/steps`, body, how), 404, 'consultation-unknown')
  })
})

test('a signature is held to it as well', async () => {
  await open.desk.propose(REQUEST)
  await open.desk.agreed(ID)
  const tag = await tagNow()
  await jsonOf(await step('cq', 'reviewer', comment('等一下')), 201)
  const { payload } = await open.desk.show(ID)
  const key = keyOf('sc', 'signatory')
  const text = canonical(payload)
  const jws = assembleDocument(text, [signDocument(text, { ...key, typ: 'chuanyu-release+jws' })])
  const sign = (ifMatch: string) =>
    open.calls.writeJson(key, `${PATH}/signatures`, jws, { headers: { 'if-match': ifMatch } })
  await refused(await sign(tag), 412, 'etag-moved')
  expect((await sign(await tagNow())).status).toBe(201)
})
