/** Joint forecasts from the two sides' files to a bundle that anybody verifies, over signed HTTP. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { PARTIES } from '../../../../contracts/types.ts'
import { verifyBundle } from '../../../../gateway/client/verify/index.ts'
import { FORECAST_SEED_FILES } from '../../../../seeds/air.ts'
import { refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { value } from './fixture.ts'
import { AFTERNOON, type AirWorld, openAir, sendForecasts, TWO_DAYS } from './forecasts.ts'

const DAILY = { product: 'daily-air-forecast', period: TWO_DAYS }
const ID = 'daily-air-2026-11-15'
const [LUZHOU, GUANGAN] = ['510500/2026-11-16', '511600/2026-11-16']

let air: AirWorld
beforeEach(async () => {
  air = await openAir()
})
afterEach(() => air.close())

interface Cell {
  readonly id: string
  readonly revision: number
  readonly joint: unknown
  readonly take: string | null
  readonly differences: readonly { readonly kind: string; readonly loud: boolean }[]
}
const cellsOf = async (id: string): Promise<ReadonlyMap<string, Cell>> => {
  const { table } = await air.desk.show(id)
  return new Map(table.cells.map((cell: Cell) => [cell.id, cell]))
}
const edit = (cell: string, take: string, told: unknown, reason: string | null = null, base = 0) => ({
  base,
  cell,
  reason,
  take,
  value: told,
})
const revise = (party: 'cq' | 'sc', id: string, ...edits: readonly unknown[]) =>
  air.desk.step(party, 'operator', id, { type: 'revise', edits })

async function publish(id: string): Promise<void> {
  await air.desk.agreed(id)
  for (const party of PARTIES) await jsonOf(await air.desk.sign(party, id), 201)
}

/** Drafted by Sichuan, with a union, a value of their own and a statement; not yet agreed. */
async function drafted(): Promise<string> {
  await sendForecasts(air)
  const { id } = await jsonOf(await air.desk.propose(DAILY), 201)
  const own = value([110, 140], [3, 3], ['pm25'])
  const both = value([62, 131], [2, 3], ['pm10', 'pm25'])
  await jsonOf(
    await revise(
      'sc',
      id,
      edit(GUANGAN, 'union', both),
      edit(LUZHOU, 'own', own, '静稳天气，双方会商上调'),
      edit('statement', 'own', '16日川南至渝西有轻度污染过程。', '综述'),
    ),
    201,
  )
  return id
}

describe('a daily forecast', () => {
  test('has on the table what both sides say, what differs, and the guidance passed on', async () => {
    await sendForecasts(air)
    const { id, table, deadlines, agreeBy } = await jsonOf(await air.desk.propose(DAILY), 201)
    expect([id, deadlines, agreeBy]).toEqual([ID, undefined, '2026-11-15T15:30:00+08:00'])
    expect(table.rows.map(({ title }: { title: { zh: string } }) => title.zh)).toEqual([
      ...['综述', '重庆市', '荣昌区', '泸州市', '广安市'],
    ])
    const cells = await cellsOf(id)
    expect(cells.get(GUANGAN)).toMatchObject({
      owner: 'sc',
      sides: { cq: value([101, 131], [3, 3], ['pm10']), sc: value([62, 92], [2, 2], ['pm25']) },
      guidance: value([151, 181], [4, 4], ['pm25']),
      joint: value([62, 92], [2, 2], ['pm25']),
    })
    expect(cells.get(GUANGAN)?.differences.map(({ kind, loud }) => [kind, loud])).toEqual([
      ['between-sides', true],
      ['between-sides', true],
      ['between-sides', true],
      ['from-guidance', true],
    ])
    expect(cells.get('500000/2026-11-17')).toMatchObject({ sides: { sc: null }, joint: { aqi: { max: 105 } } })
  })

  test('goes from both sides’ files to a release that anybody verifies', async () => {
    const id = await drafted()
    await publish(id)
    const { release, digest } = await jsonOf(await air.calls.get(`/v1/releases/${id}`))
    expect(
      release.cells.map((cell: { area: { name: string }; from: string; take: string; reason: string }) => [
        cell.area.name,
        cell.from,
        cell.take,
        cell.reason,
      ]),
    ).toEqual([
      ['重庆市', '2026-11-16', 'cq', null],
      ['荣昌区', '2026-11-16', 'cq', null],
      ['泸州市', '2026-11-16', 'own', '静稳天气，双方会商上调'],
      ['广安市', '2026-11-16', 'union', null],
      ['重庆市', '2026-11-17', 'cq', null],
      ['泸州市', '2026-11-17', 'sc', null],
    ])
    expect(release).toMatchObject({ statement: '16日川南至渝西有轻度污染过程。', derivedFrom: { count: 9 } })
    // 22 cities a day: three with a value on the first, two on the second.
    expect(release.gaps).toHaveLength(19 + 20)
    const bundle = await (await air.calls.get(`/v1/releases/${id}/proof`)).text()
    const report = verifyBundle(bundle, air.world.trust)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report).toMatchObject({ ok: true, release: { id, digest, records: 9 } })
    // What the contract keeps between the sides is not in it.
    expect(bundle).not.toContain('101~131')
    for (const form of ['csv', 'xlsx', 'geojson', 'html']) {
      expect((await air.calls.get(`/v1/releases/${id}.${form}`)).status).toBe(200)
    }
  })

  test('two who change one cell at once: the second is told what it now is', async () => {
    const id = await drafted()
    const theirs = edit(LUZHOU, 'sc', value([83, 113], [2, 3], ['pm25']))
    const { cells } = await jsonOf(await revise('cq', id, theirs), 409)
    expect(cells).toMatchObject([{ cell: LUZHOU, revision: 1, take: 'own', by: { party: 'sc' } }])
    expect((await cellsOf(id)).get(LUZHOU)).toMatchObject({ take: 'own', revision: 1 })
    await jsonOf(await revise('cq', id, { ...theirs, base: 1 }), 201)
    expect((await cellsOf(id)).get(LUZHOU)).toMatchObject({ take: 'sc', revision: 2 })
  })

  test.each<[string, unknown, string]>([
    ['that is not the side’s word', edit(LUZHOU, 'sc', value([84, 113], [2, 3], ['pm25'])), 'cell-value-invalid'],
    ['of a side that did not speak', edit(LUZHOU, 'cq', value([83, 113], [2, 3], ['pm25'])), 'cell-value-invalid'],
    ['of its own without a reason', edit(LUZHOU, 'own', value([83, 113], [2, 3], ['pm25'])), 'body-invalid'],
    [
      'of its own of another class than its AQI',
      edit(LUZHOU, 'own', value([83, 113], [2, 2], ['pm25']), '试'),
      'cell-value-invalid',
    ],
    ['of a cell nobody forecast', edit('500153/2026-11-17', 'own', value([83, 93], [2, 2]), '试'), 'cell-fixed'],
    ['of a cell there is none of', edit('510100/2026-11-16', 'own', value([83, 93], [2, 2]), '试'), 'cell-unknown'],
  ])('a joint value %s is refused', async (_, told, code) => {
    await sendForecasts(air)
    const { id } = await jsonOf(await air.desk.propose(DAILY), 201)
    await refused(await revise('sc', id, told), 422, code)
  })

  test('moved to a later basis has the newer words; what was taken from a side follows it', async () => {
    const id = await drafted()
    const word = value([61, 91], [2, 2], ['pm25'])
    await jsonOf(await revise('cq', id, edit('500000/2026-11-16', 'cq', word)), 201)
    await air.send('cq', [['重庆市', '2026-11-16', '71~101', 'PM2.5']], '示例中心')
    const basis = air.world.gateway.log.head().size
    await jsonOf(await air.desk.step('sc', 'operator', id, { type: 'rebase', basis }), 201)
    expect((await cellsOf(id)).get('500000/2026-11-16')).toMatchObject({
      joint: value([71, 101], [2, 3], ['pm25']),
      take: 'cq',
    })
    await publish(id)
    const { release } = await jsonOf(await air.calls.get(`/v1/releases/${id}`))
    expect(release.cells[0]).toMatchObject({ aqi: { max: 101, min: 71 }, take: 'cq' })
    const bundle = await (await air.calls.get(`/v1/releases/${id}/proof`)).text()
    expect(verifyBundle(bundle, air.world.trust).ok).toBe(true)
  })

  test('for days nobody forecast is not consulted on', async () => {
    await sendForecasts(air)
    const period = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-17T00:00:00+08:00' }
    await refused(
      await air.desk.propose({ ...DAILY, period: { ...period, end: '2026-11-24T00:00:00+08:00' } }),
      422,
      'period-invalid',
    )
    const empty = await openAir()
    await refused(await empty.desk.propose({ ...DAILY, period }), 422, 'no-record-in-period')
    await empty.close()
  })
})

describe('the samples of both sides', () => {
  test('make a forecast of every city over three days, published and verified', async () => {
    await air.close()
    air = await openAir({ start: Date.parse('2026-11-15T16:30:00+08:00') })
    for (const { party, file, mediaType } of FORECAST_SEED_FILES) {
      const bytes = readFileSync(join(import.meta.dirname, '../../../../seeds', file))
      const how = { contentType: mediaType }
      const path = '/v1/submissions?contract=air-forecast'
      expect((await air.calls.write(air.world.sides[party].agency, path, bytes, how)).status).toBe(201)
    }
    const period = { start: TWO_DAYS.start, end: '2026-11-19T00:00:00+08:00' }
    const { id, agreeBy } = await jsonOf(await air.desk.propose({ ...DAILY, period }), 201)
    // Drafted after half past three, it is to be agreed by half past three of the next day.
    expect([id, agreeBy]).toEqual([ID, '2026-11-16T15:30:00+08:00'])
    // Chongqing's 84 ± 15 against Sichuan's 77 ± 15.
    expect((await cellsOf(id)).get(GUANGAN)).toMatchObject({
      sides: { cq: value([69, 99], [2, 2], ['pm25']), sc: value([62, 92], [2, 2], ['pm25']) },
      differences: [{ kind: 'between-sides', loud: false, text: { zh: 'AQI 范围重叠 69–92' } }],
    })
    await publish(id)
    const { release } = await jsonOf(await air.calls.get(`/v1/releases/${id}`))
    // 21 cities of Sichuan, Chongqing as a whole, and 12 of its districts and counties; its zones are not among them.
    expect(release.cells).toHaveLength((21 + 1 + 12) * 3)
    expect([release.gaps, release.summary.map(({ areas }: { areas: number }) => areas)]).toEqual([[], [22, 22, 22]])
    const bundle = await (await air.calls.get(`/v1/releases/${id}/proof`)).text()
    expect(verifyBundle(bundle, air.world.trust).ok).toBe(true)
  })
})

describe('an outlook', () => {
  test('of the week by zones is agreed, published and verified', async () => {
    await sendForecasts(air)
    const period = { start: '2026-11-16T00:00:00+08:00', end: '2026-11-23T00:00:00+08:00' }
    const { id } = await jsonOf(await air.desk.propose({ product: 'weekly-zone-outlook', period }), 201)
    expect(id).toBe('weekly-outlook-2026-11-16')
    await publish(id)
    const { release } = await jsonOf(await air.calls.get(`/v1/releases/${id}`))
    expect(release.cells).toMatchObject([
      { area: { name: '川南' }, basis: { days: ['2026-11-16'], derived: false }, aqi: { max: 117, min: 87 } },
    ])
    expect(release).toMatchObject({ derivedFrom: { count: 1 }, summary: [{ areas: 1, gaps: 6 }] })
    const bundle = await (await air.calls.get(`/v1/releases/${id}/proof`)).text()
    expect(verifyBundle(bundle, air.world.trust).ok).toBe(true)
  })
})

describe('warning suggestions', () => {
  const WARNING = { product: 'warning-suggestion', period: TWO_DAYS }
  const proof = (party: 'cq' | 'sc', id: string) =>
    air.calls.read(air.world.sides[party].operator, `/v1/consultations/${id}/proof`)

  test('are out of the forecast both agreed to, and out of each side’s own before', async () => {
    const id = await drafted()
    const before = await jsonOf(await air.desk.propose(WARNING), 201)
    expect(before.payload.base).toBeNull()
    await air.desk.agreed(id)
    const basis = air.world.gateway.log.head().size
    const after = await jsonOf(await air.desk.step('sc', 'operator', before.id, { type: 'rebase', basis }), 201)
    const { digest } = await air.desk.show(id)
    expect(after.payload.base).toEqual({ digest, id })
    expect(new Set(after.payload.suggestions.map(({ from }: { from: string }) => from))).toEqual(new Set(['joint']))
  })

  test('are not out of an agreement that was taken back, but out of the one that came after', async () => {
    const id = await drafted()
    await air.desk.agreed(id)
    const act = { type: 'object', cell: null, revision: 0, text: '再议' }
    const { remarks } = await jsonOf(await air.desk.step('cq', 'reviewer', id, act), 201)
    expect((await jsonOf(await air.desk.propose(WARNING), 201)).payload.base).toBeNull()
    const settled = { type: 'resolve', objection: remarks[0].step, text: '已议定' }
    await jsonOf(await air.desk.step('cq', 'reviewer', id, settled), 201)
    await air.desk.agreed(id)
    expect((await jsonOf(await air.desk.propose(WARNING), 201)).payload.base).toMatchObject({ id: `${ID}-r2` })
  })

  test('are not out of an agreement that nobody signed in time', async () => {
    await air.close()
    let time = AFTERNOON
    air = await openAir({ now: () => (time += 1000) })
    const id = await drafted()
    await air.desk.agreed(id)
    expect((await jsonOf(await air.desk.propose(WARNING), 201)).payload.base).toMatchObject({ id })
    time = Date.parse('2026-11-15T16:00:01+08:00')
    expect((await air.desk.show(id)).status).toBe('no-agreement')
    expect((await jsonOf(await air.desk.propose(WARNING), 201)).payload.base).toBeNull()
  })

  test('are for the two sides alone: their bundle is given to partners, and verifies', async () => {
    const daily = await drafted()
    await publish(daily)
    const { id } = await jsonOf(await air.desk.propose(WARNING), 201)
    await refused(await proof('cq', id), 404, 'release-unknown')
    await publish(id)
    for (const face of ['', '.json', '.csv', '.geojson', '/proof'])
      await refused(await air.calls.get(`/v1/releases/${id}${face}`), 404, 'release-unknown')
    expect(canonical(await jsonOf(await air.calls.get('/v1/releases')))).not.toContain(id)
    expect((await air.calls.get(`/v1/consultations/${id}/proof`)).status).toBe(401)
    for (const party of PARTIES) {
      const answer = await proof(party, id)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache, no-transform'])
      const report = verifyBundle(await answer.text(), air.world.trust)
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
      expect(report.release).toMatchObject({ id, label: { zh: expect.stringContaining('预警由政府发布') } })
    }
    // The public release’s bundle is the same bytes either way.
    const [open, partner] = await Promise.all([air.calls.get(`/v1/releases/${daily}/proof`), proof('cq', daily)])
    expect(await partner.text()).toBe(await open.text())
  })

  test('change nothing but the words on the whole', async () => {
    await sendForecasts(air)
    const { id } = await jsonOf(await air.desk.propose(WARNING), 201)
    await jsonOf(await revise('sc', id, edit('statement', 'own', '建议关注川南。', '综述')), 201)
    const answer = await revise('sc', id, edit('510500/warning-national-2024', 'own', 'red', '试'))
    await refused(answer, 422, 'cell-fixed')
    await publish(id)
    expect((await air.desk.show(id)).payload.statement).toBe('建议关注川南。')
  })
})
