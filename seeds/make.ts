/** Writes the sandbox's sample files (示例) in each side's own way of writing, quirks included, and says so in every row. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { CHONGQING, FOUR_HOURS, ITEMS, type Item, SICHUAN, START, shown, week } from './profiles.ts'

function local(slot: number): { dated: string; undated: string } {
  const iso = new Date(START + (slot + 1) * FOUR_HOURS + 8 * 3_600_000).toISOString()
  return { dated: iso.slice(0, 16).replace('T', ' '), undated: iso.slice(5, 16).replace('T', ' ') }
}

const LIMITS: readonly [Item, readonly number[]][] = [
  ['codMn', [2, 4, 6, 10, 15]],
  ['nh3n', [0.15, 0.5, 1, 1.5, 2]],
  ['tp', [0.02, 0.1, 0.2, 0.3, 0.4]],
]
const LAKE_TP = [0.01, 0.025, 0.05, 0.1, 0.2]
const OXYGEN = [7.5, 6, 5, 3, 2]
const GLYPHS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '劣Ⅴ'] as const

/** The class the sender prints, worked out here on its own from GB 3838-2002. */
function glyph(values: Record<Item, number>, lake: boolean): string {
  let worst = 0
  for (const [item, limits] of LIMITS) {
    const own = lake && item === 'tp' ? LAKE_TP : limits
    const met = own.findIndex((limit) => values[item] <= limit)
    worst = Math.max(worst, met < 0 ? 5 : met)
  }
  const met = OXYGEN.findIndex((limit) => values.do >= limit)
  return GLYPHS[Math.max(worst, met < 0 ? 5 : met)] ?? '劣Ⅴ'
}

/** In every row, so that no part of a sample passes for a measurement. */
const LABEL = '示例数据'

const HEADER =
  '省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况,备注'

function chongqingCsv(): string {
  const lines = [HEADER]
  for (const [at, section] of CHONGQING.entries()) {
    for (const [slot, values] of week(section, 1000 + at).entries()) {
      const { undated } = local(slot)
      const figures = shown(values)
      const lakeItems = section.lake ? ['0.012', '1830000'] : ['*', '*']
      // 土堡寨 is under maintenance all week, 水寨子 for its first day: no figure, and none made up.
      const silent = section.name === '土堡寨' || (section.name === '水寨子' && slot < 6)
      const row = silent
        ? ['重庆市', '长江流域', section.name, undated, '', ...ITEMS.map(() => '--'), '*', '*', '维护', LABEL]
        : [
            '重庆市',
            '长江流域',
            section.name,
            undated,
            glyph(values, section.lake ?? false),
            ...ITEMS.map((item) => figures[item]),
            ...lakeItems,
            '正常',
            LABEL,
          ]
      if (!silent && section.name === '寸滩' && slot === 10) row[11] = '0.025L'
      lines.push(row.join(','))
      // The platform repeats a row now and then.
      if (slot % 17 === 3 && at % 5 === 0) lines.push(row.join(','))
    }
  }
  lines.push(`重庆市,长江流域,红花村,*,,*,*,*,*,*,*,*,*,*,*,*,不具备运行条件,${LABEL}`)
  return `${lines.join('\r\n')}\r\n`
}

function span(value: number, text: string): string {
  return `<span data-toggle='tooltip' data-placement='right' title='原始值：${Number(value.toPrecision(6))}'>${text}</span>`
}

function sichuanJson(): string {
  const thead = HEADER.split(',').map((name) => name.replace(/\((.*)\)/, "<br/><span class='unit'>($1)</span>"))
  const tbody: (string | null)[][] = []
  for (const [at, section] of SICHUAN.entries()) {
    for (const [slot, values] of week(section, 2000 + at).entries()) {
      const figures = shown(values)
      const exact = Object.fromEntries(ITEMS.map((item) => [item, Number(values[item].toPrecision(6))]))
      const name = `<span data-toggle='tooltip' data-placement='right' title='所在地市:示例&#10;所属河流:${section.river}'>${section.name}</span>`
      tbody.push([
        '四川省',
        '长江流域',
        name,
        local(slot).undated,
        glyph({ ...values, ...exact }, false),
        ...ITEMS.map((item) => span(values[item], figures[item])),
        '*',
        '*',
        '正常',
        LABEL,
      ])
    }
  }
  tbody.push(['四川省', '长江流域', '白鹤桥', null, '', ...ITEMS.map(() => '*'), '*', '*', '停站', LABEL])
  return `${JSON.stringify({ result: 1, total: 1, records: tbody.length, thead, tbody })}\n`
}

/** Chongqing's own copies of two sections that Sichuan keeps, and that flow in (入境) to it. */
function chongqingBorder(): (string | number)[][] {
  const rows: (string | number)[][] = [
    [
      '断面名称',
      '所在河流',
      '断面级别',
      '断面类型',
      '监测时间',
      '水质目标',
      '水质类别',
      'pH(无量纲)',
      '溶解氧(mg/L)',
      '高锰酸盐指数(mg/L)',
      '氨氮(mg/L)',
      '总磷(mg/L)',
      '站点情况',
      '备注',
    ],
  ]
  for (const [name, target] of [
    ['金子', 'Ⅱ类'],
    ['幺滩', 'III类'],
  ] as const) {
    const at = SICHUAN.findIndex((section) => section.name === name)
    const section = SICHUAN[at]
    if (!section) throw new RangeError(name)
    for (const [slot, values] of week(section, 2000 + at).entries()) {
      const exact = Object.fromEntries(ITEMS.map((item) => [item, Number(values[item].toPrecision(6))]))
      const copy = { ...values, ...exact }
      // One reading that the two sides hold differently.
      if (name === '幺滩' && slot === 20) copy.tp = 0.198
      rows.push([
        name,
        section.river,
        '国控',
        '入境',
        local(slot).dated,
        target,
        glyph(copy, false),
        copy.pH,
        copy.do,
        copy.codMn,
        copy.nh3n,
        copy.tp,
        '正常',
        LABEL,
      ])
    }
  }
  return rows
}

/** Sichuan's copies of two sections that leave it (出境) for Chongqing, as the office exports them: a page of HTML that calls itself .xls. */
function sichuanBorder(): string {
  const heads = [
    '断面名称',
    '所属河流',
    '断面类型',
    '监测时间',
    '规定类别',
    '实测类别',
    'pH',
    '溶解氧(mg/L)',
    '高锰酸盐指数(mg/L)',
    '氨氮(mg/L)',
    '总磷(mg/L)',
    '备注',
  ]
  const body: string[] = []
  for (const name of ['朱沱', '码头']) {
    const at = CHONGQING.findIndex((section) => section.name === name)
    const section = CHONGQING[at]
    if (!section) throw new RangeError(name)
    for (const [slot, values] of week(section, 1000 + at).entries()) {
      const figures = shown(values)
      const cells = [
        name,
        section.river,
        '出境断面',
        local(slot).dated,
        name === '朱沱' ? 'II' : '/',
        glyph(values, false),
        figures.pH,
        figures.do,
        figures.codMn,
        figures.nh3n,
        figures.tp,
        LABEL,
      ]
      body.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    }
  }
  body.push(
    `<tr>${['朱陀', '长江', '出境断面', '2026-11-15 20:00', 'II', 'Ⅱ', '8.01', '9.05', '1.6', '0.05', '0.06', LABEL].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>\n${body.join('\n')}\n</table></body></html>\n`
}

/** The sample files that are text, by path below this folder. */
export function sampleTexts(): Readonly<Record<string, Uint8Array>> {
  return {
    'chongqing/water-2026-w46.csv': iconv.encode(chongqingCsv(), 'gb18030'),
    'sichuan/water-2026-w46.json': Buffer.from(sichuanJson()),
    'sichuan/border-2026-w46.xls': Buffer.from(sichuanBorder()),
  }
}

if (process.argv[1] === import.meta.filename) {
  const here = import.meta.dirname
  for (const [path, bytes] of Object.entries(sampleTexts())) writeFileSync(join(here, path), bytes)
  const workbook = await writeXlsxFile(chongqingBorder(), { sheet: '入境断面（示例）' }).toBuffer()
  writeFileSync(join(here, 'chongqing', 'border-2026-w46.xlsx'), workbook)
}
