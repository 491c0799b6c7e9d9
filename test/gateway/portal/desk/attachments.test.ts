/** Sealed documents attached by their digest, on every page of the desk that tells of them: who attached what, and how a file is checked against it. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PARTIES } from '../../../../contracts/types.ts'
import { jsonOf } from '../../intake/files.ts'
import { type AirWorld, openAir, sendForecasts } from '../../release/air/forecasts.ts'
import { byId, type Opening, pagesOf } from './pages.ts'

const ID = 'daily-air-2026-11-15'
const period = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-18T00:00:00+08:00' }
const DIGEST = createHash('sha256').update('盖章').digest('hex')
const ACT = { type: 'attach', bytes: 20_480, digest: DIGEST, mediaType: 'application/pdf', name: '签发单<盖章>.pdf' }

let air: AirWorld
let open: Opening
beforeAll(async () => {
  air = await openAir()
  open = pagesOf(air.world, air.calls)
  await sendForecasts(air)
  await jsonOf(await air.desk.propose({ period, product: 'daily-air-forecast' }, 'cq'), 201)
})
afterAll(() => air.close())

const buttons = async (party: 'cq' | 'sc', hand: 'operator' | 'reviewer') => {
  const { tags } = await open(party, hand, `/desk/${ID}`)
  return tags.flatMap(({ attributes }) => attributes['data-act'] ?? [])
}

describe('before anything is attached', () => {
  test('the drafters of both sides have the button, and no other post', async () => {
    for (const party of PARTIES) {
      expect(await buttons(party, 'operator')).toContain('attach')
      expect(await buttons(party, 'reviewer')).not.toContain('attach')
    }
  })

  test('the page says that there is none, and has the form hidden until scripts run', async () => {
    const page = await open('cq', 'operator', `/desk/${ID}`)
    expect(page.within('id', 'attached')).toBe('没有附件。')
    const part = page.tags.find(({ attributes }) => attributes['data-part'] === 'file')?.attributes
    expect(part).toMatchObject({ 'data-most': String(256 * 1024 * 1024), hidden: '' })
    expect(byId(page, 'check-file')).toMatchObject({ type: 'file' })
    // No form of the page would ever send the file.
    expect(byId(page, 'act-file')).not.toHaveProperty('name')
  })
})

describe('once it is', () => {
  beforeAll(async () => {
    const { steps } = await air.desk.show(ID, 'sc')
    await jsonOf(await air.desk.step('sc', 'operator', ID, ACT, { seen: steps }), 201)
  })

  test.each(['', '/check', '/minutes'])('/desk/{id}%s tells both sides name, size and digest', async (path) => {
    for (const party of PARTIES) {
      const page = await open(party, 'reviewer', `/desk/${ID}${path}`)
      expect(page.text).toContain(ACT.name)
      expect(page.text).toContain(DIGEST)
      expect(page.text).toContain('20.0 KiB (20,480 B)')
      expect(page.source).not.toContain('<盖章>')
    }
  })

  test('the page says who attached it; the check page has it among what is signed', async () => {
    const page = await open('cq', 'operator', `/desk/${ID}`)
    expect(page.within('id', 'attached')).toMatch(/签发单.*四川 值班员/)
    const check = await open('cq', 'reviewer', `/desk/${ID}/check?lang=en`)
    expect(check.within('aria-labelledby', 'what')).toContain(DIGEST)
    expect(check.within('id', 'payload')).toContain(DIGEST)
    for (const one of [page, check]) {
      expect(one.tags.filter(({ attributes }) => attributes['data-attached'] === DIGEST)).toHaveLength(1)
      expect(one.text).toContain('sha256sum')
    }
  })

  test('once both have agreed nothing more is attached, and the button says why', async () => {
    await air.desk.agreed(ID)
    const page = await open('cq', 'operator', `/desk/${ID}`)
    const button = page.tags.find(({ attributes }) => attributes['data-act'] === 'attach')
    expect(button?.attributes).toHaveProperty('disabled')
    expect(page.within('id', 'acts')).toContain('附上文件 暂不能：双方已同意，不能再改')
  })
})
