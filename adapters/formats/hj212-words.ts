/** The words of HJ/T 212-2005, HJ 212-2017 and HJ 212-2025: versions, systems, commands, flags of data and the units they leave unsaid. */

/** The edition a frame says it keeps to, by the version bits of its `Flag`. */
export type Hj212Version = '2005' | '2017' | '2025'

const VERSIONS: readonly Hj212Version[] = ['2005', '2017', '2025']

/** The edition of a `Flag`: bits 2 to 7 are its version; undefined when they name none. Bit 0 asks for an answer, bit 1 says the message is split. */
export function versionOf(flag: number): Hj212Version | undefined {
  return VERSIONS[flag >> 2]
}

/** Systems (ST) by their code. */
export const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['21', '地表水质量监测'],
  ['22', '空气质量监测'],
  ['23', '声环境质量监测'],
  ['27', '挥发性有机物监测'],
  ['31', '大气环境污染源'],
  ['32', '地表水体环境污染源'],
  ['39', '工地扬尘'],
  ['44', '用电监控'],
  ['45', '关键生产工况'],
  ['91', '系统交互'],
])

/** Commands (CN) whose frames carry monitoring data, and the field that holds the figure: real-time data, else the mean of the period. */
export const DATA_COMMANDS: ReadonlyMap<string, { readonly title: string; readonly field: 'Rtd' | 'Avg' }> = new Map([
  ['2011', { title: '实时数据', field: 'Rtd' }],
  ['2031', { title: '日历史数据', field: 'Avg' }],
  ['2051', { title: '分钟数据', field: 'Avg' }],
  ['2061', { title: '小时数据', field: 'Avg' }],
])

/** Commands without monitoring data that are met in files, by name. */
export const OTHER_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['1001', '硬件序号'],
  ['1002', '设置 MN'],
  ['1014', '设置密钥'],
  ['1062', '实时数据间隔'],
  ['2013', '原始数据'],
  ['2021', '设备运行状态'],
  ['2041', '设备运行时间日历史'],
  ['2062', '自动标样核查数据'],
  ['2081', '数采仪开机时间'],
  ['3019', '设备唯一标识'],
  ['3020', '现场机信息'],
  ['9011', '请求应答'],
  ['9012', '执行结果'],
  ['9013', '通知应答'],
  ['9014', '数据应答'],
  ['9015', '心跳'],
])

/** What a flag makes of a figure: it counts, it was set by hand, it must not count, or the flag is none of its edition's. */
export type FlagMeaning = 'valid' | 'manual' | 'not-valid' | 'unknown'

// 2005: P power, F source stopped, C calibration, M maintenance, T over range, D fault. 2017: F stopped, M maintenance, D fault,
// C calibration, T over range, B no connection, H (an extension) too little valid data. S is set by hand in both.
const FLAGS: Readonly<Record<Hj212Version, Readonly<Record<Exclude<FlagMeaning, 'unknown'>, string>>>> = {
  2005: { valid: 'N', manual: 'S', 'not-valid': 'PFCMTD' },
  2017: { valid: 'N', manual: 'S', 'not-valid': 'FMDCTBH' },
  // The table of 2025 was not seen whole: N and the faults are as in 2017, and S is not taken to be.
  2025: { valid: 'N', manual: '', 'not-valid': 'FMDCTBH' },
}
/** Air stations of 2005 flag by number: 0 calibration, 1 weather, 2 abnormal, 3 normal. */
const AIR_2005 = { valid: '3', manual: '', 'not-valid': '012' } as const

/** The meaning of a flag in an edition and system; the same letter means other things in another. */
export function flagMeaning(flag: string, version: Hj212Version, system: string): FlagMeaning {
  const tables = version === '2005' && system === '22' ? [AIR_2005, FLAGS[version]] : [FLAGS[version]]
  if (flag.length !== 1) return 'unknown'
  for (const table of tables) {
    if (table.valid.includes(flag)) return 'valid'
    if (table.manual.includes(flag)) return 'manual'
    if (table['not-valid'].includes(flag)) return 'not-valid'
  }
  return 'unknown'
}

/**
 * The unit a code's figures are in where it is not the one everybody expects: metals (w201xx) of surface water are in μg/L,
 * while GB 3838 has them in mg/L. Confidence M-mid, so the heading says it and every figure read so is noted.
 */
export function unitOf(code: string, system: string): string | null {
  return system === '21' && /^w201\d\d$/.test(code) ? 'μg/L' : null
}
