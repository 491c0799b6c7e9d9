/** A side's tables of risk sources and of discharging units as forms. HJ 941-2018. */
import { HJ941_2018 } from '../../contracts/standards/index.ts'
import { divisionNames, FIRST, type FormPart, firstHeading, firstWords, tableForm } from '../tables/form.ts'
import { REVIEWS } from '../tables/words.ts'
import type { TableForm } from '../types.ts'
import { type Field, type Headings, readColumns } from './columns.ts'
import { RISK_HEADINGS, UNIT_HEADINGS } from './headings.ts'
import type { RiskSide } from './side.ts'

type Part = FormPart<Field>

const LEVELS = HJ941_2018.levels.map(({ title }) => title.zh)

/** Fictional, each with a check character that holds. */
const CODES = {
  source: { sc: '91000000MAX000015T', cq: '91000000MA00020106' },
  unit: { sc: '91000000MAX0001114', cq: '91000000MA00021337' },
} as const

/** The columns of both contracts, those of a contract's own between the enterprise and its place. */
function siteParts({ party }: RiskSide, name: string, code: string, own: readonly Part[]): readonly Part[] {
  return [
    { field: 'name', pointer: '/enterprise/name', need: 'must', example: name },
    {
      field: 'code',
      pointer: '/enterprise/code',
      need: 'must',
      kind: 'code',
      example: code,
      hint: { zh: '18 位，末位为校验位（GB 32100-2015）', en: '18 characters, the last one a check (GB 32100-2015)' },
    },
    { field: 'site', pointer: '/site', hint: { zh: '一企多厂时填写', en: 'where an enterprise has several' } },
    ...(party === 'sc'
      ? ([
          { field: 'city', pointer: '/division/name', choices: divisionNames(party, ['city']), example: FIRST },
        ] as const)
      : []),
    {
      field: 'division',
      pointer: '/division/name',
      need: 'either',
      choices: divisionNames(party, ['county', 'management']),
      example: FIRST,
      hint: { zh: '区县、行政区划代码至少填一项', en: 'this or the division code' },
    },
    { field: 'divisionCode', pointer: '/division/code', need: 'either', kind: 'code' },
    { field: 'asOf', pointer: '/asOf', kind: 'day', example: '2026-11-16' },
    ...own,
    { field: 'longitude', pointer: '/location/longitude', kind: 'figure' },
    { field: 'latitude', pointer: '/location/latitude', kind: 'figure' },
    {
      field: 'crs',
      pointer: '/location/crs',
      choices: ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'],
      hint: {
        zh: '填经纬度时必填；GCJ-02、BD-09 换算为 CGCS2000 并注明',
        en: 'needed with a position; GCJ-02 and BD-09 are converted to CGCS2000, which is noted',
      },
    },
    {
      field: 'industry',
      pointer: '/industry/name',
      example: own.length > 6 ? '有机化学原料制造' : '污水处理及其再生利用',
    },
    { field: 'industryCode', pointer: '/industry/code', kind: 'code', example: own.length > 6 ? 'C2614' : 'D4620' },
    { field: 'river', pointer: '/receivingRiver/name', need: own.length > 6 ? 'may' : 'either', example: '长江' },
    { field: 'distance', pointer: '/distanceToBoundary', kind: 'figure', unit: 'km', example: '8.5' },
    { field: 'sections', pointer: '/downstreamSections', hint: { zh: '多个以顿号分隔', en: 'several parted by 、' } },
    {
      field: 'post',
      pointer: '/contact/post',
      example: '安环部应急值班岗',
      hint: { zh: '写岗位，不写姓名', en: 'a post, never a name' },
    },
    { field: 'phone', pointer: '/contact/phone', kind: 'code', example: '0830-1234567' },
    { field: 'review', pointer: '/review', choices: firstWords(REVIEWS), example: FIRST },
  ]
}

function medium(name: 'air' | 'water'): readonly Part[] {
  const at = `/riskLevel/${name}`
  return [
    { field: `${name}Level`, pointer: `${at}/reported`, choices: LEVELS },
    { field: `${name}Q`, pointer: `${at}/q`, choices: ['Q0', 'Q1', 'Q2', 'Q3'] },
    { field: `${name}M`, pointer: `${at}/m`, choices: ['M1', 'M2', 'M3', 'M4'] },
    { field: `${name}E`, pointer: `${at}/e`, choices: ['E1', 'E2', 'E3'] },
  ]
}

function enterpriseForm(parts: readonly Part[], headings: Headings, numbered: boolean): TableForm {
  return tableForm(parts, firstHeading(headings), (heading) => {
    const { fields } = readColumns([heading], headings, numbered)
    return parts.find(({ field }) => fields[field] !== undefined)?.field
  })
}

/** The form of risk sources. */
export function riskSourceForm(side: RiskSide): TableForm {
  const own: readonly Part[] = [
    {
      field: 'level',
      pointer: '/riskLevel/reported',
      choices: LEVELS,
      example: LEVELS[1] ?? '',
      hint: {
        zh: '也可写表征，例：重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]',
        en: 'or the text form, as 重大[重大-大气(Q3-M2-E1)+较大-水(Q2-M1-E2)]',
      },
    },
    ...medium('air'),
    ...medium('water'),
    { field: 'penalised', pointer: '/riskLevel/penalised', choices: ['是', '否'], example: '否' },
    {
      field: 'substances',
      pointer: '/substances',
      example: '示例物质甲:12.5/5(气态,涉气)',
      hint: {
        zh: '物质[CAS号]:存量/临界量(物态,涉气或涉水)，吨；多个以分号分隔',
        en: 'name[CAS]:stock/threshold(phase, medium), in tonnes; several parted by ;',
      },
    },
  ]
  return enterpriseForm(siteParts(side, '锦示化工有限公司（示例）', CODES.source[side.party], own), RISK_HEADINGS, true)
}

/** The form of discharging units. */
export function dischargeUnitForm(side: RiskSide): TableForm {
  const code = CODES.unit[side.party]
  const own: readonly Part[] = [
    { field: 'permit', pointer: '/permit', kind: 'code', example: `${code}001X` },
    {
      field: 'outlets',
      pointer: '/outlets',
      example: 'DW001:总排口',
      hint: { zh: '编号:名称；多个以分号分隔', en: 'code:name; several parted by ;' },
    },
    {
      field: 'pollutants',
      pointer: '/keyPollutants',
      example: '化学需氧量:120.5;氨氮:12',
      hint: {
        zh: '污染物:许可年排放量(t/a)，量可不写；多个以分号分隔',
        en: 'name:yearly limit in t/a, the limit may be left out; several parted by ;',
      },
    },
    { field: 'dischargeTo', pointer: '/dischargeTo', example: '直接进入江河' },
  ]
  return enterpriseForm(siteParts(side, '锦示污水处理厂（示例）', code, own), UNIT_HEADINGS, false)
}
