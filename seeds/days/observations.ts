/** What both sides measured of the air on a civil day (示例): means of cities and districts, and of the last days the hours of stations. */
import { CHONGQING_SITES, type SampleSite, SICHUAN_SITES } from '../air.ts'
import { chongqingDay, chongqingHours, sichuanDay, sichuanHours } from '../air-hours.ts'
import { chanceOf } from '../random.ts'
import { airOn, CITIES, DISTRICTS, stagnation } from './air.ts'
import { compact } from './day.ts'
import { type DayFile, gbCsv, sichuanJson } from './file.ts'

const CONTRACT = 'air-observation'

/** The means of a day that is over. */
export function dailyFiles(day: string): readonly DayFile[] {
  const of = (area: (typeof CITIES)[number]) => ({ name: area.name, air: airOn(area, day) })
  const stamp = compact(day)
  return [
    gbCsv(CONTRACT, `air-daily-${stamp}.csv`, chongqingDay(day, DISTRICTS.map(of))),
    sichuanJson(CONTRACT, `air-daily-${stamp}.json`, sichuanDay(day, CITIES.map(of))),
  ]
}

/** A site on a day: its usual hour, by how stagnant the air was. */
function siteOn(day: string): (site: SampleSite) => SampleSite {
  const factor = 0.6 + 0.9 * stagnation(day)
  return (site) => {
    const own = factor * (0.94 + 0.12 * chanceOf('site', site.city, site.name, day))
    return { ...site, pm25: site.pm25 * own, pm10: site.pm10 * own, no2: site.no2 * own, co: site.co * own }
  }
}

/** The hours of a day, the first so many of 24. */
export function hourlyFiles(day: string, hours: number): readonly DayFile[] {
  const stamp = compact(day)
  const of = { day, hours }
  return [
    gbCsv(CONTRACT, `air-hours-${stamp}.csv`, chongqingHours({ ...of, sites: CHONGQING_SITES.map(siteOn(day)) })),
    sichuanJson(CONTRACT, `air-hours-${stamp}.json`, sichuanHours({ ...of, sites: SICHUAN_SITES.map(siteOn(day)) })),
  ]
}
