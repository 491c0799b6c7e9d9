/** The tables of the comparison: one row an aspect, both sides in it, alike or not in a sign and a word; on a narrow screen each row is a card. */
import { html } from 'hono/html'
import type { Bilingual } from '../../contracts/types.ts'
import type { DatasetComparison } from '../standards/compare/comparison.ts'
import type { EditionRow, Editions } from '../standards/compare/editions.ts'
import { type ComparisonRow, eachOnce } from '../standards/compare/row.ts'
import type { Html, Lang } from './lang.ts'
import { mixed } from './mixed.ts'
import { LIST, PARTY } from './words/common.ts'
import { COMPARISON, CONFIDENCE, captionOf, editionsTitle } from './words/comparison.ts'

/** Sources numbered in the order they are first named. */
type Numbers = ReadonlyMap<string, number>

function named({ rows, editions }: DatasetComparison): readonly Bilingual[] {
  return eachOnce([...rows, ...(editions?.rows ?? [])].flatMap(({ sources }) => sources))
}

/** A dataset's table, its editions where it has any, and the sources of both. */
export function comparisonTable(dataset: DatasetComparison, lang: Lang): Html {
  const sources = named(dataset)
  const numbers = new Map(sources.map(({ en }, at) => [en, at + 1]))
  return html`${table(
    captionOf(dataset.title)[lang],
    [PARTY.sc[lang], PARTY.cq[lang]],
    COMPARISON.verdict[lang],
    dataset.rows.map((row) => sideRow(row, numbers, lang)),
    lang,
  )}
${dataset.editions === null ? null : editionsPart(dataset.editions, numbers, lang)}
<h3>${COMPARISON.sources[lang]}</h3>
<ol class="sources">${sources.map((source) => html`<li>${mixed(source, lang)}</li>`)}</ol>`
}

function table(
  caption: string,
  sides: readonly [string, string],
  verdict: string,
  rows: readonly Html[],
  lang: Lang,
): Html {
  return html`<table class="compare" role="table">
<caption class="sr">${caption}</caption>
<thead role="rowgroup"><tr role="row">${[COMPARISON.aspect[lang], ...sides, verdict].map(
    (head) => html`<th role="columnheader" scope="col">${head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>`
}

function editionsPart({ earlier, later, rows, effect }: Editions, numbers: Numbers, lang: Lang): Html {
  const title = editionsTitle(earlier, later)[lang]
  return html`<h3>${title}</h3>
<p class="lead">${mixed(effect, lang)}</p>
${table(
  title,
  [earlier, later],
  COMPARISON.change[lang],
  rows.map((row) => editionRow(row, [earlier, later], numbers, lang)),
  lang,
)}`
}

function sideRow(
  { aspect, sc, cq, differs, effect, confidence, sources }: ComparisonRow,
  numbers: Numbers,
  lang: Lang,
): Html {
  const shared = sc !== null && sc.zh === cq?.zh
  return html`<tr role="row">
<th role="rowheader" scope="row">${mixed(aspect, lang)}</th>
${
  shared
    ? html`<td role="cell" class="both" colspan="2" data-label="${COMPARISON.both[lang]}">${mixed(sc, lang)}</td>`
    : html`${[[PARTY.sc[lang], sc] as const, [PARTY.cq[lang], cq] as const].map(
        ([label, text]) =>
          html`<td role="cell" data-label="${label}">${text === null ? html`<span class="muted">${COMPARISON.absent[lang]}</span>` : mixed(text, lang)}</td>`,
      )}`
}
<td role="cell" class="verdict">${verdict(differs, lang)}${effect === null ? null : html`<span class="effect">${mixed(effect, lang)}</span>`}${
    confidence === null
      ? null
      : html`<span class="sub">${CONFIDENCE[confidence][lang]}${cited(sources, numbers, lang)}</span>`
  }</td>
</tr>`
}

function editionRow(
  { aspect, earlier, later, differs, confidence, sources }: EditionRow,
  [first, second]: readonly [string, string],
  numbers: Numbers,
  lang: Lang,
): Html {
  return html`<tr role="row">
<th role="rowheader" scope="row">${mixed(aspect, lang)}</th>
<td role="cell" data-label="${first}">${mixed(earlier, lang)}</td>
<td role="cell" data-label="${second}">${mixed(later, lang)}</td>
<td role="cell" class="verdict">${
    differs
      ? html`<span class="differ"><span aria-hidden="true">≠</span> ${COMPARISON.moved[lang]}</span>`
      : html`<span class="met"><span aria-hidden="true">=</span> ${COMPARISON.kept[lang]}</span>`
  }<span class="sub">${CONFIDENCE[confidence][lang]}${cited(sources, numbers, lang)}</span></td>
</tr>`
}

function verdict(differs: boolean | null, lang: Lang): Html {
  if (differs === null)
    return html`<span class="untold"><span aria-hidden="true">?</span> ${COMPARISON.unknown[lang]}</span>`
  return differs
    ? html`<span class="differ"><span aria-hidden="true">≠</span> ${COMPARISON.differs[lang]}</span>`
    : html`<span class="met"><span aria-hidden="true">=</span> ${COMPARISON.same[lang]}</span>`
}

function cited(sources: readonly Bilingual[], numbers: Numbers, lang: Lang): string {
  const found = sources.map(({ en }) => String(numbers.get(en) ?? ''))
  const separator = lang === 'zh' ? '；' : '; '
  return `${separator}${COMPARISON.see[lang]} ${found.join(LIST[lang])}`
}
