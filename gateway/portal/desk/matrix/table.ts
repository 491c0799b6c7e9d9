/** A consultation's table: areas by days, zones, areas by schemes, or sections; a real table, whose rows a filter hides without a script. */
import { html } from 'hono/html'
import { type Bilingual, PARTIES } from '../../../../contracts/types.ts'
import { bothNames, type Html, type Lang } from '../../lang.ts'
import { attainment, classChip, pollutantText } from '../../mark.ts'
import { COMMON, PARTY } from '../../words/common.ts'
import { COUNTED, dayHeading, LISTED_BY, MATRIX, type Show } from '../../words/desk-matrix.ts'
import { creditCells, creditHeading } from './credit-cells.ts'
import { forecastCell, LETTER } from './forecast-cell.ts'
import { cellLink, rowLink } from './links.ts'
import { type DeskGroup, type DeskRow, groupsOf, isShown } from './rows.ts'
import type { DeskView, TableKind } from './view.ts'

const CAPTIONS: Readonly<Record<TableKind, Bilingual>> = {
  credit: MATRIX.tableCredit,
  forecast: MATRIX.tableForecast,
  outlook: MATRIX.tableOutlook,
  warning: MATRIX.tableWarning,
  water: MATRIX.tableWater,
}

/** Where the page of a release has styles of that name already. */
const CLASSES: { readonly [K in TableKind]?: string } = { credit: 'ratings' }

/** The table in its own scrolling region. */
export function deskTable(view: DeskView, show: Show, lang: Lang): Html {
  const groups = groupsOf(view)
  const shown = groups.some(({ rows }) => rows.some((row) => isShown(row, show)))
  const caption = CAPTIONS[view.kind][lang]
  return html`<div class="region" role="region" aria-labelledby="caption" tabindex="0">
<table class="matrix ${CLASSES[view.kind] ?? view.kind}" id="matrix"><caption id="caption">${caption}</caption>
<thead><tr>${headings(view, lang)}</tr></thead>
${groups.map((group) => groupRows(group, view, show, lang))}
</table></div>
<p id="none-shown"${shown ? html` hidden` : null}>${MATRIX.noneShown[lang]}</p>`
}

function headings({ columns, kind }: DeskView, lang: Lang): Html {
  if (kind === 'water') {
    const { section, class: found, target, attains, pollutants, remarks } = MATRIX
    return html`${[section, found, target, attains, pollutants, remarks].map((one) => html`<th scope="col">${one[lang]}</th>`)}`
  }
  if (kind === 'credit') {
    const { enterprise, differs, remarks } = MATRIX
    const heads = [enterprise, ...PARTIES.map((party) => PARTY[party]), differs, remarks]
    return html`${heads.map((one) => html`<th scope="col">${one[lang]}</th>`)}`
  }
  return html`<th scope="col">${MATRIX.area[lang]}</th>${columns.map(({ id, title }) => {
    const day = kind === 'forecast' ? dayHeading(id, lang) : null
    return html`<th scope="col">${day === null ? title[lang] : html`<time datetime="${id}">${day}</time>`}</th>`
  })}`
}

/** What rows have in common: their side, and their zone where the register says it. */
export function groupTitle({ kind }: Pick<DeskView, 'kind'>, { party, zone }: DeskGroup, lang: Lang): string {
  if (kind === 'credit') return LISTED_BY[party ?? 'both'][lang]
  const name = party === null ? '' : PARTY[party][lang]
  return kind === 'water' || kind === 'outlook' ? name : `${name} · ${zone?.[lang] ?? MATRIX.noZone[lang]}`
}

/** Columns of the lists. */
const WIDTHS: { readonly [K in TableKind]?: number } = { credit: 5, water: 6 }

function groupRows(group: DeskGroup, view: DeskView, show: Show, lang: Lang): Html {
  const { rows } = group
  const width = WIDTHS[view.kind] ?? view.columns.length + 1
  const hidden = !rows.some((row) => isShown(row, show))
  const headed = view.kind !== 'outlook'
  return html`<tbody${hidden ? html` hidden` : null}>
${headed ? html`<tr class="group"><th scope="rowgroup" colspan="${width}">${groupTitle(view, group, lang)}</th></tr>\n` : null}${rows.map((row) => tableRow(row, view, show, lang))}</tbody>`
}

function tableRow(row: DeskRow, view: DeskView, show: Show, lang: Lang): Html {
  const { passes } = row
  const hidden = isShown(row, show) ? null : html` hidden`
  const cells =
    view.kind === 'water'
      ? waterCells(row, view, lang)
      : view.kind === 'credit'
        ? creditCells(row, view, lang)
        : row.cells.map((cell) => forecastCell(cell, view, lang))
  return html`<tr data-has="${passes.join(' ')}"${hidden}>${rowHeading(row, view, lang)}${cells}</tr>
`
}

function rowHeading(of: DeskRow, { id, kind }: DeskView, lang: Lang): Html {
  const { row } = of
  const { party, title } = row
  // The mark is told in words by the group's heading; in the row it is what meets the eye.
  const mark =
    party === null
      ? null
      : html`<span class="letter ${party}" title="${PARTY[party][lang]}">${LETTER[party][lang]}</span> `
  if (kind === 'credit') return creditHeading(of, lang)
  // Of a section there is no evidence but its records.
  if (kind === 'water') return html`<th scope="row">${mark}${bothNames(title, lang)}</th>`
  return html`<th scope="row">${mark}<a href="${rowLink(id, row.id, lang)}" data-row="${row.id}">${bothNames(title, lang)}</a></th>`
}

function waterCells({ row, cells }: DeskRow, { id, sections }: DeskView, lang: Lang): Html {
  const section = sections.get(row.id)
  const [cell] = cells
  const [remarks, objections] = [cell?.remarks ?? 0, cell?.objections ?? 0]
  const target = section?.target ?? null
  const missed = section?.attains === false
  return html`<td>${classChip(section?.class ?? null, lang)}</td>
<td>${target === null ? html`<span class="muted">${COMMON.noTarget[lang]}</span>` : classChip(target, lang)}</td>
<td${missed ? html` class="loud"` : null}>${attainment(section?.attains ?? null, lang) ?? html`<span class="muted">–</span>`}</td>
<td>${pollutantText(section?.pollutants ?? [], lang) || html`<span class="muted">–</span>`}</td>
<td${objections > 0 ? html` class="loud"` : null}><a href="${cellLink(id, row.id, lang)}">${MATRIX.remark[lang]}</a>${remarks > 0 ? html` <span class="count">${remarks}</span>` : null}${objections > 0 ? html`<em>⚑ ${objections} ${COUNTED.objections(objections)[lang]}</em>` : null}</td>`
}
