/** The sandbox's made-up forecasts (示例) as both sides write them: Chongqing's table, Sichuan's bulletin in words and its list of cities, guidance passed on. */
import type { SampleArea } from './air.ts'
import { grade, WORDS } from './air-hours.ts'
import { LABEL } from './days/file.ts'

/** One office's forecast: which days, and when it was issued by the clock of its day. */
export interface Issue {
  readonly day: string
  readonly clock: string
  readonly days: readonly string[]
  readonly areas: readonly SampleArea[]
}

/** One day's forecast: fifteen either side of the middle, as the national centre draws its ranges. */
interface Range {
  readonly from: number
  readonly to: number
  readonly from1: string
  readonly to1: string
  readonly primary: string
}

function rangeOf({ middles, primary }: SampleArea, day: number): Range {
  const middle = middles[day] ?? 0
  const [from, to] = [Math.max(middle - 15, 1), middle + 15]
  const [from1 = '', to1 = ''] = [WORDS[grade(from)], WORDS[grade(to)]]
  return { from, to, from1, to1, primary: to <= 50 ? '' : primary }
}

/** The lines of Chongqing's table, the header first. */
export function chongqingForecast({ day: issued, clock, days, areas }: Issue): readonly string[] {
  const lines = ['预报日期,发布时间,片区,区县,AQI范围,等级,首要污染物,备注']
  for (const sample of areas) {
    for (const [at, day] of days.entries()) {
      const { from, to, from1, to1, primary } = rangeOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}或${to1}`
      const row = [day.replaceAll('-', '/'), `${issued} ${clock}`, sample.zone ?? '', sample.name]
      lines.push([...row, `${from}～${to}`, words, primary === '' ? '—' : primary, LABEL].join(','))
    }
  }
  return lines
}

/** The lines of Sichuan's bulletin of its zones. */
export function sichuanBulletin({ day: issued, clock, days, areas }: Issue): readonly string[] {
  const paragraphs = areas.map((sample) => {
    const sentences = days.map((day, at) => {
      const { from, to, from1, to1, primary } = rangeOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}至${to1}`
      const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
      return `${date}空气质量等级为${words}，AQI指数${from}~${to}，首要污染物为${primary === '' ? '无' : primary}。`
    })
    return `${sample.name}：${sentences.join('')}`
  })
  const [year, month, date] = issued.split('-').map(Number)
  return [
    '四川省区域空气质量预报（示例数据，非真实预报）',
    `发布单位：四川省生态环境监测总站（示例）　发布时间：${year}年${month}月${date}日${clockWords(clock)}`,
    ...paragraphs,
    '请公众留意天气变化，合理安排出行。',
  ]
}

function clockWords(clock: string): string {
  const [hour, minute] = clock.split(':').map(Number)
  return minute === 0 ? `${hour}时` : `${hour}时${minute}分`
}

/** The rows of Sichuan's list of cities, headings first; figures are typed numbers. */
export function sichuanCities({ day: issued, clock, days, areas }: Issue): (string | number)[][] {
  const rows = areas.flatMap((sample) =>
    days.map((day, at) => {
      const { from, to, from1, to1, primary } = rangeOf(sample, at)
      const words = from1 === to1 ? from1 : `${from1}-${to1}`
      const horizon = `${24 * (at + 1)}h`
      return [sample.name, day, `${issued} ${clock}`, horizon, from, to, words, primary === '' ? '/' : primary, LABEL]
    }),
  )
  const header = [
    '城市',
    '预报日期',
    '发布时间',
    '预报时效',
    'AirIndex_From',
    'AirIndex_To',
    '空气质量等级',
    '首要污染物',
    '备注',
  ]
  return [header, ...rows]
}

/** The regional centre, as its guidance names it. */
const CENTRE = '西南区域空气质量预测预报中心（示例）'

/** The centre's guidance as a platform passes it on. */
export function guidance({ day: issued, clock, days, areas }: Issue): object {
  const data = areas.flatMap((sample) =>
    days.map((day, at) => {
      const { from, to, primary } = rangeOf(sample, at)
      return {
        城市: sample.name,
        预报日期: day,
        发布时间: `${issued} ${clock}`,
        发布单位: CENTRE,
        AQI下限: from,
        AQI上限: to,
        首要污染物: primary === '' ? '无' : primary,
        备注: LABEL,
      }
    }),
  )
  return { total: data.length, data }
}
