import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isCanonical } from '../../../../contracts/jcs.ts'
import { WHY } from '../../../../gateway/portal/words/desk-acts.ts'
import { DESK_CHECK } from '../../../../gateway/portal/words/desk-check.ts'
import { callsOf, refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts } from '../../release/air/forecasts.ts'
import { csv } from '../../world.ts'
import type { Page } from '../read.ts'
import { byId, linksTo, type Opening, pagesOf } from './pages.ts'

const period = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-18T00:00:00+08:00' }
const ID = 'daily-air-2026-11-15'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let air: AirWorld
let open: Opening

const check = (party: 'cq' | 'sc', hand: 'operator' | 'reviewer' | 'signatory', query = '', id = ID): Promise<Page> =>
  open(party, hand, `/desk/${id}/check${query}`)
const has = (page: Page, id: string): boolean => byId(page, id) !== undefined

async function step(party: 'cq' | 'sc', hand: 'operator' | 'reviewer' | 'signatory', act: unknown): Promise<void> {
  const { steps } = await air.desk.show(ID, party)
  await jsonOf(await air.desk.step(party, hand, ID, act, { seen: steps }), 201)
}

beforeAll(async () => {
  air = await openAir({ datasets: ['air-forecast'] })
  open = pagesOf(air.world, air.calls)
  await sendForecasts(air)
  await jsonOf(await air.desk.propose({ period, product: 'daily-air-forecast' }, 'cq'), 201)
  const { table } = await air.desk.show(ID)
  const { sides } = table.cells.find(({ id }: { readonly id: string }) => id === '511600/2026-11-16')
  const value = sides.cq
  await step('sc', 'operator', {
    type: 'revise',
    edits: [
      { base: 0, cell: '511600/2026-11-16', reason: null, take: 'cq', value },
      { base: 0, cell: 'statement', reason: '拟写综述', take: 'own', value: '盆地静稳，<川东>偏重。' },
    ],
  })
})
afterAll(() => air.close())

describe('the check page, while it is under consultation', () => {
  test('holds the very bytes that would be agreed to, under the digest the gateway names', async () => {
    const page = await check('cq', 'reviewer')
    const { digest, steps } = await air.desk.show(ID)
    const root = byId(page, 'check')
    expect(root).toMatchObject({ 'data-consultation': ID, 'data-digest': digest, 'data-seen': String(steps) })
    const payload = page.within('id', 'payload')
    expect(isCanonical(payload)).toBe(true)
    expect(sha256(payload)).toBe(digest)
  })

  test('shows the cells that were changed first: whose, what they were, by which post', async () => {
    const page = await check('sc', 'reviewer')
    const edits = page.within('aria-labelledby', 'edits')
    // 广安 is Sichuan's, which had said 62–92; Chongqing's 101–131 was taken, by Sichuan's own drafter.
    expect(edits).toMatch(/广安.* 2026-11-16 .*62–92 PM2\.5.*101–131 PM10.*取重庆.*四川 值班员/)
    expect(edits).toMatch(/综述.*盆地静稳，<川东>偏重。/)
    const [first = '', second = ''] = page
      .each('tr')
      .filter((row) => /^\S+ (?:有改动 )?2026-11-1\d 2026-11-1\d/.test(row))
    expect(first).toMatch(/^广安市.*有改动/)
    expect(second).not.toContain('有改动')
    expect(page.within('aria-labelledby', 'what')).toContain('盆地静稳，<川东>偏重。')
    expect(page.source).not.toContain('<川东>')
  })

  test('shows every cell and gap of the release', async () => {
    const page = await check('cq', 'reviewer', '?lang=en')
    const { payload } = await air.desk.show(ID)
    const rows = page.each('tr').filter((row) => /2026-11-1[67] 2026-11-1[67]/.test(row))
    expect(rows).toHaveLength(payload.cells.length + payload.gaps.length)
    expect(payload.cells.length).toBeGreaterThan(4)
  })

  test('says what it derives from, out of which submissions, and under what', async () => {
    const page = await check('cq', 'reviewer')
    const { payload } = await air.desk.show(ID)
    const { derivedFrom, ledger, contract, registry, keys } = payload
    const derived = page.within('aria-labelledby', 'derived')
    expect(derived).toContain(`${derivedFrom.count} 条`)
    expect(derived).toContain(derivedFrom.digest)
    expect(derived).toContain(`账本前 ${ledger.size} 条`)
    const under = page.within('aria-labelledby', 'under')
    for (const digest of [contract.digest, registry.digest, keys.cq.digest, keys.sc.digest])
      expect(under).toContain(digest)
    // Its own side's submissions can be looked into, the other's are named.
    const own = linksTo(page, /^\/desk\/submissions\//)
    expect(own).toHaveLength(1)
    const counts = [...derived.matchAll(/(重庆|四川)：(\d+) 次报送，(\d+) 条记录/g)].map(([, side, , records]) => [
      side,
      Number(records),
    ])
    expect(counts.map(([side]) => side)).toEqual(['重庆', '四川'])
    expect(counts.reduce((sum, [, records]) => sum + Number(records), 0)).toBe(derivedFrom.count)
  })

  test('says who has had which hand in it', async () => {
    const hands = (await check('cq', 'reviewer')).within('aria-labelledby', 'hands')
    expect(hands).toMatch(/重庆 值班员.*尚未 尚未/)
    expect(hands).toMatch(/四川 值班员.*尚未 尚未/)
    expect(hands).toContain('不同的人')
  })

  test('gives its button to whom it is for, and to the others a word why not', async () => {
    for (const party of ['cq', 'sc'] as const) {
      const reviewing = await check(party, 'reviewer')
      expect([has(reviewing, 'agree'), has(reviewing, 'sign'), has(reviewing, 'object')]).toEqual([true, false, true])
      expect(reviewing.each('h1')).toEqual([DESK_CHECK.agreeTitle.zh])
    }
    const drafting = await check('cq', 'operator')
    expect([has(drafting, 'agree'), has(drafting, 'sign'), has(drafting, 'object')]).toEqual([false, false, true])
    expect(drafting.within('aria-labelledby', 'act')).toContain(DESK_CHECK.noPost.zh)
    const signing = await check('cq', 'signatory')
    expect([has(signing, 'agree'), has(signing, 'sign')]).toEqual([false, false])
    expect(signing.within('aria-labelledby', 'act')).toContain('双方同意后才能签发')
  })

  test('shows the step that agrees as text to be signed elsewhere, with its digest', async () => {
    const page = await check('cq', 'reviewer')
    const text = page.within('id', 'elsewhere-text')
    const { digest, steps } = await air.desk.show(ID)
    expect(isCanonical(text)).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ act: { type: 'agree', digest }, consultation: ID, seen: steps })
    expect(page.text).toContain(sha256(text))
    expect(page.text).toContain(
      JSON.stringify({ alg: 'Ed25519', kid: air.world.sides.cq.reviewer.kid, typ: 'chuanyu-step+jws' }),
    )
    expect(page.text).toContain(`chuanyu consult agree ${ID} --origin https://gateway.test`)
  })

  test('tells who comes back what has happened since', async () => {
    const size = air.world.gateway.log.head().size
    expect((await check('cq', 'reviewer', `?since=${size}`)).within('id', 'since')).toContain(
      DESK_CHECK.nothingSince.zh,
    )
    await step('cq', 'operator', { type: 'comment', cell: '511600/2026-11-16', revision: 1, text: '同意取值' })
    const since = (await check('cq', 'reviewer', `?since=${size}`)).within('id', 'since')
    expect(since).toMatch(/重庆 值班员 发表意见 511600\/2026-11-16 同意取值/)
    for (const query of ['?since=-1', '?since=x', '?since=1e3'])
      expect(has(await check('cq', 'reviewer', query), 'since')).toBe(false)
  })

  test('believes no address that says what was done', async () => {
    for (const done of ['agree', 'sign', 'object', '__proto__'])
      expect(has(await check('cq', 'reviewer', `?done=${done}`), 'outcome')).toBe(false)
  })

  test('is there for nobody who may not know of it', async () => {
    const { reviewer } = air.world.sides.cq
    for (const path of ['/desk/nothing/check', '/desk/nothing/minutes', '/desk/submissions/nothing']) {
      await refused(await air.calls.read(reviewer, path), 404, 'not-found')
      const page = await air.calls.read(reviewer, path, { headers: { accept: 'text/html' } })
      expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    }
  })
})

describe('the check page, from agreement to release', () => {
  test('holds an objection against it, and says so', async () => {
    await step('sc', 'reviewer', { type: 'object', cell: null, revision: 0, text: '广安偏重' })
    const page = await check('sc', 'reviewer', '?done=object')
    expect(page.within('id', 'outcome')).toContain(DESK_CHECK.doneObject.zh)
    expect(page.within('aria-labelledby', 'act')).toContain(WHY['objection-standing'].zh)
    expect(has(page, 'agree')).toBe(false)
    const { remarks } = await air.desk.show(ID)
    await step('sc', 'reviewer', { type: 'resolve', objection: remarks.at(-1).step, text: '已说明' })
  })

  test('tells who agreed that it is done, and that the other side is to follow', async () => {
    await jsonOf(await air.desk.agree('cq', ID), 201)
    const page = await check('cq', 'reviewer', '?done=agree&lang=en')
    expect(page.within('id', 'outcome')).toContain(DESK_CHECK.doneAgree.en)
    expect(page.within('aria-labelledby', 'act')).toContain(WHY['already-done'].en)
    expect(page.within('aria-labelledby', 'hands')).toMatch(
      /Chongqing 值班员 cq-monitoring 审核人 cq-monitoring not yet/,
    )
  })

  test('has frozen the bytes once both have, for the issuing officers', async () => {
    await jsonOf(await air.desk.agree('sc', ID), 201)
    const page = await check('cq', 'signatory')
    expect(page.each('h1')).toEqual([DESK_CHECK.signTitle.zh])
    expect([has(page, 'agree'), has(page, 'sign')]).toEqual([false, true])
    expect(page.text).toContain(DESK_CHECK.frozen.zh)
    const { digest } = await air.desk.show(ID)
    expect(sha256(page.within('id', 'payload'))).toBe(digest)
    // The very same element is what another device signs.
    expect(page.tags.find(({ attributes }) => 'data-elsewhere' in attributes)?.attributes).toMatchObject({
      'data-payload': 'payload',
      'data-post': `/v1/consultations/${ID}/signatures`,
      'data-act': 'sign',
    })
    expect(page.text).toContain(`"typ":"chuanyu-release+jws"`)
    expect(has(await check('cq', 'operator'), 'sign')).toBe(false)
  })

  test('leads to the release and how to verify it once both have signed', async () => {
    for (const party of ['sc', 'cq'] as const) await jsonOf(await air.desk.sign(party, ID), 201)
    const page = await check('cq', 'signatory', '?done=sign')
    const outcome = page.within('id', 'outcome')
    expect(outcome).toContain(DESK_CHECK.published.zh)
    expect(outcome).toContain(DESK_CHECK.doneSign.zh)
    expect(outcome).toContain(`npx chuanyu verify ${ID}.bundle.json --trust trust.json`)
    for (const link of linksTo(page, new RegExp(`^/(?:releases|v1/releases|desk)/${ID}`))) {
      const answer = link.startsWith('/desk')
        ? await air.calls.read(air.world.sides.cq.signatory, link)
        : await air.calls.get(link)
      expect({ link, status: answer.status }).toEqual({ link, status: 200 })
    }
    expect(has(page, 'sign')).toBe(false)
    expect(page.each('h1')).toEqual([DESK_CHECK.signedTitle.zh])
  })

  test('of a correction says what it changes, in words', async () => {
    await air.send('cq', [['荣昌区', '2026-11-16', '101~131', 'PM2.5']])
    const request = { period, product: 'daily-air-forecast', corrects: ID, reason: '荣昌续报' }
    const { id } = await jsonOf(await air.desk.propose(request, 'cq'), 201)
    const what = (await check('sc', 'reviewer', '', id)).within('aria-labelledby', 'what')
    expect(what).toMatch(/荣昌区 .*16.* 81–111.*101–131/)
    expect(what).toContain('荣昌续报')
    expect(what).not.toMatch(/[{}"]/)
  })
})

test('the check page of a water bulletin shows every section and its rivers', async () => {
  const { openWorld } = await import('../../world.ts')
  const { deskOf } = await import('../../release/desk.ts')
  const world = await openWorld()
  const calls = callsOf(world)
  const desk = deskOf(world, calls)
  await world.submit('cq', csv([['朱沱', '2026-11-02 04:00', '14.5']]))
  const week = { start: '2026-11-02T00:00:00+08:00', end: '2026-11-09T00:00:00+08:00' }
  const { id } = await jsonOf(await desk.propose({ period: week, product: 'weekly-water-bulletin' }, 'cq'), 201)
  const page = await pagesOf(world, calls)('sc', 'reviewer', `/desk/${id}/check`)
  const cells = page.within('aria-labelledby', 'cells')
  // 高锰酸盐指数 14.5 mg/L lies between the limits of Ⅳ (10) and Ⅴ (15) of GB 3838-2002.
  expect(cells).toMatch(/cq-朱沱 朱沱 .*Ⅴ/)
  expect(cells).toMatch(/sc-金子 .* 本期没有收到合格记录/)
  expect(cells).toMatch(/河流 \d/)
  await world.close()
  expect(calls.failures).toEqual([])
})
