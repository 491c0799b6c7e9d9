/** Rules for what HJ 212 messages say of their figures. */
import type { Rules } from './types.ts'

const FLAGS = { clause: 'HJ 212 数据标记（按 Flag 版本位选 2005、2017 或 2025 版）', confidence: 'V2' } as const

/** Rules by id. */
export const FRAME_RULES: Rules = {
  'flag-manual': {
    zh: '数据标记为手工输入的设定值；数值照收',
    en: 'The flag says that the figure was set by hand; it is kept',
    basis: FLAGS,
  },
  'flag-not-valid': {
    zh: '数据标记表明该值无效（停运、维护、故障、校准、超限等）；按缺测记，不作零',
    en: 'The flag says that the figure is not valid (stopped, maintenance, fault, calibration, out of range); it counts as missing, never as zero',
    basis: FLAGS,
  },
  'flag-unknown': {
    zh: '数据标记不在该版本的标记表中；按缺测记',
    en: 'The flag is not in the table of its version; the figure counts as missing',
    basis: FLAGS,
  },
  'field-of-other-command': {
    zh: '该命令应报 Avg（时段均值）而报了 Rtd（实时值），或相反；取所报的一个',
    en: 'The command has Avg where Rtd was sent, or the other way round; what was sent was taken',
    basis: { clause: 'HJ 212 数据段字段（Rtd、Avg）', confidence: 'V2' },
  },
  'unit-by-protocol': {
    zh: '报文不带单位，按协议规定的单位（重金属为 μg/L）读取后换算为契约单位',
    en: "Messages carry no unit; the protocol's own (μg/L for heavy metals) was taken and converted to the contract's",
    basis: { clause: 'HJ 212 污染物编码表的单位', confidence: 'M-mid' },
  },
  'unit-of-ambient-air': {
    zh: '报文不带单位；环境空气（ST=22）按协议读作 μg/m³，CO 读作 mg/m³',
    en: 'Messages carry no unit; ambient air (ST=22) was read in μg/m³ and CO in mg/m³, as the protocol has them',
    basis: { clause: 'HJ 212 污染物编码表的单位（环境空气）', confidence: 'M-mid' },
  },
}
