/** The edition of 2026-12: the divisions of 2026-11 unchanged, and the forecast zone of those of which public plans say it. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../../contracts/registry/divisions.schema.json' with { type: 'json' }
import file from '../../../contracts/registry/divisions-2026-12.json' with { type: 'json' }
import {
  DIVISIONS_2026_11,
  DIVISIONS_2026_12,
  type Division,
  divisionIndex,
  readDivisionRegistry,
} from '../../../contracts/registry/index.ts'

const index = divisionIndex(DIVISIONS_2026_12)
const inZone = (zone: string, on = '2026-12-01') =>
  index
    .inForce({ on })
    .filter((one) => one.zone === zone)
    .map(({ name }) => name.replace(/(?:土家族|苗族)+自治县$/, '县'))
    .sort()
const names = (text: string) => text.split(' ').sort()

test('keeps the schema, and says of no division anything else than the edition before', () => {
  const validate = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true }).compile(schema)
  validate(file)
  expect(validate.errors).toBeNull()
  const plain = ({ zone: _zone, evidence: { fields = {}, note: _note, ...evidence }, ...one }: Division) => {
    const { zone: _of, ...others } = fields
    return { ...one, evidence: { ...evidence, others } }
  }
  expect(DIVISIONS_2026_12.divisions.map(plain)).toEqual(DIVISIONS_2026_11.divisions.map(plain))
  for (const { zone } of DIVISIONS_2026_11.divisions) expect(zone).toBeUndefined()
})

describe('a zone has', () => {
  // By the plan of the province for the five economic regions, which its own air bulletins follow.
  test('8, 4 and 5 cities in Sichuan; of 攀枝花 and the three prefectures nothing is said', () => {
    expect(inZone('sc-成都平原')).toEqual(names('成都市 德阳市 绵阳市 遂宁市 乐山市 眉山市 雅安市 资阳市'))
    expect(inZone('sc-川南')).toEqual(names('自贡市 泸州市 内江市 宜宾市'))
    expect(inZone('sc-川东北')).toEqual(names('广元市 南充市 广安市 达州市 巴中市'))
    const open = index.inForce({ party: 'sc', kinds: ['city'] }).filter(({ zone }) => zone === null)
    expect(open.map(({ id }) => id)).toEqual(['510400', '513200', '513300', '513400'])
  })

  test('9 districts in 中心城区, 12 more in 主城都市区, which has 21; 11 and 6 in the two groups', () => {
    const before = '2025-11-05'
    expect(inZone('cq-中心城区', before)).toEqual(
      names('渝中区 大渡口区 江北区 沙坪坝区 九龙坡区 南岸区 北碚区 渝北区 巴南区'),
    )
    expect(inZone('cq-主城都市区', before).filter((name) => name.endsWith('区') && name !== '中心城区')).toEqual(
      names('涪陵区 长寿区 江津区 合川区 永川区 南川区 綦江区 大足区 璧山区 铜梁区 潼南区 荣昌区'),
    )
    expect(index.byId('cq-中心城区')?.zone).toBe('cq-主城都市区')
    expect(inZone('cq-渝东北', before)).toEqual(
      names('万州区 开州区 梁平区 城口县 丰都县 垫江县 忠县 云阳县 奉节县 巫山县 巫溪县'),
    )
    expect(inZone('cq-渝东南', before)).toEqual(names('黔江区 武隆区 石柱县 秀山县 酉阳县 彭水县'))
  })

  test('every county of Chongqing in force, before November 2025 and after', () => {
    for (const on of ['2025-11-05', '2025-11-06']) {
      const counties = index.inForce({ party: 'cq', kinds: ['county'], on })
      expect(counties.filter(({ zone }) => !zone)).toEqual([])
    }
    expect(index.byId('cq-两江新区')).toMatchObject({
      zone: 'cq-中心城区',
      evidence: { fields: { zone: { confidence: 'C' } } },
    })
  })
})

test('each says where it was seen: two sources at least, or by what it was worked out', () => {
  for (const { zone, evidence } of DIVISIONS_2026_12.divisions) {
    const found = evidence.fields?.zone
    expect(found !== undefined).toBe(zone !== null)
    if (!found) continue
    if (found.confidence === 'C') expect(found.sources[0]).toContain('推得')
    else {
      expect(found.confidence).toBe('V2')
      expect(new Set(found.sources).size).toBeGreaterThanOrEqual(2)
    }
  }
})

describe('a register is refused', () => {
  const changed = (id: string, zone: unknown) => ({
    ...file,
    divisions: file.divisions.map((one) => (one.id === id ? { ...one, zone } : one)),
  })
  test.each([
    ['of a zone there is not', '510100', 'sc-攀西'],
    ['of a zone of the other side', '510100', 'cq-渝东北'],
    ['of what is no zone', '510104', '510100'],
    ['of zones that lie in one another', 'cq-主城都市区', 'cq-中心城区'],
  ])('%s', (_, id, zone) => {
    expect(() => readDivisionRegistry(changed(id, zone))).toThrow(/zone/)
  })
})
