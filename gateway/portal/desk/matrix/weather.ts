/** The weather beside a forecast: in a cell in one line, beside what each says as a whole, and for a row day by day. What is missing is said to be, never zero. */
import { html } from 'hono/html'
import type { ValueRange } from '../../../../contracts/air-forecast/record.ts'
import type {
  AirWeatherRecord,
  Dispersion,
  WeatherConditions,
  WeatherFigure,
} from '../../../../contracts/air-weather/record.ts'
import { DISPERSION_2013, type DispersionLevel } from '../../../../contracts/standards/dispersion.ts'
import type { Result } from '../../../../contracts/water-section-quality/record.ts'
import { cellId } from '../../../release/products/air/words.ts'
import { type Html, type Lang, properName } from '../../lang.ts'
import { localTime } from '../../time.ts'
import { PARTY } from '../../words/common.ts'
import { dayHeading } from '../../words/desk-matrix.ts'
import { FIGURE, ORIGINATOR, WEATHER } from '../../words/desk-weather.ts'
import type { DeskWeather } from './read-weather.ts'

const endText = ({ reported, value }: Result, lang: Lang): string =>
  value === null ? WEATHER.notGiven[lang] : (reported ?? String(value))

/** A range with its unit: `0.6–1.4 m/s`; words for none (无降水) have no unit. */
export function rangeText({ max, min }: ValueRange<Result>, lang: Lang): string {
  const [from, to] = [endText(min, lang), endText(max, lang)]
  const text = from === to ? from : `${from}–${to}`
  return /\d/.test(text) ? `${text} ${max.unit}` : text
}

function gradeText(level: DispersionLevel, lang: Lang): string {
  const grade = DISPERSION_2013.grades.find((one) => one.level === level)
  if (!grade) return String(level)
  return lang === 'zh' ? `${grade.numeral}（${grade.title.zh}）` : `grade ${level} (${grade.title.en})`
}

/** A grade in the words of its scale, or as sent where that is not known. */
function dispersionText({ level, reported }: Dispersion, lang: Lang): string {
  if (level === null) return `${reported}${WEATHER.scaleUnknown[lang]}`
  const [from, to] = [gradeText(level.min, lang), gradeText(level.max, lang)]
  return from === to ? from : `${from}–${to}`
}

/** The same where there is little room: 扩散四级. */
function shortDispersion(dispersion: Dispersion, lang: Lang): string {
  const { level } = dispersion
  if (level === null) return `${WEATHER.disperses[lang]} ${dispersionText(dispersion, lang)}`
  const numeral = (one: DispersionLevel): string =>
    lang === 'zh' ? (DISPERSION_2013.grades.find((grade) => grade.level === one)?.numeral ?? '') : String(one)
  const [from, to] = [numeral(level.min), numeral(level.max)]
  return `${WEATHER.disperses[lang]}${lang === 'zh' ? '' : ' '}${from === to ? from : `${from}–${to}`}`
}

function figureOf(conditions: WeatherConditions, figure: WeatherFigure, lang: Lang): string {
  const range = conditions[figure]
  return range ? rangeText(range, lang) : WEATHER.notGiven[lang]
}

/** The weather of an area and day as a cell has it; empty where the contract never came into force. */
export function weatherLine(weather: DeskWeather | null | undefined, id: string, lang: Lang): string {
  if (!weather) return ''
  const conditions = weather.get(id)?.[0]?.conditions
  if (!conditions) return `${WEATHER.short[lang]} ${WEATHER.notGiven[lang]}`
  const { dispersion, phenomenon, windForce, windSpeed } = conditions
  // 无降水 names itself.
  const named = (what: 'wind' | 'rain', text: string): string =>
    /\d/.test(text) || text === WEATHER.notGiven[lang] ? `${WEATHER[what][lang]} ${text}` : text
  const parts = [
    `${WEATHER.short[lang]} ${phenomenon ?? WEATHER.notGiven[lang]}`,
    named('wind', windSpeed ? rangeText(windSpeed, lang) : (windForce ?? WEATHER.notGiven[lang])),
    named('rain', figureOf(conditions, 'precipitation', lang)),
    ...(dispersion ? [shortDispersion(dispersion, lang)] : []),
  ]
  // A line of a narrow cell breaks between the parts alone.
  return parts.map((part) => part.replaceAll(' ', '\u00a0')).join('\u00a0· ')
}

/** Who made it, who passed it on, and when it was issued. */
function sourceLine({ issued, issuer, originator }: AirWeatherRecord, lang: Lang): Html {
  const office = issuer.office === null ? WEATHER.officeUnknown[lang] : properName(issuer.office, lang)
  const by = lang === 'zh' ? `${PARTY[issuer.party].zh}转送` : `passed on by ${PARTY[issuer.party].en}`
  return html`${office}${originator === null ? null : html` · ${ORIGINATOR[originator][lang]}`} · ${by} · <time datetime="${issued}">${localTime(issued, lang)}</time>`
}

/** Every condition by name, told or not. */
function told(
  conditions: WeatherConditions,
  lang: Lang,
): readonly (readonly [name: string, text: Html | string | null])[] {
  const word = (text: string | undefined): Html | string | null => (text === undefined ? null : properName(text, lang))
  const { dispersion, phenomenon, windDirection, windForce } = conditions
  const figure = (name: WeatherFigure): readonly [string, string | null] => {
    const range = conditions[name]
    return [FIGURE[name][lang], range ? rangeText(range, lang) : null]
  }
  return [
    [WEATHER.phenomenon[lang], word(phenomenon)],
    figure('temperature'),
    [WEATHER.windDirection[lang], word(windDirection)],
    [WEATHER.windForce[lang], word(windForce)],
    figure('windSpeed'),
    figure('precipitation'),
    figure('humidity'),
    figure('boundaryLayer'),
    [WEATHER.dispersion[lang], dispersion ? dispersionText(dispersion, lang) : null],
  ]
}

/** The rows of a cell's words: all that each source tells, the owning side's first. */
export function weatherRows(weather: DeskWeather | null | undefined, id: string, lang: Lang): Html {
  const row = (head: Html | string, text: Html | string, muted: boolean): Html =>
    html`<tr class="weather"><th scope="row">${head}</th><td colspan="3"${muted ? html` class="muted"` : null}>${text}</td></tr>
`
  if (!weather) return row(WEATHER.input[lang], WEATHER.notInForce[lang], true)
  const words = weather.get(id) ?? []
  if (words.length === 0) return row(WEATHER.input[lang], WEATHER.notGiven[lang], true)
  return html`${words.map((one) => {
    const parts = told(one.conditions, lang)
    const text = html`${parts.map(([name, said], at) => html`${at > 0 ? ' · ' : ''}${name} ${said ?? html`<span class="muted">${WEATHER.notGiven[lang]}</span>`}`)}`
    return row(html`${WEATHER.input[lang]}<span class="sub">${sourceLine(one, lang)}</span>`, text, false)
  })}`
}

/** A neighbour's weather of the same day, beside its forecast: shown, and compared with nothing. */
export function weatherBeside(
  weather: DeskWeather | null | undefined,
  area: string,
  day: string,
  lang: Lang,
): Html | null {
  const line = weatherLine(weather, cellId(area, day), lang)
  return line === '' ? null : html`<span class="sub">${line}</span>`
}

/** The part of a row's evidence: a table for each source, the days side by side. */
export function weatherPart(weather: DeskWeather | null, area: string, days: readonly string[], lang: Lang): Html {
  const head = html`<h3>${WEATHER.title[lang]}</h3>`
  if (!weather) return html`${head}<p class="muted">${WEATHER.notInForce[lang]}</p>`
  const words = days.flatMap((day) => weather.get(cellId(area, day)) ?? [])
  if (words.length === 0) return html`${head}<p class="muted">${WEATHER.none[lang]}</p>`
  const sources = Map.groupBy(words, ({ issuer }) => JSON.stringify([issuer.party, issuer.office]))
  return html`${head}<p class="muted small">${WEATHER.only[lang]}</p>
${[...sources.values()].map((one) => sourceTable(one, days, lang))}`
}

function sourceTable(words: readonly AirWeatherRecord[], days: readonly string[], lang: Lang): Html {
  const byDay = new Map(words.map((one) => [one.validDate, one]))
  const [last] = words.toSorted((a, b) => (a.issued < b.issued ? 1 : -1))
  const columns = days.map((day) => told(byDay.get(day)?.conditions ?? {}, lang))
  const names = told({}, lang).map(([name]) => name)
  return html`<div class="flow"><table class="weather"><caption>${last ? sourceLine(last, lang) : null}</caption>
<thead><tr><th scope="col">${WEATHER.element[lang]}</th>${days.map((day) => html`<th scope="col"><time datetime="${day}">${dayHeading(day, lang)}</time></th>`)}</tr></thead>
<tbody>${names.map(
    (name, at) =>
      html`<tr><th scope="row">${name}</th>${columns.map((column) => html`<td>${column[at]?.[1] ?? html`<span class="muted">${WEATHER.notGiven[lang]}</span>`}</td>`)}</tr>
`,
  )}</tbody></table></div>`
}

/** What the marks of a table say of it. */
export function weatherLegend(weather: DeskWeather | null | undefined, lang: Lang): string {
  const colon = lang === 'zh' ? '：' : ': '
  return weather ? WEATHER.legend[lang] : `${WEATHER.input[lang]}${colon}${WEATHER.notInForce[lang]}`
}
