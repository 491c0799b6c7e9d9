/** What both sides forecast on a civil day (示例): their own areas, some of the other side's, and the regional centre's guidance passed on. */
import type { SampleArea } from '../air.ts'
import { chongqingForecast, guidance, type Issue, sichuanBulletin, sichuanCities } from '../air-issues.ts'
import { chanceOf } from '../random.ts'
import { aqiOn, CITIES, DISTRICTS, GUIDED, OPINIONS, ZONES } from './air.ts'
import { addDays, compact, daysFrom } from './day.ts'
import { type DayFile, gbCsv, sichuanJson } from './file.ts'

const CONTRACT = 'air-forecast'

/** When each is issued, by the clock of its day. */
export const ISSUED = { guidance: '09:00', cq: '09:30', sc: '10:00' } as const

/** Days ahead: of areas, and of zones. */
export const AHEAD = { areas: 3, zones: 7 } as const

/** How far the sides are apart over the areas that both forecast: hardly ever, or on purpose over many. */
export type Mood = 'alike' | 'apart'

/** Cells of other opinion. */
const APART: Readonly<Record<Mood, number>> = { alike: 1, apart: 7 }

/** The least middle of a range that an office would draw. */
const LEAST = 25

/** How far an office's middle may be from what will be, either way, a day ahead and more for each day after: now and then past the half of a range. */
const MISS = { first: 18, more: 5 } as const

/** The middle of an office's range so many days ahead: what will be, missed by a little more each day. */
function foreseen(office: string, area: SampleArea, day: string, ahead: number): number {
  const valid = addDays(day, ahead)
  const miss =
    (chanceOf('miss', office, area.zone ?? '', area.name, day, ahead) - 0.5) *
    2 *
    (MISS.first + MISS.more * (ahead - 1))
  return Math.max(LEAST, Math.round(aqiOn(area, valid) + miss))
}

function over(areas: readonly SampleArea[], days: number, middle: (area: SampleArea, ahead: number) => number) {
  return areas.map((area) => ({
    ...area,
    middles: Array.from({ length: days }, (_, at) => middle(area, at + 1)),
  }))
}

/** By how much each opinion that is another differs, up or down, by area and days ahead: so many cells, the rest not at all. */
function shifts(day: string, mood: Mood): ReadonlyMap<string, number> {
  const cells = (['cq', 'sc'] as const).flatMap((party) =>
    OPINIONS[party].flatMap(({ name }) => Array.from({ length: AHEAD.areas }, (_, at) => `${name} ${at + 1}`)),
  )
  const drawn = cells.toSorted((a, b) => chanceOf('apart', day, a) - chanceOf('apart', day, b))
  return new Map(
    drawn.slice(0, APART[mood]).map((cell) => {
      const far = 40 + Math.round(20 * chanceOf('far', day, cell))
      return [cell, chanceOf('up', day, cell) < 0.6 ? far : -far]
    }),
  )
}

/** An opinion so far from a word; where the air is good already it can only be worse. */
function shifted(word: number, shift: number): number {
  return word + (word + shift < LEAST ? -shift : shift)
}

/** The forecast files of a day, in the order they are issued. */
export function forecastFiles(day: string, mood: Mood): readonly (DayFile & { readonly clock: string })[] {
  const apart = shifts(day, mood)
  const own = (party: 'cq' | 'sc') => (area: SampleArea, ahead: number) => foreseen(party, area, day, ahead)
  const opinion = (owner: 'cq' | 'sc') => (area: SampleArea, ahead: number) => {
    const shift = apart.get(`${area.name} ${ahead}`) ?? 0
    return shifted(own(owner)(ownersName(area), ahead), shift)
  }
  const issue = (clock: string, ahead: number, areas: readonly SampleArea[]): Issue => {
    return { day, clock, days: daysFrom(addDays(day, 1), addDays(day, ahead)), areas }
  }
  const { areas, zones } = AHEAD
  const stamp = compact(day)
  const centre = over(GUIDED, areas, (area, ahead) => foreseen('centre', ownersName(area), day, ahead))
  const chongqing = [...over(DISTRICTS, areas, own('cq')), ...over(OPINIONS.cq, areas, opinion('sc'))]
  const sichuan = [...over(CITIES, areas, own('sc')), ...over(OPINIONS.sc, areas, opinion('cq'))]
  const zonesOf = (party: 'cq' | 'sc') => over(ZONES[party], zones, own(party))
  return [
    {
      ...sichuanJson(CONTRACT, `guidance-${stamp}.json`, guidance(issue(ISSUED.guidance, areas, centre))),
      clock: ISSUED.guidance,
    },
    {
      ...gbCsv(CONTRACT, `air-forecast-${stamp}.csv`, chongqingForecast(issue(ISSUED.cq, areas, chongqing))),
      clock: ISSUED.cq,
    },
    {
      ...gbCsv(CONTRACT, `air-zones-${stamp}.csv`, chongqingForecast(issue(ISSUED.cq, zones, zonesOf('cq')))),
      clock: ISSUED.cq,
    },
    {
      party: 'sc',
      contract: CONTRACT,
      name: `air-forecast-${stamp}.txt`,
      mediaType: 'text/plain; charset=utf-8',
      body: {
        encoding: 'utf-8',
        text: `${sichuanBulletin(issue(ISSUED.sc, zones, zonesOf('sc'))).join('\r\n')}\r\n`,
      },
      clock: ISSUED.sc,
    },
    {
      party: 'sc',
      contract: CONTRACT,
      name: `air-forecast-cities-${stamp}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: { sheet: '城市预报（示例）', rows: sichuanCities(issue(ISSUED.sc, areas, sichuan)) },
      clock: ISSUED.sc,
    },
  ]
}

/** An area as its owner writes it: Chongqing calls itself 全市. */
function ownersName(area: SampleArea): SampleArea {
  return area.name === '重庆市' ? { ...area, name: '全市' } : area
}

/** The grade of an index above 100, in a word. */
function pollution(aqi: number): string {
  return aqi > 300 ? '严重污染' : aqi > 200 ? '重度污染' : aqi > 150 ? '中度污染' : '轻度污染'
}

/** How the coming days look over both sides’ cities, in the words of a statement. */
export function outlook(day: string, ahead: number = AHEAD.areas): string {
  const [first, last] = [addDays(day, 1), addDays(day, ahead)]
  const all = daysFrom(first, last).flatMap((valid) => [...CITIES, ...DISTRICTS].map((area) => aqiOn(area, valid)))
  const mean = all.reduce((sum, aqi) => sum + aqi, 0) / all.length
  const most = Math.max(...all)
  const date = (one: string): string => `${Number(one.slice(8))}日`
  const words =
    mean > 110
      ? (['静稳天气持续，成渝地区有一次区域性污染过程，以轻度至中度污染为主', 200] as const)
      : mean > 80
        ? (['扩散条件一般，盆地内以良至轻度污染为主', 150] as const)
        : (['扩散条件较好，以优至良为主', 100] as const)
  const [main, upTo] = words
  return `${date(first)}至${date(last)}${main}${most > upTo ? `，局地可达${pollution(most)}` : ''}，首要污染物为PM2.5。（示例）`
}
