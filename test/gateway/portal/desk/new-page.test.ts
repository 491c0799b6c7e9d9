import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isCanonical } from '../../../../contracts/jcs.ts'
import { STEP_TYP } from '../../../../gateway/documents/step.ts'
import { assembleDocument, signDocument } from '../../../../gateway/identity/document.ts'
import { DESK_NEW, DESK_NEW_FAULT } from '../../../../gateway/portal/words/desk-new.ts'
import { type Calls, callsOf } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { playWeek } from '../../week.ts'
import { MONDAY, openWorld, WEEK, type World } from '../../world.ts'
import { byId, linksTo, type Opening, pagesOf } from './pages.ts'

const TUESDAY = Date.parse('2026-11-10T09:30:00+08:00')
const ID = 'weekly-water-2026-11-02'
const asked = (query: Record<string, string>) =>
  `/desk/new?${new URLSearchParams({ product: 'weekly-water-bulletin', sent: '1', ...query })}`

let world: World
let calls: Calls
let open: Opening

beforeAll(async () => {
  world = await openWorld({ now: () => TUESDAY })
  calls = callsOf(world)
  open = pagesOf(world, calls)
  await playWeek(world)
})
afterAll(async () => {
  await world.close()
  expect(calls.failures).toEqual([])
})

describe('the page that starts a consultation', () => {
  test('offers the products both sides have signed terms of', async () => {
    const page = await open('cq', 'operator', '/desk/new')
    expect(page.text).toContain(DESK_NEW.which.zh)
    expect(linksTo(page, /^\/desk\/new\?product=/)).toContain('/desk/new?product=weekly-water-bulletin')
    expect(page.tags.filter(({ name }) => name === 'form')).toEqual([])
  })

  test('is a plain form that needs no scripts, its likeliest period chosen', async () => {
    const page = await open('cq', 'operator', '/desk/new?product=weekly-water-bulletin&lang=en')
    const form = page.tags.find(({ name }) => name === 'form')?.attributes
    expect(form).toMatchObject({ method: 'get', action: '/desk/new' })
    const radios = page.tags.filter(({ attributes }) => attributes.name === 'about').map(({ attributes }) => attributes)
    expect(radios.map(({ value }) => value)).toEqual([
      '2026-11-02_2026-11-08',
      '2026-10-26_2026-11-01',
      '2026-10-19_2026-10-25',
      '2026-10-12_2026-10-18',
      'other',
    ])
    expect(radios.filter((one) => 'checked' in one).map(({ value }) => value)).toEqual(['2026-11-02_2026-11-08'])
    // What is sent on keeps the language and the product.
    const hidden = page.tags
      .filter(({ attributes }) => attributes.type === 'hidden')
      .map(({ attributes: { name, value } }) => [name, value])
    expect(hidden).toEqual([
      ['product', 'weekly-water-bulletin'],
      ['sent', '1'],
      ['lang', 'en'],
    ])
  })

  test('says at the top and at the field what is wrong, and keeps what was written', async () => {
    const page = await open(
      'cq',
      'operator',
      asked({ about: 'other', from: '2026-11-02', to: '2026-11-07', reason: '<i>', embargo: '' }),
    )
    const fault = `${DESK_NEW_FAULT['period-invalid'].zh}`
    expect(page.within('role', 'alert')).toContain(fault)
    expect(page.within('id', 'from-error')).toBe(fault)
    expect(byId(page, 'from')).toMatchObject({
      value: '2026-11-02',
      'aria-invalid': 'true',
      'aria-describedby': 'from-error',
    })
    expect(byId(page, 'to')).toMatchObject({ value: '2026-11-07' })
    expect(page.within('id', 'reason')).toBe('<i>')
  })

  test('shows before it is signed exactly what follows from it', async () => {
    const page = await open('cq', 'operator', asked({ about: '2026-11-02_2026-11-08' }))
    expect(page.each('h1')).toEqual([DESK_NEW.check.zh])
    expect(page.text).toContain('2026年11月10日 17:00 剩 7 小时 30 分')
    expect(page.text).toContain('2026年11月11日 12:00')
    expect(page.text).toContain('时段最后一天 2026-11-08')
    // As played: the current revisions in the week, Chongqing’s and Sichuan’s.
    const basis = world.gateway.log.head().size
    expect(page.text).toMatch(new RegExp(`账本前 ${basis} 条：重庆 \\d+ 条记录，四川 \\d+ 条记录`))
    const text = page.within('id', 'payload')
    expect(isCanonical(text)).toBe(true)
    expect(JSON.parse(text)).toMatchObject({
      act: { basis, corrects: null, embargo: null, product: 'weekly-water-bulletin', reason: null, type: 'draft' },
      consultation: null,
      seen: 0,
      type: 'consultation-step',
    })
    expect(page.text).toContain(createHash('sha256').update(text).digest('hex'))
  })

  test('counts from today what is late, and says so', async () => {
    const page = await open('cq', 'operator', asked({ about: '2026-10-26_2026-11-01' }))
    expect(page.text).toContain(`${DESK_NEW.late.zh}2026-11-10`)
    expect(page.text).toContain('2026年11月12日 17:00')
    expect(page.text).toContain('重庆 1 条记录，四川 0 条记录')
    expect(page.text).not.toContain(DESK_NEW.noRecords.zh)
    const before = await open('cq', 'operator', asked({ about: '2026-10-12_2026-10-18' }))
    expect(before.text).toContain(DESK_NEW.noRecords.zh)
  })

  test('shows it to other posts without the button', async () => {
    const page = await open('cq', 'signatory', asked({ about: '2026-11-02_2026-11-08' }))
    expect(page.text).toContain(DESK_NEW.notDrafter.zh)
    expect([byId(page, 'send'), byId(page, 'elsewhere-jws')]).toEqual([undefined, undefined])
  })

  test('gives a text that the gateway takes when another signer has signed it', async () => {
    const page = await open('cq', 'operator', asked({ about: '2026-11-02_2026-11-08' }))
    const text = page.within('id', 'payload')
    const { operator } = world.sides.cq
    const jws = assembleDocument(text, [signDocument(text, { ...operator, typ: STEP_TYP })])
    const { id } = await jsonOf(await calls.writeJson(operator, '/v1/consultations', jws), 201)
    expect(id).toBe(ID)
  })

  test('warns that the same period is being consulted on', async () => {
    const page = await open('cq', 'operator', asked({ about: '2026-11-02_2026-11-08' }))
    expect(page.text).toContain(DESK_NEW.rival.zh)
    expect(linksTo(page, new RegExp(`^/desk/${ID}$`))).toEqual([`/desk/${ID}`])
    // Not to the other side, which knows nothing of a draft.
    expect((await open('sc', 'operator', asked({ about: '2026-11-02_2026-11-08' }))).text).not.toContain(ID)
  })

  test('offers what is published for correction, and nothing else for its period', async () => {
    await world.publish(MONDAY - WEEK)
    const page = await open('cq', 'operator', '/desk/new?product=weekly-water-bulletin')
    const values = page.tags
      .filter(({ attributes }) => attributes.name === 'about')
      .map(({ attributes }) => attributes.value)
    expect(values).not.toContain('2026-10-26_2026-11-01')
    const [release = ''] = values.filter((value) => value?.startsWith('release:'))
    const wrong = await open('cq', 'operator', asked({ about: '2026-10-26_2026-11-01' }))
    expect(wrong.within('id', 'about-error')).toBe(`${DESK_NEW_FAULT.released.zh}: ${release.slice('release:'.length)}`)
    const right = await open('cq', 'operator', asked({ about: release, reason: "重报 'x'" }))
    expect(JSON.parse(right.within('id', 'payload')).act).toMatchObject({
      corrects: release.slice('release:'.length),
      reason: "重报 'x'",
    })
    // The command can be pasted into a shell as it stands.
    expect(right.text).toContain(`--reason '重报 '\\''x'\\'''`)
  })

  test('says when there are no terms to consult by', async () => {
    const empty = await openWorld({ unsigned: true })
    const to = pagesOf(empty, callsOf(empty))
    expect((await to('cq', 'operator', '/desk/new')).text).toContain(DESK_NEW.noTerms.zh)
    expect((await to('cq', 'operator', '/desk/new?product=weekly-water-bulletin&sent=1')).text).toContain(
      DESK_NEW.noTerms.zh,
    )
    await empty.close()
  })
})
