/** A world with air forecasts and credit ratings under signed contracts, sent over HTTP as partners send them; enterprises are fictional (示例). */
import { expect } from 'vitest'
import { creditCodeOf, organisationCodeCheck } from '../../../adapters/standards/credit-code.ts'
import type { PartyId } from '../../../contracts/types.ts'
import { type Calls, callsOf } from '../http/calls.ts'
import { openWorld, type World, type WorldOptions } from '../world.ts'

/** After noon on 15 November 2026; later than every forecast here. */
export const NOON = Date.parse('2026-11-15T18:00:00+08:00')

/** One day of a forecast: area, issued, valid date, AQI or class, primary pollutant, PM2.5 and ozone. */
export interface ForecastRow {
  readonly area: string
  readonly issued?: string
  readonly date: string
  readonly aqi?: string
  readonly class?: string
  readonly primary?: string
  readonly pm25?: string
  readonly o3?: string
  readonly office?: string
}

/** The usual time of issue. */
export const ISSUED = '2026-11-14 16:00'

/** A forecast of an area: an AQI range a day from 15 November on, PM2.5 primary above 50. */
export function days(area: string, aqi: readonly string[], more: Partial<ForecastRow> = {}): ForecastRow[] {
  return aqi.map((range, at) => ({
    area,
    date: `2026-11-${15 + at}`,
    aqi: range,
    primary: 'PM2.5',
    ...more,
  }))
}

/** The file a side would send. */
export function forecastCsv(rows: readonly ForecastRow[]): string {
  const head = '区域,发布时间,预报日期,AQI范围,等级,首要污染物,PM2.5(μg/m³),O3(μg/m³),发布单位'
  const line = ({ area, issued = ISSUED, date, aqi, class: found, primary, pm25, o3, office }: ForecastRow): string =>
    [area, issued, date, aqi, found, primary, pm25, o3, office].map((cell) => cell ?? '').join(',')
  return `${[head, ...rows.map(line)].join('\n')}\n`
}

/** One rating. */
export interface RatingRow {
  readonly enterprise: number
  readonly authority: string
  readonly level?: string
  readonly year?: string
  readonly status?: string
}

/** The credit code of a fictional enterprise. */
export function sampleCode(n: number): string {
  const body = `MA${String(n).padStart(6, '0')}`
  return creditCodeOf(`91000000${body}${organisationCodeCheck(body)}`)
}

/** The file a side would send. */
export function creditCsv(rows: readonly RatingRow[]): string {
  const head = '企业名称,统一社会信用代码,评价年度,级别,评价机关,评价等级,参评状态'
  const line = ({ enterprise, authority, level = '', year = '2025', status = '' }: RatingRow): string => {
    const [rank = '', name = ''] = authority.split(':')
    return [`样品${enterprise}有限公司（示例）`, sampleCode(enterprise), year, rank, name, level, status].join(',')
  }
  return `${[head, ...rows.map(line)].join('\n')}\n`
}

/** A world with the contracts, and ways to send under them. */
export interface PracticeWorld {
  readonly world: World
  readonly calls: Calls
  forecast(party: PartyId, rows: readonly ForecastRow[]): Promise<void>
  rate(party: PartyId, rows: readonly RatingRow[]): Promise<void>
  /** JSON of a read signed by Sichuan's agency. */
  ask(path: string): Promise<Readonly<Record<string, unknown>>>
}

/** Opens it. */
export async function practiceWorld(options: WorldOptions = {}): Promise<PracticeWorld> {
  const world = await openWorld({ start: NOON, datasets: ['air-forecast', 'enterprise-credit'], ...options })
  const calls = callsOf(world)
  const send = async (party: PartyId, contract: string, body: string): Promise<void> => {
    const { agency } = world.sides[party]
    const done = await calls.write(agency, `/v1/submissions?contract=${contract}`, body, { contentType: 'text/csv' })
    const text = await done.text()
    expect({ status: done.status, text }).toMatchObject({ status: 201 })
    const id = done.headers.get('location') ?? ''
    const { counts } = JSON.parse(await (await calls.read(agency, id)).text())
    expect(counts).toMatchObject({ rejected: 0, duplicates: 0 })
  }
  return {
    world,
    calls,
    forecast: (party, rows) => send(party, 'air-forecast', forecastCsv(rows)),
    rate: (party, rows) => send(party, 'enterprise-credit', creditCsv(rows)),
    async ask(path) {
      const answer = await calls.read(world.sides.sc.agency, path)
      const text = await answer.text()
      expect({ status: answer.status, text }).toMatchObject({ status: 200 })
      return JSON.parse(text)
    },
  }
}
