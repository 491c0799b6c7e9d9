/** What grades mean for health and what each group of people should do, in the words of the edition in force (HJ 633, health effects and measures). */
import { html } from 'hono/html'
import { airClassRow, healthRow } from '../../../adapters/standards/air.ts'
import type { ValueRange } from '../../../contracts/air-forecast/record.ts'
import { type AirClass, type AirIndexStandard, airIndexOn } from '../../../contracts/standards/index.ts'
import type { ForecastCell } from '../../release/release-types.ts'
import type { Html, Lang } from '../lang.ts'
import { standardLink } from '../links.ts'
import { aqiAbove, HEALTH } from '../words/health.ts'
import { gradeChip } from './value.ts'

type Told = Pick<ForecastCell, 'class' | 'from'>

/** Grades of one edition of the index, the lowest first. */
interface Grades {
  readonly edition: AirIndexStandard
  readonly grades: readonly AirClass[]
}

/** Every grade a range spans. */
function gradesIn({ max, min }: ValueRange<AirClass>, { classes }: AirIndexStandard): readonly AirClass[] {
  return classes.map((row) => row.class).filter((one) => one >= min && one <= max)
}

/** The worst range there is: the highest upper end, and of those the highest lower one; null where nothing is forecast. */
export function highestRange(cells: readonly Told[]): ValueRange<AirClass> | null {
  const [first, ...rest] = cells
  if (!first) return null
  return rest.reduce((best, { class: one }) => {
    if (one.max !== best.max) return one.max > best.max ? one : best
    return one.min > best.min ? one : best
  }, first.class)
}

/** Beside an answer: every grade of a day's range, what it does and what to do. */
export function advice(span: ValueRange<AirClass>, day: string, title: string, lang: Lang): Html {
  const edition = airIndexOn(day)
  return html`<aside class="advice" aria-label="${title}"><h2 class="minor">${title}</h2>
<dl>${gradesIn(span, edition).map((grade) => html`<div><dt>${gradeChip(grade, edition, lang)}</dt><dd>${measures(grade, edition, lang)}</dd></div>`)}</dl>
${origin([edition], lang)}
</aside>`
}

/** Every grade these cells span, by the edition of its day: its range, its effect, and what to do. */
export function healthSection(cells: readonly Told[], lang: Lang): Html {
  const found = gradesOf(cells)
  if (found.length === 0) return html`<p>${HEALTH.none[lang]}</p>`
  const heads = [HEALTH.grade, HEALTH.effect, HEALTH.measures]
  return html`<p class="lead">${HEALTH.lead[lang]}</p>
<table class="health stacked" role="table"><thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${found.flatMap(({ edition, grades }) => grades.map((grade) => gradeRow(grade, edition, found.length > 1, lang)))}</tbody></table>
${origin(
  found.map(({ edition }) => edition),
  lang,
)}
<ul class="small muted notes">${found.flatMap(({ edition }) => edition.health.notes.map((note) => html`<li>${edition.id}${lang === 'zh' ? '：' : ': '}${sentence(note[lang], lang)}</li>`))}</ul>`
}

function gradesOf(cells: readonly Told[]): readonly Grades[] {
  const byEdition = Map.groupBy(cells, ({ from }) => airIndexOn(from))
  return [...byEdition].map(([edition, own]) => ({
    edition,
    grades: [...new Set(own.flatMap((cell) => gradesIn(cell.class, edition)))].sort((a, b) => a - b),
  }))
}

function gradeRow(grade: AirClass, edition: AirIndexStandard, named: boolean, lang: Lang): Html {
  const { level, max, min } = airClassRow(grade, edition)
  const range = max === null ? aqiAbove(min - 1)[lang] : `AQI ${min}–${max}`
  return html`<tr role="row"><th role="rowheader" scope="row">${gradeChip(grade, edition, lang)}<span class="sub">${level[lang]}</span><span class="sub">${range}</span>${
    named ? html`<span class="sub">${edition.id}</span>` : null
  }</th><td role="cell" data-label="${HEALTH.effect[lang]}">${sentence(healthRow(grade, edition).effect[lang], lang)}</td><td role="cell" data-label="${HEALTH.measures[lang]}">${measures(grade, edition, lang)}</td></tr>`
}

function measures(grade: AirClass, edition: AirIndexStandard, lang: Lang): readonly Html[] {
  const gap = lang === 'zh' ? '' : ' '
  return healthRow(grade, edition).measures.map(
    (one) => html`<span class="line"><b>${one.group[lang]}</b>${gap}${sentence(one.advice[lang], lang)}</span>`,
  )
}

/** Which editions the words are of, and whose the English is. */
function origin(editions: readonly AirIndexStandard[], lang: Lang): Html {
  const links = editions.map(
    ({ id, slug }, at) =>
      html`${at === 0 ? null : lang === 'zh' ? '、' : ', '}<a href="${standardLink(slug)}">${id}</a>`,
  )
  return html`<p class="small muted">${HEALTH.by[lang]} ${links}${lang === 'zh' ? '。' : '. '}${lang === 'zh' ? null : HEALTH.rendering.en}</p>`
}

/** The words end where the page needs them to. */
function sentence(text: string, lang: Lang): string {
  return lang === 'zh' ? `${text}。` : `${text}.`
}
