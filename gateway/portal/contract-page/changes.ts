/** `/contracts/{id}/{version}/changes`: what a version changes, with a value only one of the two takes wherever there is one. */
import { html } from 'hono/html'
import type { Finding } from '../../../contracts/compare/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { type Html, href, integer, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { contractLinks } from '../links.ts'
import { mixed } from '../mixed.ts'
import { LIST } from '../words/common.ts'
import { BREAKS, CONTRACT, changesTitle, KIND, moreFindings } from '../words/contract-page.ts'
import type { ChangesView } from './view.ts'

/** So many differences at most are listed. */
const LISTED = 60
const LONGEST = 400

/** The page. */
export function changesPage({ id, title, from, to, comparison, sandbox }: ChangesView, options: PageOptions): Html {
  const { lang } = options
  const { findings, step, title: verdict } = comparison
  const heading = changesTitle(title[lang], from, to)[lang]
  const shown = findings.slice(0, LISTED)
  const left = findings.length - shown.length
  const main = html`<article>
<p class="eyebrow"><a href="${href(contractLinks(id, to).page, lang)}">${CONTRACT.toContract[lang]}</a></p>
<header class="head"><h1>${heading}</h1>
<p class="answer">${mixed(verdict, lang)}</p>
<dl class="facts"><div><dt>${CONTRACT.step[lang]}</dt><dd>${step.fits ? html`<span class="met"><span aria-hidden="true">✓</span></span>` : html`<span class="missed"><span aria-hidden="true">✗</span></span>`} ${mixed(step.why, lang)}</dd></div></dl></header>
<section class="part" aria-labelledby="findings"><h2 id="findings">${CONTRACT.findings[lang]} (${integer(findings.length)})</h2>
${
  findings.length === 0
    ? html`<p>${CONTRACT.noFindings[lang]}</p>`
    : html`<table class="findings stacked" role="table"><caption class="sr">${CONTRACT.findings[lang]}</caption>
<thead role="rowgroup"><tr role="row">${[CONTRACT.kind, CONTRACT.place, CONTRACT.why, CONTRACT.breaks].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map((finding) => row(finding, lang))}</tbody></table>`
}
${left === 0 ? null : html`<p class="lead">${moreFindings(left)[lang]}</p>`}
<p><a href="${contractLinks(id, to).data.replace(/\/[^/]+$/, '')}/compare?from=${encodeURIComponent(from)}&amp;to=${encodeURIComponent(to)}"><code>JSON</code></a></p>
</section></article>`
  return layout({ title: heading, sandbox, main }, options)
}

function row({ kind, pointer, why, breaks, consent, decided, example }: Finding, lang: Lang): Html {
  const effects = breaks.map((one) => BREAKS[one][lang]).join(LIST[lang])
  return html`<tr role="row"><th role="rowheader" scope="row">${KIND[kind][lang]}</th><td role="cell" data-label="${CONTRACT.place[lang]}"><code>${mixed(twice(pointer), lang)}</code></td><td role="cell" data-label="${CONTRACT.why[lang]}">${mixed(why, lang)}${
    example === null
      ? null
      : html`<details><summary>${CONTRACT.accepted[lang]}</summary><pre tabindex="0"><code>${mixed(twice(cut(JSON.stringify(example.instance))), lang)}</code></pre></details>`
  }</td><td role="cell" data-label="${CONTRACT.breaks[lang]}">${effects === '' ? html`<span class="muted">${CONTRACT.nothing[lang]}</span>` : html`<span class="differ">${effects}</span>`}${decided ? null : html`<span class="sub">${CONTRACT.undecided[lang]}</span>`}${consent ? html`<span class="sub">${CONTRACT.consent[lang]}</span>` : null}</td></tr>\n`
}

/** A text that is the same in both languages. */
function twice(text: string): Bilingual {
  return { zh: text, en: text }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
