/** `/about`: what is shared, who produces it, how far it is reviewed, what is public and what never is, and who answers for it. */
import { html } from 'hono/html'
import type { ConsultationProduct } from '../../../contracts/registry/types.ts'
import type { Bilingual, PartyId } from '../../../contracts/types.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { contractLinks, LINKS } from '../links.ts'
import { mixed } from '../mixed.ts'
import { ABOUT, deadlineText } from '../words/about.ts'
import { LIST, PARTY } from '../words/common.ts'
import { AUDIENCE } from '../words/contract-page.ts'
import { HOME } from '../words/home.ts'
import type { Dataset } from './datasets.ts'

/** What the page needs. */
export interface AboutView {
  readonly datasets: readonly Dataset[]
  readonly products: readonly ConsultationProduct[]
  readonly agencies: Readonly<Record<PartyId, readonly Bilingual[]>>
  readonly contact: string
  readonly origin: string
  readonly sandbox: boolean
}

/** The page. */
export function aboutPage(view: AboutView, options: PageOptions): Html {
  const { lang } = options
  const { agencies, contact, datasets, origin, products, sandbox } = view
  const main = html`<article>
<header class="head"><h1>${ABOUT.title[lang]}</h1>
<p class="answer">${ABOUT.answer[lang]}</p></header>
${part('datasets', ABOUT.datasets[lang], datasets.length === 0 ? html`<p>${ABOUT.noContracts[lang]}</p>` : html`<p class="lead">${ABOUT.datasetsLead[lang]}</p>${datasetTable(datasets, lang)}`)}
${part('products', ABOUT.products[lang], products.length === 0 ? html`<p>${ABOUT.noTerms[lang]}</p>` : html`<p class="lead">${ABOUT.productsLead[lang]}</p>${productTable(products, lang)}`)}
${part('never', ABOUT.never[lang], html`<ul class="notes">${[ABOUT.never1, ABOUT.never2, ABOUT.never3, ABOUT.never4].map((one) => html`<li>${one[lang]}</li>`)}</ul>`)}
${part('unknown', ABOUT.unknown[lang], html`<p>${ABOUT.unknownText[lang]}</p>`)}
${part(
  'answers',
  ABOUT.answers[lang],
  html`<dl class="facts"><div><dt>${ABOUT.agencies[lang]}</dt><dd>${PARTIES.map((party) => html`<span class="line"><b>${PARTY[party][lang]}</b> ${agencies[party].length === 0 ? ABOUT.noAgency[lang] : agencies[party].map((name, at) => html`${at === 0 ? null : LIST[lang]}${mixed(name, lang)}`)}</span>`)}</dd></div>
<div><dt>${ABOUT.contact[lang]}</dt><dd><code>${contact.replace(/^mailto:/, '')}</code></dd></div>
<div><dt>${ABOUT.gateway[lang]}</dt><dd><code>${origin}</code></dd></div></dl>`,
)}
${part('licence', ABOUT.licence[lang], html`<p>${ABOUT.licenceText[lang]}</p>`)}
${part('more', ABOUT.more[lang], html`<ul class="chips">${MORE.map(({ link, text }) => html`<li><a href="${href(link, lang)}">${text[lang]}</a></li>`)}</ul>`)}
</article>`
  return layout({ title: ABOUT.title[lang], sandbox, main }, options)
}

const MORE = [
  { link: LINKS.contractPages, text: HOME.contracts },
  { link: LINKS.comparison, text: HOME.comparison },
  { link: LINKS.verify, text: HOME.verify },
  { link: LINKS.releases, text: HOME.releases },
] as const

function part(id: string, title: string, body: Html): Html {
  return html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
</section>`
}

function datasetTable(datasets: readonly Dataset[], lang: Lang): Html {
  const heads = [ABOUT.dataset, ABOUT.sources, ABOUT.review, ABOUT.cadence, ABOUT.open, ABOUT.closed]
  const named = (titles: readonly Bilingual[], none: Bilingual) =>
    titles.length === 0
      ? html`<span class="muted">${none[lang]}</span>`
      : html`<p>${titles.map((title, at) => html`${at === 0 ? null : LIST[lang]}${mixed(title, lang)}`)}</p>`
  return html`<table class="newest stacked datasets" role="table"><caption class="sr">${ABOUT.datasets[lang]}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${datasets.map(
    ({ id, version, title, sources, review, cadence, open, closed }) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="${href(contractLinks(id, version).page, lang)}">${mixed(title, lang)}</a><span class="sub"><code>${id} ${version}</code></span></th>${[
        [ABOUT.sources, named(sources, ABOUT.unsaid)] as const,
        [ABOUT.review, named(review, ABOUT.unsaid)] as const,
        [ABOUT.cadence, named(cadence, ABOUT.unsaid)] as const,
        [ABOUT.open, named(open, ABOUT.nothing)] as const,
        [ABOUT.closed, named(closed, ABOUT.nothing)] as const,
      ].map(([label, content]) => html`<td role="cell" data-label="${label[lang]}">${content}</td>`)}</tr>\n`,
  )}</tbody></table>`
}

function productTable(products: readonly ConsultationProduct[], lang: Lang): Html {
  const heads = [ABOUT.product, ABOUT.agreeBy, ABOUT.signBy, ABOUT.audience]
  return html`<table class="newest stacked" role="table"><caption class="sr">${ABOUT.products[lang]}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${products.map(
    ({ title, agreeBy, signBy, anchor, audience }) =>
      html`<tr role="row"><th role="rowheader" scope="row">${mixed(title, lang)}</th>${[
        [ABOUT.agreeBy, deadlineText(agreeBy, anchor)] as const,
        [ABOUT.signBy, deadlineText(signBy, anchor)] as const,
        [ABOUT.audience, AUDIENCE[audience]] as const,
      ].map(([label, text]) => html`<td role="cell" data-label="${label[lang]}">${mixed(text, lang)}</td>`)}</tr>\n`,
  )}</tbody></table>`
}
