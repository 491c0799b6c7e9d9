/** Writes the sandbox's sample files (示例): plausible figures from a fixed seed, in each side's own way of writing, quirks included. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'

type Item = 'temp' | 'pH' | 'do' | 'cond' | 'turb' | 'codMn' | 'nh3n' | 'tp' | 'tn'

/** A section's usual figures; `drift` raises the nutrients over the week, for a section that gets worse. */
interface Profile {
  readonly name: string
  readonly river: string
  readonly codMn: number
  readonly nh3n: number
  readonly tp: number
  readonly tn: number
  readonly do: number
  readonly drift?: number
  readonly lake?: boolean
}

const DECIMALS: Readonly<Record<Item, number>> = {
  temp: 1,
  pH: 2,
  do: 2,
  cond: 1,
  turb: 1,
  codMn: 2,
  nh3n: 3,
  tp: 3,
  tn: 2,
}
const ITEMS: readonly Item[] = ['temp', 'pH', 'do', 'cond', 'turb', 'codMn', 'nh3n', 'tp', 'tn']
const FOUR_HOURS = 4 * 3_600_000
const START = Date.parse('2026-11-09T00:00:00+08:00')
const SLOTS = 42

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function profile(
  name: string,
  river: string,
  codMn: number,
  nh3n: number,
  tp: number,
  tn: number,
  oxygen: number,
  more: Partial<Profile> = {},
): Profile {
  return { name, river, codMn, nh3n, tp, tn, do: oxygen, ...more }
}

const CHONGQING: readonly Profile[] = [
  profile('朱沱', '长江', 1.6, 0.05, 0.061, 1.52, 9.1),
  profile('江津大桥', '长江', 1.7, 0.06, 0.064, 1.55, 9.0),
  profile('丰收坝', '长江', 1.8, 0.07, 0.066, 1.6, 8.9),
  profile('和尚山', '长江', 1.7, 0.06, 0.063, 1.58, 8.9),
  profile('寸滩', '长江', 1.9, 0.08, 0.071, 1.66, 8.7),
  profile('清溪场', '长江', 1.8, 0.06, 0.069, 1.62, 8.6),
  profile('晒网坝', '长江', 1.7, 0.05, 0.065, 1.6, 8.5),
  profile('白帝城', '长江', 1.6, 0.05, 0.06, 1.57, 8.6),
  profile('巫峡口', '长江', 1.6, 0.04, 0.058, 1.55, 8.7),
  profile('北温泉', '嘉陵江', 2.0, 0.06, 0.048, 1.4, 9.2),
  profile('码头', '渠江', 2.4, 0.09, 0.062, 1.35, 8.8),
  profile('官渡', '渠江', 2.5, 0.1, 0.066, 1.38, 8.7),
  profile('玉溪', '涪江', 2.1, 0.07, 0.055, 1.62, 9.0),
  profile('太和', '涪江', 2.2, 0.08, 0.059, 1.6, 8.9),
  profile('光辉', '琼江', 5.4, 0.42, 0.158, 2.4, 6.6, { drift: 0.45 }),
  profile('高洞电站', '濑溪河', 4.8, 0.36, 0.142, 2.9, 7.0),
  profile('玉滩水库', '濑溪河', 4.4, 0.06, 0.044, 0.92, 9.6, { lake: true }),
  profile('土堡寨', '前河', 1.2, 0.03, 0.02, 0.9, 9.8),
  profile('水寨子', '任河', 1.1, 0.03, 0.018, 0.85, 9.9),
  profile('黎家乡崔家岩村', '大洪河', 5.2, 0.38, 0.171, 2.2, 6.2),
  profile('御临镇', '御临河', 4.1, 0.3, 0.12, 2.0, 7.4),
  profile('临渡', '小安溪', 4.9, 0.44, 0.168, 2.6, 6.8),
]
const SICHUAN: readonly Profile[] = [
  profile('清风峡', '嘉陵江', 1.5, 0.04, 0.03, 1.2, 9.6),
  profile('金子', '嘉陵江', 2.0, 0.06, 0.046, 1.36, 9.2),
  profile('双河口', '御临河', 4.0, 0.28, 0.13, 2.1, 7.2),
  profile('幺滩', '御临河', 4.2, 0.32, 0.135, 2.0, 7.1),
  profile('岗架大桥', '大洪河', 4.8, 0.4, 0.16, 2.1, 6.6),
  profile('团堡岭', '渠江', 2.3, 0.08, 0.06, 1.3, 8.9),
  profile('大安', '琼江', 5.0, 0.45, 0.17, 2.5, 6.5),
  profile('胡市大桥', '濑溪河', 4.6, 0.4, 0.155, 3.0, 7.0),
  profile('上河坝', '铜钵河', 5.8, 0.92, 0.236, 3.1, 5.6),
  profile('联盟桥', '任市河', 5.1, 0.5, 0.17, 2.7, 6.4),
  profile('四明水厂', '大陆溪', 4.4, 0.35, 0.15, 2.2, 7.0),
  profile('渭门桥', '岷江干流', 0.9, 0.03, 0.015, 0.7, 10.2),
  profile('都江堰水文站', '岷江干流', 1.0, 0.03, 0.017, 0.8, 10.0),
  profile('岳店子下', '岷江干流', 2.2, 0.12, 0.08, 1.9, 8.4),
  profile('悦来渡口', '岷江干流', 2.4, 0.14, 0.095, 2.1, 8.0),
  profile('月波', '岷江干流', 2.3, 0.1, 0.09, 2.0, 8.2),
  profile('凉姜沟', '岷江', 2.1, 0.09, 0.085, 1.9, 8.4),
]

/** One section's week of exact values. */
function week(section: Profile, seed: number): Record<Item, number>[] {
  const random = seeded(seed)
  const around = (value: number, spread: number): number => value * (1 + (random() - 0.5) * spread)
  const usual = {
    temp: 16.2 + random() * 2,
    pH: 7.9 + random() * 0.3,
    cond: 380 + random() * 80,
    turb: 12 + random() * 20,
  }
  return Array.from({ length: SLOTS }, (_, slot) => {
    const rise = 1 + (section.drift ?? 0) * (slot / SLOTS)
    return {
      temp: around(usual.temp, 0.06),
      pH: around(usual.pH, 0.03),
      do: around(section.do, 0.12),
      cond: around(usual.cond, 0.04),
      turb: around(usual.turb, 0.6),
      codMn: around(section.codMn, 0.16) * rise,
      nh3n: around(section.nh3n, 0.5) * rise,
      tp: around(section.tp, 0.2) * rise,
      tn: around(section.tn, 0.1),
    }
  })
}

function shown(values: Record<Item, number>): Record<Item, string> {
  const text = (item: Item): string => values[item].toFixed(DECIMALS[item])
  return {
    temp: text('temp'),
    pH: text('pH'),
    do: text('do'),
    cond: text('cond'),
    turb: text('turb'),
    codMn: text('codMn'),
    nh3n: text('nh3n'),
    tp: text('tp'),
    tn: text('tn'),
  }
}

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

const HEADER =
  '省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况'

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
        ? ['重庆市', '长江流域', section.name, undated, '', ...ITEMS.map(() => '--'), '*', '*', '维护']
        : [
            '重庆市',
            '长江流域',
            section.name,
            undated,
            glyph(values, section.lake ?? false),
            ...ITEMS.map((item) => figures[item]),
            ...lakeItems,
            '正常',
          ]
      if (!silent && section.name === '寸滩' && slot === 10) row[11] = '0.025L'
      lines.push(row.join(','))
      // The platform repeats a row now and then.
      if (slot % 17 === 3 && at % 5 === 0) lines.push(row.join(','))
    }
  }
  lines.push('重庆市,长江流域,红花村,*,,*,*,*,*,*,*,*,*,*,*,*,不具备运行条件')
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
      ])
    }
  }
  tbody.push(['四川省', '长江流域', '白鹤桥', null, '', ...ITEMS.map(() => '*'), '*', '*', '停站'])
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
      ]
      body.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    }
  }
  body.push(
    `<tr>${['朱陀', '长江', '出境断面', '2026-11-15 20:00', 'II', 'Ⅱ', '8.01', '9.05', '1.6', '0.05', '0.06'].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  return `<html><head><meta charset="utf-8"></head><body><table border="1"><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>\n${body.join('\n')}\n</table></body></html>\n`
}

const HERE = import.meta.dirname
writeFileSync(join(HERE, 'chongqing', 'water-2026-w46.csv'), iconv.encode(chongqingCsv(), 'gb18030'))
writeFileSync(join(HERE, 'sichuan', 'water-2026-w46.json'), sichuanJson())
writeFileSync(join(HERE, 'sichuan', 'border-2026-w46.xls'), sichuanBorder())
const workbook = await writeXlsxFile(chongqingBorder(), { sheet: '入境断面' }).toBuffer()
writeFileSync(join(HERE, 'chongqing', 'border-2026-w46.xlsx'), workbook)
