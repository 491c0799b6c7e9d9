/** Words of the tile map and of the pages of cities. */
import type { Bilingual } from '../../../contracts/types.ts'

/** Words of the tile map. */
export const TILES = {
  schematic: {
    zh: '示意，非地图：方块按大致方位排列，不表示边界、距离与面积。颜色取预报范围的高端。',
    en: 'A diagram, not a map: tiles stand roughly where cities lie; no boundary, distance or area is shown. The colour is that of the upper end of the range; grades I to VI run from excellent to severely polluted, with the AQI range beneath.',
  },
  none: { zh: '无预报', en: 'none' },
  noRange: { zh: '未给范围', en: 'no range' },
} as const satisfies Record<string, Bilingual>

/** Words of the pages of cities. */
export const CITY = {
  cities: { zh: '城市空气', en: 'Cities' },
  all: { zh: '全部市（州）', en: 'All cities' },
  lead: {
    zh: '川渝各市（州）的联合预报，取自双方签署并公开的最新一期。重庆全市计为一个。',
    en: 'The joint forecast for every city, from the newest public release that both sides signed. Chongqing as a whole counts as one.',
  },
  none: { zh: '还没有公开的空气质量联合预报。', en: 'No joint air quality forecast is public yet.' },
  days: { zh: '选择日期', en: 'Choose a day' },
  coming: { zh: '未来几天的预报', en: 'Forecast for the coming days' },
  past: {
    zh: '公开的预报都已过期，下面是最后一期的内容。',
    en: 'Every public forecast is over; below is the last one.',
  },
  untold: { zh: '没有公开的预报涉及这里。', en: 'No public forecast says anything of this place.' },
  hours: { zh: '小时', en: 'h' },
  issued: { zh: '预报作出于', en: 'forecast made' },
  counties: { zh: '所辖区县', en: 'Districts and counties in it' },
  observed: { zh: '监测实况', en: 'Measured air quality' },
  calendar: { zh: '预报级别日历', en: 'A year of forecast grades' },
  calendarLead: {
    zh: '每一天取最后发布的联合预报，按范围高端着色；这是预报，不是实况。没有着色的日子没有公开的预报。',
    en: 'Each day as the last joint forecast of it had it, coloured by the upper end of the range, grades I to VI. These are forecasts, not measurements; days without colour have no public forecast.',
  },
  month: { zh: '月份', en: 'Month' },
  counts: { zh: '按级别的天数', en: 'Days by grade' },
  byDay: { zh: '逐日', en: 'Day by day' },
  health: { zh: '级别与健康提示', en: 'Grades and health advice' },
  releases: { zh: '所依据的发布', en: 'Releases it is from' },
} as const satisfies Record<string, Bilingual>

/** What may be told of observations. `closed` are the members only both sides see. */
export function observedText(
  contract: { readonly id: string; readonly version: string } | null,
  closed: readonly string[],
): Bilingual {
  if (contract === null)
    return {
      zh: '没有生效的空气监测契约，本页不展示实况。',
      en: 'No contract on air observations is in force, so nothing measured is shown.',
    }
  const named = `${contract.id} ${contract.version}`
  return {
    zh: `依契约 ${named}，监测记录的 ${closed.join('、')} 只有双方可见，契约也没有约定公开发布，因此本页不展示监测实况。`,
    en: `Under the contract ${named} the members ${closed.join(', ')} of observations are for the two sides alone, and it names no public release. So nothing measured is shown here.`,
  }
}

/** The label of a calendar for those who hear the page. */
export function calendarLabel(name: string, year: number, days: number): Bilingual {
  return {
    zh: `${name} ${year} 年预报级别日历，有预报 ${days} 天；逐日见下表`,
    en: `${name}, forecast grades of ${year}: ${days} days with a forecast; the table below has them day by day`,
  }
}
