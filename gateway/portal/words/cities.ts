/** Words of the tile map and of the pages of cities. */
import type { Bilingual } from '../../../contracts/types.ts'
import { LIST } from './common.ts'

/** Words of the tile map. */
export const TILES = {
  schematic: {
    zh: '示意，非地图：方块按大致方位排列，不表示边界、距离与面积。颜色取预报范围的高端；数字为 AQI 预报范围（无量纲）。',
    en: 'A diagram, not a map: tiles stand roughly where cities lie; no boundary, distance or area is shown. The colour is that of the upper end of the range; grades I to VI run from excellent to severely polluted, with the AQI range (no unit) beneath.',
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

/** How long before its day a forecast was made. */
export function hoursAhead(hours: number): Bilingual {
  return { zh: `${hours} 小时预报`, en: `${hours} h ahead` }
}

/** What the contract on observations says of what may be told: `closed` are what only both sides see, as people call it; `released` whether anything of it is to be released. */
export interface Observation {
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly closed: readonly Bilingual[]
  readonly released: boolean
}

/** Why nothing measured is shown. */
export function observedText(contract: Observation | null): Bilingual {
  if (contract === null)
    return {
      zh: '没有生效的空气监测契约，本页不展示实况。',
      en: 'No contract on air observations is in force, so nothing measured is shown.',
    }
  const { closed, released } = contract
  const names = (lang: keyof Bilingual): string => closed.map((one) => one[lang]).join(LIST[lang])
  const kept =
    closed.length === 0
      ? { zh: '', en: '' }
      : { zh: `${names('zh')}只供双方使用，`, en: `${names('en')} are for the two sides alone, ` }
  const none = released
    ? { zh: '', en: '' }
    : { zh: '也没有约定对外发布实况，', en: 'and it provides for no public release of measurements, ' }
  return {
    zh: `双方签订的契约约定：空气监测数据中，${kept.zh}${none.zh}所以这里只有预报，不展示监测实况。当地实况请看该市生态环境部门的发布。`,
    en: `By the contract both sides signed on air observations: ${kept.en}${none.en}so this page has forecasts and shows nothing measured. For measurements see what the city’s own authority publishes.`,
  }
}

/** The label of a calendar for those who hear the page. */
export function calendarLabel(name: string, year: number, days: number): Bilingual {
  return {
    zh: `${name} ${year} 年预报级别日历，有预报 ${days} 天；逐日见下表`,
    en: `${name}, forecast grades of ${year}: ${days} days with a forecast; the table below has them day by day`,
  }
}
