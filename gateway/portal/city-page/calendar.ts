/** A year of forecast grades: a grid of months by days, and the same as a table of months. Sizes in px. */
import { html } from 'hono/html'
import { airIndexOn } from '../../../contracts/standards/index.ts'
import { gradeChip, shortGrade } from '../air/value.ts'
import { type Html, integer, type Lang } from '../lang.ts'
import { CITY, calendarLabel } from '../words/cities.ts'
import type { PlaceDay } from './outlook.ts'

const LEFT = 34
const TOP = 16
const PITCH = 13
const BOX = 11
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1)
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

type Told = ReadonlyMap<string, PlaceDay>

function dayOf(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function monthName(month: number, lang: Lang): string {
  return lang === 'zh' ? `${month}月` : (NAMES[month - 1] ?? '')
}

/** The grid and the table of one year. */
export function yearCalendar(name: string, year: number, days: readonly PlaceDay[], lang: Lang): Html {
  const told: Told = new Map(
    days.filter(({ cell, day }) => cell && day.startsWith(`${year}-`)).map((one) => [one.day, one]),
  )
  return html`<p class="lead">${CITY.calendarLead[lang]}</p>
${grid(name, year, told, lang)}
${monthTable(year, told, lang)}`
}

function grid(name: string, year: number, told: Told, lang: Lang): Html {
  const [width, height] = [LEFT + DAYS.length * PITCH, TOP + MONTHS.length * PITCH]
  return html`<div class="calendar"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${calendarLabel(name, year, told.size)[lang]}">
${[1, 5, 10, 15, 20, 25, 30].map((date) => html`<text x="${LEFT + (date - 1) * PITCH + BOX / 2}" y="10" text-anchor="middle">${date}</text>`)}
${MONTHS.map(
  (month) =>
    html`<text x="${LEFT - 5}" y="${TOP + (month - 1) * PITCH + BOX - 1}" text-anchor="end">${monthName(month, lang)}</text>${DAYS.slice(
      0,
      daysIn(year, month),
    ).map((date) => {
      const max = told.get(dayOf(year, month, date))?.cell?.class.max
      return html`<rect class="${max === undefined ? 'none' : `a${max}`}" x="${LEFT + (date - 1) * PITCH}" y="${TOP + (month - 1) * PITCH}" width="${BOX}" height="${BOX}" rx="2"/>`
    })}\n`,
)}</svg></div>`
}

function monthTable(year: number, told: Told, lang: Lang): Html | null {
  const rows = MONTHS.map((month) => ({
    month,
    days: DAYS.slice(0, daysIn(year, month)).flatMap((date) => told.get(dayOf(year, month, date)) ?? []),
  })).filter(({ days }) => days.length > 0)
  if (rows.length === 0) return null
  return html`<table class="months stacked" role="table"><caption class="sr">${CITY.calendar[lang]} ${year}</caption>
<thead role="rowgroup"><tr role="row">${[CITY.month, CITY.counts, CITY.byDay].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ({ month, days }) =>
      html`<tr role="row"><th role="rowheader" scope="row">${monthName(month, lang)}</th><td role="cell" data-label="${CITY.counts[lang]}">${counts(days, lang)}</td><td role="cell" data-label="${CITY.byDay[lang]}"><p>${days.map(({ cell, day }) => (cell ? html`<span class="day"><b>${Number(day.slice(8))}</b> ${shortGrade(cell.class, airIndexOn(day), lang)}</span> ` : null))}</p></td></tr>\n`,
  )}</tbody></table>`
}

/** Days by the highest grade they were forecast to reach. */
function counts(days: readonly PlaceDay[], lang: Lang): Html {
  const byGrade = Map.groupBy(
    days.flatMap(({ cell }) => cell ?? []),
    ({ class: { max } }) => max,
  )
  return html`<ul class="gradecounts">${[...byGrade]
    .sort(([a], [b]) => a - b)
    .map(
      ([max, own]) => html`<li>${gradeChip(max, airIndexOn(own[0]?.from ?? ''), lang)} ${integer(own.length)}</li>`,
    )}</ul>`
}
