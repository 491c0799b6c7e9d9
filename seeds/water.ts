/** The sandbox's made-up water (示例) as both sides write it: 4-hourly figures of a stretch of days, quirks included, and 示例 in every row. */
import {
  CHONGQING,
  FOUR_HOURS,
  ITEMS,
  type Item,
  type Profile,
  SICHUAN,
  START,
  shown,
  WEEK_SLOTS,
  week,
} from './profiles.ts'

/** Which times are written, and by which chance. */
export interface Stretch {
  /** Its first midnight, ms. */
  readonly start: number
  /** Times of four hours. */
  readonly slots: number
  /** The seed of a section's figures; `number` is its place among those of both sides. */
  seedOf(section: Profile, number: number): number
  /** Whether a station has no figure at a time. */
  isSilent(section: Profile, slot: number): boolean
}

/** The week of the sample files. 土堡寨 is under maintenance all week, 水寨子 for its first day: no figure, and none made up. */
export const SAMPLE_WEEK: Stretch = {
  start: START,
  slots: WEEK_SLOTS,
  seedOf: (_section, number) => number,
  isSilent: ({ name }, slot) => name === '土堡寨' || (name === '水寨子' && slot < 6),
}

/** A time as it ends, with its year and without. */
export function local({ start }: Pick<Stretch, 'start'>, slot: number): { dated: string; undated: string } {
  const iso = new Date(start + (slot + 1) * FOUR_HOURS + 8 * 3_600_000).toISOString()
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
export function glyph(values: Record<Item, number>, lake: boolean): string {
  let worst = 0
  for (const [item, limits] of LIMITS) {
    const own = lake && item === 'tp' ? LAKE_TP : limits
    const met = own.findIndex((limit) => values[item] <= limit)
    worst = Math.max(worst, met < 0 ? 5 : met)
  }
  const met = OXYGEN.findIndex((limit) => values.do >= limit)
  return GLYPHS[Math.max(worst, met < 0 ? 5 : met)] ?? '劣Ⅴ'
}

function printed(figures: Record<Item, string>): Record<Item, number> {
  const { temp, pH, cond, turb, codMn, nh3n, tp, tn, do: oxygen } = figures
  return {
    temp: Number(temp),
    pH: Number(pH),
    do: Number(oxygen),
    cond: Number(cond),
    turb: Number(turb),
    codMn: Number(codMn),
    nh3n: Number(nh3n),
    tp: Number(tp),
    tn: Number(tn),
  }
}

/** In every row, so that no part of a sample passes for a measurement. */
export const WATER_LABEL = '示例数据'

const HEADER =
  '省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况,备注'

/** A section's exact figures, by its place in its side's list. */
export function figuresOf(stretch: Stretch, party: 'cq' | 'sc', at: number): Record<Item, number>[] {
  const section = (party === 'cq' ? CHONGQING : SICHUAN)[at]
  if (!section) throw new RangeError(`${party} has no section ${at}`)
  return week(section, stretch.seedOf(section, (party === 'cq' ? 1000 : 2000) + at), stretch.slots)
}

/** The lines of Chongqing's table, the header first. */
export function chongqingWater(stretch: Stretch): readonly string[] {
  const lines = [HEADER]
  for (const [at, section] of CHONGQING.entries()) {
    for (const [slot, values] of figuresOf(stretch, 'cq', at).entries()) {
      const { undated } = local(stretch, slot)
      const figures = shown(values)
      const lakeItems = section.lake ? ['0.012', '1830000'] : ['*', '*']
      const silent = stretch.isSilent(section, slot)
      const row = silent
        ? ['重庆市', '长江流域', section.name, undated, '', ...ITEMS.map(() => '--'), '*', '*', '维护', WATER_LABEL]
        : [
            '重庆市',
            '长江流域',
            section.name,
            undated,
            // Judged as printed.
            glyph(printed(figures), section.lake ?? false),
            ...ITEMS.map((item) => figures[item]),
            ...lakeItems,
            '正常',
            WATER_LABEL,
          ]
      if (!silent && section.name === '寸滩' && slot === 10) row[11] = '0.025L'
      lines.push(row.join(','))
      // The platform repeats a row now and then.
      if (slot % 17 === 3 && at % 5 === 0) lines.push(row.join(','))
    }
  }
  lines.push(`重庆市,长江流域,红花村,*,,*,*,*,*,*,*,*,*,*,*,*,不具备运行条件,${WATER_LABEL}`)
  return lines
}

function span(value: number, text: string): string {
  return `<span data-toggle='tooltip' data-placement='right' title='原始值：${Number(value.toPrecision(6))}'>${text}</span>`
}

/** What the page of Sichuan's platform holds: its head, and rows whose cells are HTML. `only` leaves the other sections out. */
export function sichuanWater(stretch: Stretch, only?: (section: Profile) => boolean): object {
  const thead = HEADER.split(',').map((name) => name.replace(/\((.*)\)/, "<br/><span class='unit'>($1)</span>"))
  const tbody: (string | null)[][] = []
  for (const [at, section] of SICHUAN.entries()) {
    if (only?.(section) === false) continue
    for (const [slot, values] of figuresOf(stretch, 'sc', at).entries()) {
      const figures = shown(values)
      const exact = Object.fromEntries(ITEMS.map((item) => [item, Number(values[item].toPrecision(6))]))
      const name = `<span data-toggle='tooltip' data-placement='right' title='所在地市:示例&#10;所属河流:${section.river}'>${section.name}</span>`
      tbody.push([
        '四川省',
        '长江流域',
        name,
        local(stretch, slot).undated,
        glyph({ ...values, ...exact }, false),
        ...ITEMS.map((item) => span(values[item], figures[item])),
        '*',
        '*',
        '正常',
        WATER_LABEL,
      ])
    }
  }
  if (!only)
    tbody.push(['四川省', '长江流域', '白鹤桥', null, '', ...ITEMS.map(() => '*'), '*', '*', '停站', WATER_LABEL])
  return { result: 1, total: 1, records: tbody.length, thead, tbody }
}
