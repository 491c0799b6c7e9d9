/** Writes the sandbox's sample warnings (示例) in each side's own way of writing, and says so in every row and above every notice. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { actsOf, CHONGQING_PLACES, commandOf, LABEL, type SampleAct, SICHUAN_PLACES } from './warning.ts'

const OF_CHONGQING = '重庆市重污染天气应急指挥部办公室（示例）'
const OF_CHENGDU = commandOf('成都市')
const OF_DEYANG = commandOf('德阳市')

function chongqingTable(): string {
  const header =
    '发布机关,发文字号,区县,动作,预警级别,原预警级别,响应级别,发布时间,启动时间,解除时间,原文号,公开方式,备注'
  const lines = actsOf(CHONGQING_PLACES).map((act) =>
    [
      commandOf(`重庆市${act.place.name}`),
      act.number,
      act.place.name,
      act.action,
      act.level,
      act.before || '—',
      act.response || '—',
      act.issued,
      act.action === '解除' ? '' : act.effective,
      act.action === '解除' ? act.effective : act.until,
      act.replaces || '—',
      '主动公开',
      LABEL,
    ].join(','),
  )
  return `${[header, ...lines].join('\r\n')}\r\n`
}

/** The sheet of Sichuan's cities. */
export const CITY_SHEET = '城市预警（示例）'

/** Its rows. */
export function cityRows(): string[][] {
  const header = [
    '城市',
    '发布机关',
    '文号',
    '标题',
    '动作',
    '预警等级',
    '原级别',
    '应急响应',
    '发布时间',
    '生效时间',
    '截止时间',
    '被调整文号',
    '公开方式',
    '审核状态',
    '备注',
  ]
  return [header, ...actsOf(SICHUAN_PLACES).map(cityRow)]
}

function cityRow(act: SampleAct): string[] {
  const { place, action, level, before } = act
  const title =
    action === '调整'
      ? `关于将重污染天气${before}预警升级为${level}预警的通知`
      : `关于${action}重污染天气${level}预警的通知`
  return [
    place.name,
    commandOf(place.name),
    act.number,
    title,
    action,
    action === '解除' ? '/' : `${level}预警`,
    action === '解除' ? level : before || '/',
    act.response || '/',
    act.issued,
    act.effective,
    act.until || '/',
    act.replaces || '/',
    '此件公开发布',
    '终审',
    LABEL,
  ]
}

/** One notice as an office prints it. */
function notice(authority: string, number: string, title: string, body: readonly string[], date: string): string[] {
  return [
    `${authority}文件`,
    number,
    title,
    '各区（市）县人民政府，有关部门：',
    ...body,
    '（此件公开发布）',
    authority,
    date,
  ]
}

function chongqingNotices(): string {
  const areas = '中心城区、主城都市区'
  return `${[
    '重庆市重污染天气预警文件（示例数据，非真实预警）',
    ...notice(
      OF_CHONGQING,
      '示例渝重污办〔2026〕11号',
      '关于启动重污染天气黄色预警的通知',
      [
        `经会商研判，预计11月12日至14日部分区县可能出现重度污染。根据《重庆市重污染天气应急预案》（渝府办发〔2022〕115号），经市政府同意，决定自2026年11月12日0时起在${areas}启动重污染天气黄色预警（Ⅲ级应急响应），预警解除时间另行通知。`,
        '请有关区县严格落实Ⅲ级应急响应措施。如达到橙色预警条件，将及时升级为橙色预警。',
      ],
      '2026年11月11日18时',
    ),
    ...notice(
      OF_CHONGQING,
      '示例渝重污办〔2026〕12号',
      '关于解除重污染天气黄色预警的通知',
      [
        `根据重庆市生态环境监测中心（示例）11月15日预报，未来三天空气质量以良至轻度污染为主，决定自2026年11月15日20时起解除${areas}重污染天气黄色预警，终止Ⅲ级应急响应，《关于启动重污染天气黄色预警的通知》（示例渝重污办〔2026〕11号）同时废止。`,
      ],
      '2026年11月15日17时',
    ),
  ].join('\r\n')}\r\n`
}

function chengduNotices(): string {
  return `${[
    '成都市重污染天气预警文件（示例数据，非真实预警）',
    ...notice(
      OF_CHENGDU,
      '示例成重污办〔2026〕21号',
      '关于发布重污染天气黄色预警的通知',
      [
        '经会商研判，预计11月12日至14日我市可能出现中度及以上污染。根据《成都市重污染天气应急预案（2024年修订）》，经市政府同意，决定自2026年11月12日0时起在全市范围内启动重污染天气黄色预警（Ⅲ级应急响应），解除时间另行通知。',
      ],
      '2026年11月11日18时',
    ),
    ...notice(
      OF_CHENGDU,
      '示例成重污办〔2026〕22号',
      '关于将重污染天气黄色预警升级为橙色预警的通知',
      [
        '鉴于污染持续累积，决定自11月13日0时起将11月12日0时启动的重污染天气黄色预警（Ⅲ级应急响应）升级为橙色预警（Ⅱ级应急响应），解除时间另行通知。《关于发布重污染天气黄色预警的通知》（示例成重污办〔2026〕21号）同时废止。',
      ],
      '2026年11月12日18时',
    ),
    ...notice(
      OF_CHENGDU,
      '示例成重污办〔2026〕23号',
      '关于解除重污染天气橙色预警的通知',
      [
        '根据四川省生态环境监测总站（示例）11月15日预报，未来三天我市空气质量以良至轻度污染为主，决定于2026年11月15日20时解除重污染天气橙色预警，终止Ⅱ级应急响应。《关于将重污染天气黄色预警升级为橙色预警的通知》（示例成重污办〔2026〕22号）同时废止。',
      ],
      '2026年11月15日17时',
    ),
  ].join('\r\n')}\r\n`
}

/** What a city's page lists: a notice in a cell, its number to follow. */
function deyangPage(): string {
  const data = [
    {
      标题: `${OF_DEYANG}关于发布重污染天气黄色预警的公告`,
      发布时间: '2026-11-11T19:00:00+08:00',
      无文号原因: '文号后补',
      公开方式: '已向社会发布',
      正文: '经市政府同意，自2026年11月12日0时起至11月15日20时，在全市范围内启动重污染天气黄色预警，实施Ⅲ级应急响应。',
      盖章文件摘要: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      备注: LABEL,
    },
  ]
  return `${JSON.stringify({ total: data.length, data })}\n`
}

/** The sample files that are text, by path below this folder. */
export function warningTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/air-warning-20261115.csv': iconv.encode(chongqingTable(), 'gb18030'),
    'chongqing/air-warning-20261115.txt': Buffer.from(chongqingNotices()),
    'sichuan/air-warning-20261115.txt': Buffer.from(chengduNotices()),
    'sichuan/air-warning-20261115.json': Buffer.from(deyangPage()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(warningTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(cityRows(), { sheet: CITY_SHEET }).toBuffer()
  writeFileSync(join(here, 'sichuan', 'air-warning-20261115.xlsx'), workbook)
}
