/** What people of the sandbox say in their consultations (示例): reasons, comments, objections, and what follows them. */
import { chanceOf } from '../random.ts'

/** Why a joint value is what it is, by where it comes from. */
export const REASONS = {
  cq: ['重庆侧数值模式与实况更接近，采用重庆意见', '边界层高度偏低，重庆侧对午后扩散的判断更稳妥'],
  sc: ['四川侧近三日检验偏差更小，采用四川意见', '上游冷空气到达时间以四川侧探空为准'],
  union: ['两侧依据均成立，取两侧范围', '降水时段尚不确定，保留两侧范围'],
  own: ['双方会商订正：参考区域中心指导预报与昨日实况', '双方会商订正：夜间逆温偏强，上调后再议'],
} as const

/** Questions and answers about a cell. */
export const COMMENTS = [
  '昨日该市实况比预报高约一级，今日是否仍偏低？',
  '区域中心指导预报与本侧一致，建议维持。',
  '上风向城市浓度已回落，傍晚后应好转。',
  '请关注夜间静稳，次日早高峰可能反弹。',
] as const

/** Objections, each with what it was settled by. */
export const OBJECTIONS = [
  {
    text: '该市联合值偏低：区域中心与本侧均判断为上一级，请复核。',
    mended: '按对方意见复核上游实况后上调',
    settled: '复核后的联合值可以接受，撤回异议。',
  },
  {
    text: '不同意该市联合值：对方所用模式未计入今晨实况。',
    mended: '已计入今晨 8 时实况重新订正',
    settled: '数值已订正，异议解除。',
  },
] as const

/** Words on the whole that go with no cell. */
export const ON_THE_WHOLE = {
  statement: '综述',
  noAgreement: '截止前未能就边界城市取得一致，今日不联合发布，两侧各自发布，次日复盘。',
  water: '本周双方断面数据已核对，跨界断面监测结果一致，同意按此编制周报。（示例）',
  month: '本月双方断面数据已核对，同意按此编制月报。（示例）',
  corrected: '上河坝断面总磷经实验室比对后订正，重新编制并更正已发布周报。（示例）',
  warning: '区域静稳，建议有关城市按各自预案研判启动条件；是否预警由政府决定。（示例）',
  credit: '名单以评价机关已公开的结果为限，两侧办法各自独立，不作换算。（示例）',
  handOver: '明早接班先看边界城市的差异格，尚有一处异议未解除。',
  extended: '今日截止时间临近，双方签发人同意顺延至次日，以便充分会商。',
} as const

/** One of several words, the same for the same place. */
export function oneOf<T>(words: readonly T[], ...place: readonly (string | number)[]): T {
  const found = words[Math.floor(chanceOf('words', ...place) * words.length)]
  if (found === undefined) throw new RangeError('expected words to choose from')
  return found
}
