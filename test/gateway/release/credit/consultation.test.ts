/** The annual list of ratings from both sides' files to a bundle that anybody verifies, over signed HTTP. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonical } from '../../../../contracts/jcs.ts'
import { PARTIES } from '../../../../contracts/types.ts'
import { verifyBundle } from '../../../../gateway/client/verify/index.ts'
import { sampleCode, sampleName } from '../../credit/world.ts'
import { refused } from '../../http/calls.ts'
import { jsonOf } from '../../intake/files.ts'
import { LIST, type ListWorld, listWorld, REQUEST } from './lists.ts'

let list: ListWorld
beforeEach(async () => {
  list = await listWorld()
})
afterEach(async () => {
  await list.world.close()
  expect(list.calls.failures).toEqual([])
})

interface Cell {
  readonly id: string
  readonly editable: boolean
  readonly owner: string | null
  readonly sides: Readonly<
    Record<'cq' | 'sc', readonly { readonly level: string; readonly setAsideBy: string | null }[] | null>
  >
  readonly differences: readonly {
    readonly kind: string
    readonly loud: boolean
    readonly text: { readonly zh: string }
  }[]
}

describe('on the table', () => {
  test('are the enterprises with a rating that is public that day, both sides beside each other', async () => {
    const { id, table, agreeBy, signBy } = await jsonOf(await list.desk.propose(REQUEST), 201)
    // 10 and 12 working days after 1 September 2026, a Tuesday: no holiday falls before 25 September.
    expect([id, agreeBy, signBy]).toEqual([LIST, '2026-09-15T17:00:00+08:00', '2026-09-17T17:00:00+08:00'])
    expect(table.columns).toEqual([])
    expect(
      table.rows.map(({ id: row, party, title }: { id: string; party: string; title: { zh: string } }) => [
        row,
        party,
        title.zh,
      ]),
    ).toEqual([
      ['statement', null, '综述'],
      [sampleCode(1), null, sampleName(1)],
      [sampleCode(2), 'cq', sampleName(2)],
      [sampleCode(4), 'sc', sampleName(4)],
    ])
  })

  test('what both rate in other levels is loud, what goes first within a side is quiet', async () => {
    const { table } = await jsonOf(await list.desk.propose(REQUEST), 201)
    const cells = new Map<string, Cell>(table.cells.map((cell: Cell) => [cell.id, cell]))
    const [one, two, four] = [1, 2, 4].map((n) => cells.get(sampleCode(n)))
    expect(one).toMatchObject({
      owner: null,
      editable: false,
      sides: { cq: [{ level: 'poor' }], sc: [{ level: 'good' }] },
    })
    expect(one?.differences).toEqual([
      {
        kind: 'between-sides',
        loud: true,
        text: {
          zh: '等级相差 2 级：四川市（州）级“环保良好企业”，重庆市级（直辖市）“环保不良企业”',
          en: expect.stringMatching(/^2 grades apart: Sichuan prefecture “/),
        },
      },
      // 72 is in the band of 警示 (60–79), and the level sent is 不良.
      {
        kind: 'within-side',
        loud: false,
        text: { zh: '市级（直辖市）“环保不良企业”与得分所在区间不一致，以等级为准', en: expect.any(String) },
      },
    ])
    expect(two?.sides.sc).toBeNull()
    expect(two?.sides.cq?.map(({ level, setAsideBy }) => [level, setAsideBy])).toEqual([
      ['trustworthy', null],
      ['good', `${sampleCode(2)}/2025/municipality/重庆市生态环境局`],
    ])
    expect(two?.differences.map(({ kind, loud, text }) => [kind, loud, text.zh])).toEqual([
      ['between-sides', false, '仅重庆有评级'],
      ['within-side', false, '区县级“环保良好企业”，以市级（直辖市）“环保诚信企业”为先，两份都列出'],
    ])
    expect(four).toMatchObject({ owner: 'sc', differences: [], sides: { sc: [{ level: null, status: 'not-rated' }] } })
  })

  test('no rating can be edited, only spoken of; the words on the whole can, and name no enterprise', async () => {
    const { id } = await jsonOf(await list.desk.propose(REQUEST), 201)
    const revise = (cell: string, value: unknown) =>
      list.desk.step('cq', 'operator', id, {
        type: 'revise',
        edits: [{ base: 0, cell, reason: '综述', take: 'own', value }],
      })
    await refused(await revise(sampleCode(1), 'good'), 422, 'cell-fixed')
    await refused(await revise('statement', `${sampleName(1)}（${sampleCode(1)}）`), 422, 'cell-value-invalid')
    await jsonOf(await revise('statement', '两省市2025年度评价结果。'), 201)
    const talk = { cell: sampleCode(1), revision: 0, text: '等级不同，请核对' }
    await jsonOf(await list.desk.step('cq', 'reviewer', id, { type: 'object', ...talk }), 201)
    const { payload } = await list.desk.show(id)
    expect(payload.statement).toBe('两省市2025年度评价结果。')
  })

  test('what was sent since comes with a rebase', async () => {
    const { id, payload } = await jsonOf(await list.desk.propose(REQUEST), 201)
    expect(payload).toMatchObject({
      rowCount: 5,
      derivedFrom: { count: 5 },
      issued: expect.stringMatching(/^2026-09-01T/),
    })
    await list.rate('sc', [{ enterprise: 6, authority: '市级:成都市生态环境局', level: '环保诚信企业' }])
    expect((await list.desk.show(id)).payload.rowCount).toBe(5)
    const basis = list.world.gateway.log.head().size
    const rebased = await jsonOf(await list.desk.step('sc', 'operator', id, { type: 'rebase', basis }), 201)
    expect(rebased.payload.rowCount).toBe(6)
  })
})

describe('a list', () => {
  test('is signed without any row in it, and its rows stand beside it', async () => {
    const id = await list.publish()
    expect(id).toBe(LIST)
    const { digest, release, rows } = await list.shown(id)
    expect(release).toMatchObject({
      type: 'annual-credit-list',
      audience: 'public',
      period: REQUEST.period,
      title: { zh: '川渝企业环境信用评价年度名单（2025 年度）' },
      rowCount: 5,
      standards: ['四川省企业环境信用评价指标及计分方法（2019年版）', '渝环规〔2021〕7号', '环发〔2013〕150号'],
    })
    expect(JSON.stringify(release)).not.toMatch(/样品|91000000/)
    expect(rows.shown.map(({ party, title, record }) => [party, record.enterprise.name, title.zh])).toEqual([
      ['cq', sampleName(1), '环保不良企业'],
      ['sc', sampleName(1), '环保良好企业'],
      ['cq', sampleName(2), '环保诚信企业'],
      ['cq', sampleName(2), '环保良好企业'],
      ['sc', sampleName(4), '未评级'],
    ])
    // Scores, repairs, appeals and notes stay between the sides.
    expect(Object.keys(rows.shown[0]?.record ?? {})).toEqual([
      ...['authority', 'enterprise', 'level', 'levelSent', 'publicationBasis', 'ratingYear', 'scheme', 'status'],
      'validity',
    ])
    const shown = await list.desk.show(id)
    expect(shown).toMatchObject({ status: 'published', digest })
    expect(canonical(shown.payload)).toBe(canonical(release))
  })

  test('verifies, and no byte of its bundle tells what is not public', async () => {
    const id = await list.publish()
    const bundle = await list.bundle(id)
    const report = verifyBundle(bundle, list.world.trust)
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(report).toMatchObject({ ok: true, release: { id, records: 5, withheld: 0 } })
    // The rating between the sides alone, and that of another year.
    for (const n of [3, 5]) for (const word of [sampleCode(n), sampleName(n)]) expect(bundle).not.toContain(word)
    expect(bundle).toContain(sampleName(4))
  })

  test('has nothing of a rating between the sides alone on any face', async () => {
    const id = await list.publish()
    const faces = ['.json', '.jws', '.csv', '.html', '/proof'].map((face) => `/v1/releases/${id}${face}`)
    for (const path of [...faces, '/v1/feed', '/releases.atom', `/v1/credit?q=${sampleCode(3)}`]) {
      const answer = await list.calls.get(path)
      expect(answer.status, path).toBe(200)
      expect(await answer.text(), path).not.toContain(sampleName(3))
    }
    await refused(await list.calls.get(`/v1/releases/${id}.geojson`), 406, 'not-acceptable')
  })

  test('is the same bytes for both sides, and named by its year', async () => {
    const { id } = await jsonOf(await list.desk.propose(REQUEST, 'cq'), 201)
    const [cq, sc] = await Promise.all(PARTIES.map((party) => list.desk.show(id, party)))
    expect(cq.digest).toBe(sc.digest)
    const second = await jsonOf(await list.desk.propose(REQUEST), 201)
    expect(second.id).toBe(`${LIST}-2`)
  })
})

describe('a period', () => {
  test.each([
    ['of eleven months', '2025-01-01T00:00:00+08:00', '2025-12-01T00:00:00+08:00'],
    ['of two years', '2024-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'],
    ['from one spring to the next', '2025-04-01T00:00:00+08:00', '2026-04-01T00:00:00+08:00'],
    ['that is not over', '2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    ['by the years of Greenwich', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ])('%s is refused', async (_, start, end) => {
    await refused(await list.desk.draft({ ...REQUEST, period: { start, end } }), 422, 'period-invalid')
  })

  test('of which nothing is public makes no list', async () => {
    const period = { start: '2023-01-01T00:00:00+08:00', end: '2024-01-01T00:00:00+08:00' }
    await list.rate('sc', [
      { enterprise: 7, authority: '省级:四川省生态环境厅', level: '环保良好企业', year: '2023', document: '' },
    ])
    await refused(await list.desk.draft({ ...REQUEST, period }), 422, 'no-record-in-period')
  })

  test('takes the year’s ratings and no other’s', async () => {
    const period = { start: '2024-01-01T00:00:00+08:00', end: '2025-01-01T00:00:00+08:00' }
    const { id, table } = await jsonOf(await list.desk.propose({ ...REQUEST, period }), 201)
    expect(id).toBe('credit-list-2024')
    expect(table.rows.map(({ id: row }: { id: string }) => row)).toEqual(['statement', sampleCode(5)])
  })
})
