/** The look-up over HTTP: what both sides made public, side by side, on the day, and nothing else. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { assembleDocument, signDocument } from '../../../gateway/identity/document.ts'
import { creditVersion, RECOGNISING } from '../../contracts/enterprise-credit/versions.ts'
import { refused } from '../http/calls.ts'
import { type Answer, type CreditWorld, creditWorld, DAY, sampleCode, sampleName, withContracts } from './world.ts'

const PROVINCE = '省级'
const MUNICIPAL = '市级'
const DISTRICT = '区县级:涪陵区生态环境局'

let credit: CreditWorld | undefined
async function opened(...args: Parameters<typeof creditWorld>): Promise<CreditWorld> {
  credit = await creditWorld(...args)
  return credit
}
afterEach(async () => {
  expect(credit?.calls.failures ?? []).toEqual([])
  await credit?.world.close()
  credit = undefined
})

const levels = ({ enterprises }: Answer, party: 'cq' | 'sc') =>
  enterprises.flatMap(({ sides }) => sides[party]).map(({ record }) => record.level)

describe('by its code', () => {
  test('an enterprise is shown with both sides’ ratings, each with scheme, year, authority, validity and basis', async () => {
    const { rate, ask } = await opened()
    await rate('sc', [{ enterprise: 1, authority: PROVINCE, level: '环保良好企业', score: '92' }])
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, level: '环保警示企业', score: '99.5' }])
    const answer = await ask(sampleCode(1))
    expect(answer).toMatchObject({ day: '2026-09-01', contract: { version: '1.0.0' }, more: false })
    expect(answer.enterprises).toHaveLength(1)
    const [{ code, names, sides } = { code: '', names: [], sides: { cq: [], sc: [] } }] = answer.enterprises
    expect({ code, names }).toEqual({ code: sampleCode(1), names: [sampleName(1)] })
    expect(sides.sc).toMatchObject([
      {
        title: { zh: '环保良好企业', en: 'Environmentally good' },
        setAsideBy: null,
        record: {
          authority: { level: 'province', name: '四川省生态环境厅' },
          level: 'good',
          publicationBasis: { document: '示例公告〔2026〕1号', notice: null },
          ratingYear: 2025,
          scheme: '四川省企业环境信用评价指标及计分方法（2019年版）',
          validity: { from: '2026-08-13', to: '2027-08-12' },
        },
      },
    ])
    // 99.5 lies in the band of 环保良好企业; the level its authority gave stands.
    expect(sides.cq).toMatchObject([{ record: { level: 'warning', authority: { level: 'municipality' } } }])
  })

  test.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    [
      'in full width',
      (code: string) => code.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ],
    ['with blanks', (code: string) => ` ${code.slice(0, 8)} ${code.slice(8)} `],
  ])('written %s', async (_, write) => {
    const { rate, ask } = await opened()
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, level: '环保良好企业' }])
    expect(levels(await ask(write(sampleCode(1))), 'cq')).toEqual(['good'])
  })

  test.each([
    // The codes that standards §7.1 gives as made up, and one character of a good one changed.
    ['91510000201867648B', '校验位'],
    ['91350100M000100Y44', '末位应为3'],
    ['91350100M000100Y4', '收到17位'],
    ['9135010OM000100Y43', '是否为 91350100M000100Y43'],
  ])('%s, which does not hold, says so', async (code, why) => {
    const { calls } = await opened()
    const problem = await refused(await calls.get(`/v1/credit?q=${code}`), 400, 'query-invalid')
    expect(problem.detail).toContain(why)
    expect(problem.pointer).toBe('q')
  })

  test('of nobody, or of somebody hidden, the answer is the same but for the question', async () => {
    const { rate, ask } = await opened()
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, level: '环保不良企业', document: '' }])
    const strip = (answer: Answer, code: string) => JSON.stringify(answer).replaceAll(code, '…')
    const [hidden, nobody] = [await ask(sampleCode(1)), await ask(sampleCode(2))]
    expect(hidden.enterprises).toEqual([])
    expect(strip(hidden, sampleCode(1))).toBe(strip(nobody, sampleCode(2)))
  })

  test('the municipality’s rating goes before the district’s, and both are kept; the newest year is first', async () => {
    const { rate, ask } = await opened()
    await rate('cq', [
      { enterprise: 1, authority: DISTRICT, level: '环保警示企业' },
      { enterprise: 1, authority: DISTRICT, level: '环保良好企业', year: '2024' },
      { enterprise: 1, authority: MUNICIPAL, level: '环保良好企业' },
    ])
    const [found] = (await ask(sampleCode(1))).enterprises
    const municipal = `${sampleCode(1)}/2025/municipality/重庆市生态环境局`
    expect(found?.sides.cq.map(({ record, setAsideBy }) => [record.ratingYear, record.level, setAsideBy])).toEqual([
      [2025, 'good', null],
      [2025, 'warning', municipal],
      [2024, 'good', null],
    ])
  })

  test('a status is told as one, without a level', async () => {
    const { rate, ask } = await opened()
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, status: '停产' }])
    const [found] = (await ask(sampleCode(1))).enterprises
    expect(found?.sides.cq).toMatchObject([
      { title: { zh: '停产，未评级' }, record: { level: null, status: 'suspended' } },
    ])
  })
})

describe('a rating comes and goes', () => {
  test('with its days, by the civil day of Asia/Shanghai and not of UTC', async () => {
    const { rate, ask, pass } = await opened()
    await rate('cq', [
      { enterprise: 1, authority: MUNICIPAL, level: '环保良好企业', validity: '2026-09-02至2026-09-03' },
    ])
    const shown = async () => levels(await ask(sampleCode(1)), 'cq').length
    expect(await shown()).toBe(0)
    // 2 September in Asia/Shanghai begins at 16:00 UTC of the first.
    pass(15 * 3_600_000)
    expect((await ask(sampleCode(1))).day).toBe('2026-09-02')
    expect(await shown()).toBe(1)
    pass(DAY)
    expect(await shown()).toBe(1)
    pass(DAY)
    expect(await shown()).toBe(0)
    expect((await ask('样品1')).enterprises).toEqual([])
  })

  test('and with repair, without a word that there was one', async () => {
    const { rate, ask } = await opened()
    const row = { enterprise: 1, authority: MUNICIPAL, level: '环保警示企业' }
    await rate('cq', [row])
    const before = await ask('样品1有限')
    expect(levels(before, 'cq')).toEqual(['warning'])
    await rate('cq', [{ ...row, repair: '修复中（2026-08-20）' }])
    // An application is not public: to the public nothing has changed.
    expect(await ask('样品1有限')).toEqual(before)
    await rate('cq', [{ ...row, repair: '已修复（2026-08-30）' }])
    for (const q of [sampleCode(1), '样品1有限']) {
      const after = await ask(q)
      expect(after.enterprises).toEqual([])
      expect(JSON.stringify({ ...after, mutualRecognition: null, display: null })).not.toMatch(/修复|repair/)
    }
  })

  test('a district’s rating stands alone when the municipality’s is gone', async () => {
    const { rate, ask } = await opened()
    await rate('cq', [
      { enterprise: 1, authority: DISTRICT, level: '环保良好企业' },
      { enterprise: 1, authority: MUNICIPAL, level: '环保警示企业', repair: '已修复（2026-08-30）' },
    ])
    const [found] = (await ask(sampleCode(1))).enterprises
    expect(found?.sides.cq).toMatchObject([{ setAsideBy: null, record: { level: 'good' } }])
  })
})

describe('by a part of its name', () => {
  test('in any width and case, wherever it stands', async () => {
    const { rate, ask } = await opened()
    await rate('sc', [
      { enterprise: 1, name: '川示ＡＢＣ（锂电）材料有限公司', authority: PROVINCE, level: '环保良好企业' },
    ])
    for (const q of ['abc(锂电)', 'ABC', '川示', '川 示 abc', '（锂电）材料'])
      expect(
        (await ask(q)).enterprises.map(({ code }) => code),
        q,
      ).toEqual([sampleCode(1)])
    expect((await ask('川示锂')).enterprises).toEqual([])
  })

  test.each(['', ' ', '川', '　川　'])('%j is too little', async (q) => {
    const { calls } = await opened()
    await refused(await calls.get(`/v1/credit?q=${encodeURIComponent(q)}`), 400, 'query-invalid')
  })

  test('more than 64 characters, an unknown or a doubled parameter are refused', async () => {
    const { calls } = await opened()
    for (const query of [`q=${'a'.repeat(65)}`, 'q=ab&party=cq', 'q=ab&q=cd', 'name=ab'])
      await refused(await calls.get(`/v1/credit?${query}`), 400, 'query-invalid')
  })

  test('at most 20 enterprises come, best first, and that there are more is said without how many', async () => {
    const { rate, ask } = await opened()
    const many = Array.from({ length: 25 }, (_, at) => ({
      enterprise: at + 1,
      authority: MUNICIPAL,
      level: '环保良好企业',
    }))
    await rate('cq', [...many, { enterprise: 99, name: '有限公司', authority: MUNICIPAL, level: '环保良好企业' }])
    const answer = await ask('有限公司')
    expect(answer.enterprises).toHaveLength(20)
    expect(answer.enterprises[0]?.names).toEqual(['有限公司'])
    expect(answer.more).toBe(true)
    expect(Object.keys(answer).sort()).toEqual(
      ['question', 'day', 'contract', 'mutualRecognition', 'display', 'enterprises', 'more', 'notes'].sort(),
    )
    expect((await ask('样品2')).enterprises).toHaveLength(7)
    expect((await ask('样品2')).more).toBe(false)
  })

  test('hidden ones neither count nor crowd others out', async () => {
    const { rate, ask } = await opened()
    const hidden = Array.from({ length: 40 }, (_, at) => ({
      enterprise: at + 1,
      authority: MUNICIPAL,
      level: '环保不良企业',
      document: '',
    }))
    await rate('cq', [
      ...hidden,
      { enterprise: 99, name: '样品乙（示例）', authority: MUNICIPAL, level: '环保良好企业' },
    ])
    const answer = await ask('样品')
    expect(answer.enterprises.map(({ code }) => code)).toEqual([sampleCode(99)])
    expect(answer.more).toBe(false)
  })

  test('what came since the last question is found, and what another submission has nothing to do with stays', async () => {
    const { rate, ask, world } = await opened()
    expect((await ask('样品')).enterprises).toEqual([])
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, level: '环保良好企业' }])
    expect((await ask('样品')).enterprises).toHaveLength(1)
    await world.submit('cq', '断面名称,监测时间,pH\n朱沱,2026-08-02 16:00,7.8\n')
    await rate('sc', [{ enterprise: 2, authority: PROVINCE, level: '环保诚信' }])
    expect((await ask('样品')).enterprises.map(({ code }) => code)).toEqual([sampleCode(1), sampleCode(2)])
    await rate('sc', [{ enterprise: 2, name: '改名厂（示例）', authority: PROVINCE, level: '环保诚信' }])
    expect((await ask('样品')).enterprises.map(({ code }) => code)).toEqual([sampleCode(1)])
    expect((await ask('改名')).enterprises.map(({ code }) => code)).toEqual([sampleCode(2)])
  })
})

describe('mutual recognition', () => {
  const RATED = { enterprise: 1, authority: PROVINCE, level: '环保良好企业' }

  test('is off: a rating says it has no effect on the other side, to anybody and to partners', async () => {
    const { rate, ask, partner } = await opened()
    await rate('sc', [RATED])
    const answer = await ask(sampleCode(1))
    expect(answer.mutualRecognition).toMatchObject({ enabled: false })
    for (const row of [answer.enterprises[0]?.sides.sc[0], (await partner('cq', sampleCode(1))).sides.sc[0]])
      expect(row?.recognition).toMatchObject({ level: null, name: null, zh: expect.stringContaining('无互认效力') })
    expect(JSON.stringify(answer)).not.toContain('互认为')
  })

  test('is on once both have signed a version that says so, and then the crosswalk tells the level there', async () => {
    const { rate, ask, partner, agree } = await opened({ contracts: withContracts(RECOGNISING) })
    await rate('sc', [RATED])
    await agree(RECOGNISING)
    await rate('cq', [
      { enterprise: 1, authority: MUNICIPAL, level: '环保警示企业' },
      { enterprise: 1, authority: DISTRICT, level: '环保不良企业' },
    ])
    const answer = await ask(sampleCode(1))
    expect(answer).toMatchObject({ contract: { version: '2.0.0' }, mutualRecognition: { enabled: true } })
    const [found] = answer.enterprises
    const recognised = { level: 'good', name: '环保良好企业', zh: '按双方契约互认为重庆的环保良好企业' }
    expect(found?.sides.sc[0]?.recognition).toMatchObject(recognised)
    expect(found?.sides.cq.map(({ recognition }) => recognition.level)).toEqual(['warning', null])
    expect((await partner('sc', sampleCode(1))).sides.sc[0]?.recognition).toMatchObject(recognised)
  })

  test('stays off while one side has not signed', async () => {
    const { rate, ask, world, calls } = await opened({ contracts: withContracts(RECOGNISING) })
    await rate('sc', [RATED])
    const key = world.sides.cq.signatory
    const { source } = RECOGNISING
    const jws = assembleDocument(source, [signDocument(source, { ...key, typ: 'chuanyu-contract+jws' })])
    expect((await calls.writeJson(key, '/v1/contracts', jws)).status).toBe(201)
    expect(await ask(sampleCode(1))).toMatchObject({
      contract: { version: '1.0.0' },
      mutualRecognition: { enabled: false },
    })
  })
})

describe('the contract in force decides', () => {
  test('what is open: a rating sent before scores were is still shown without its own', async () => {
    const open = creditVersion('2.0.0', ({ audience }) => ({ audience: { ...audience, score: 'public' } }))
    const { rate, ask, agree } = await opened({ contracts: withContracts(open) })
    await rate('sc', [{ enterprise: 1, authority: PROVINCE, level: '环保良好企业', score: '92' }])
    await agree(open)
    await rate('cq', [{ enterprise: 1, authority: MUNICIPAL, level: '环保良好企业', score: '88' }])
    const [found] = (await ask(sampleCode(1))).enterprises
    expect(found?.sides.sc[0]?.record).not.toHaveProperty('score')
    expect(found?.sides.cq[0]?.record).toMatchObject({ score: { reported: '88', scheme: '渝环规〔2021〕7号' } })
  })

  test('and without one nothing is shown', async () => {
    const { ask, calls, world } = await opened({ datasets: [] })
    expect(await ask('样品')).toMatchObject({ contract: null, enterprises: [], mutualRecognition: null, more: false })
    const path = `/v1/credit/${sampleCode(1)}`
    await refused(await calls.read(world.sides.cq.agency, path), 409, 'contract-not-in-force')
  })
})

describe('partners', () => {
  let open: CreditWorld
  beforeAll(async () => {
    open = await creditWorld({ roles: ['reviewer', 'security'] })
    await open.rate('cq', [
      { enterprise: 1, authority: MUNICIPAL, level: '环保警示企业', score: '72', repair: '已修复（2026-08-30）' },
      { enterprise: 1, authority: DISTRICT, level: '环保良好企业', appeal: '复核中' },
    ])
  })
  afterAll(async () => {
    expect(open.calls.failures).toEqual([])
    await open.world.close()
  })

  test('read every rating of a code whole, with what the public sees of them', async () => {
    const found = await open.partner('sc', sampleCode(1))
    expect(found.asOf).toBe(open.world.gateway.log.head().size)
    expect(found.sides.cq).toMatchObject([
      { shown: false, setAsideBy: null, record: { repair: { state: 'granted' }, score: { reported: '72' } } },
      {
        shown: true,
        setAsideBy: `${sampleCode(1)}/2025/municipality/重庆市生态环境局`,
        record: { appeal: { state: 'pending' } },
      },
    ])
  })

  test('by a signed answer, each role that may read records; nobody else', async () => {
    const path = `/v1/credit/${sampleCode(1)}`
    const { calls, world } = open
    const answer = await calls.read(world.sides.sc.operator, path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('signature')).toBeTruthy()
    await refused(await calls.get(path), 401, 'signature-missing')
    const security = world.sides.sc.others.get('security')
    if (!security) throw new TypeError('nobody is security')
    await refused(await calls.read(security, path), 403, 'not-permitted')
  })

  test('by whole codes only', async () => {
    const { calls, world } = open
    for (const code of ['91350100M000100Y44', encodeURIComponent('样品'), 'x'])
      await refused(await calls.read(world.sides.sc.agency, `/v1/credit/${code}`), 400, 'query-invalid')
    const path = `/v1/credit/${sampleCode(1)}?asOf=1`
    await refused(await calls.read(world.sides.sc.agency, path), 400, 'query-invalid')
  })
})
