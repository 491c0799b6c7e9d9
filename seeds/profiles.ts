/** The sandbox's made-up measurements (示例): each section's usual figures, and a week around them from a fixed seed. */
import { seeded } from './random.ts'

/** The items of a row, in the order both sides write them. */
export type Item = 'temp' | 'pH' | 'do' | 'cond' | 'turb' | 'codMn' | 'nh3n' | 'tp' | 'tn'

/** A section's usual figures; `drift` raises the nutrients over the week, for a section that gets worse. */
export interface Profile {
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
/** Every item. */
export const ITEMS: readonly Item[] = ['temp', 'pH', 'do', 'cond', 'turb', 'codMn', 'nh3n', 'tp', 'tn']
/** The cadence of automatic stations, ms. */
export const FOUR_HOURS = 4 * 3_600_000
/** When the week begins, ms. */
export const START = Date.parse('2026-11-09T00:00:00+08:00')
/** Times of a week. */
export const WEEK_SLOTS = 42

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

/** Sections that Chongqing sends. */
export const CHONGQING: readonly Profile[] = [
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
/** Sections that Sichuan sends. */
export const SICHUAN: readonly Profile[] = [
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

/** One section's exact values of a week, or of so many times from its beginning; the same for the same seed. */
export function week(section: Profile, seed: number, slots = WEEK_SLOTS): Record<Item, number>[] {
  const random = seeded(seed)
  const around = (value: number, spread: number): number => value * (1 + (random() - 0.5) * spread)
  const usual = {
    temp: 16.2 + random() * 2,
    pH: 7.9 + random() * 0.3,
    cond: 380 + random() * 80,
    turb: 12 + random() * 20,
  }
  return Array.from({ length: slots }, (_, slot) => {
    const rise = 1 + (section.drift ?? 0) * (slot / WEEK_SLOTS)
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

/** The figures as printed. */
export function shown(values: Record<Item, number>): Record<Item, string> {
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
