/** Words of trying other figures on a suggested warning. */
import type { Bilingual } from '../../../contracts/types.ts'

/** All of them. */
export const WHAT_IF = {
  title: { zh: '换几个数试算', en: 'Try other figures' },
  text: {
    zh: '随改随算，只在本页显示：不写入账本，也不改动预报。要改变建议，请在逐日联合预报里修改，再改用最新记录。按 AQI 与首要污染物推算，不含浓度预报。',
    en: 'Worked out as you type, on this page alone: nothing is recorded and no forecast changes. To change a suggestion, revise the daily forecast and move to the newest records. By AQI and primary pollutants, without forecast concentrations.',
  },
  day: { zh: '日期', en: 'Day' },
  reset: { zh: '恢复原值', en: 'Back to the forecast' },
  week: {
    zh: '周趋势只说全周的范围：按每天都在这个范围内推算，下限得出“必然”，上限得出“可能”。',
    en: 'An outlook gives one range for its days: each day is taken to lie within it, so that the low end tells what is certain and the high end what is possible.',
  },
} as const satisfies Record<string, Bilingual>
