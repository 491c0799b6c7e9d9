/** The page where anybody looks up an enterprise: a form that works without scripts, both sides' ratings year by year, and how to read them. */
import { html } from 'hono/html'
import type { DisplayTerms } from '../../contracts/enterprise-credit/terms.ts'
import { CREDIT_LIMITS } from '../credit/limits.ts'
import type { CreditAnswer, CreditStanding, EnterpriseCredit } from '../credit/lookup.ts'
import type { CreditQuestionFault } from '../credit/question.ts'
import { CREDIT_NOTES } from '../credit/words.ts'
import { creditRating } from './credit-rating.ts'
import { type Html, href, integer, type Lang, type PageOptions, properName } from './lang.ts'
import { layout } from './layout.ts'
import { LINKS } from './links.ts'
import { mixed } from './mixed.ts'
import type { CreditView } from './view.ts'
import { PARTY } from './words/common.ts'
import { COMPARISON } from './words/comparison.ts'
import { asOfDay, CREDIT, foundText, tableCaption, yearText } from './words/credit.ts'

const SIDES = ['sc', 'cq'] as const

/** `/credit`. */
export function creditPage({ asked, fault, answer, standing, sandbox }: CreditView, options: PageOptions): Html {
  const { lang } = options
  const main = html`<article>
<header class="head">
${fault ? summary(fault, lang) : null}
<h1>${CREDIT.title[lang]}</h1>
<p class="lead">${CREDIT.lead[lang]}</p>
${form(asked, fault, lang)}
</header>
${standing.contract === null ? notInForce(lang) : answer && found(answer, lang)}
${reading(standing, lang)}
</article>`
  const query = asked === '' ? {} : { query: `q=${encodeURIComponent(asked)}` }
  return layout({ title: CREDIT.title[lang], sandbox, main }, { ...options, ...query })
}

/** What is wrong stands first, and leads to the field. */
function summary({ zh, en, suggestion }: CreditQuestionFault, lang: Lang): Html {
  const text = { zh, en }
  return html`<div class="banner alert" role="alert"><p><strong>${CREDIT.wrong[lang]}</strong></p>
<p><a href="#q">${text[lang]}</a></p>${
    suggestion === null
      ? null
      : html`<p>${CREDIT.meant[lang]}<a href="${href(LINKS.credit, lang, `q=${suggestion}`)}"><code>${suggestion}</code></a></p>`
  }</div>`
}

function form(asked: string, fault: CreditQuestionFault | null, lang: Lang): Html {
  return html`<form class="search" role="search" method="get" action="${LINKS.credit}">
<label for="q">${CREDIT.field[lang]}</label>
${fault ? html`<p class="fault" id="q-fault">${lang === 'zh' ? fault.zh : fault.en}</p>` : null}
<div class="line-in"><input id="q" name="q" type="search" value="${asked}" maxlength="${CREDIT_LIMITS.asked}" autocomplete="off" spellcheck="false"${
    fault ? html` aria-invalid="true" aria-describedby="q-fault"` : null
  }>${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : null}<button type="submit">${CREDIT.search[lang]}</button></div>
</form>`
}

function notInForce(lang: Lang): Html {
  return html`<div class="banner notice" role="note"><p><strong>${CREDIT.notInForce[lang]}</strong></p><p>${CREDIT.notInForceText[lang]}</p></div>`
}

function found({ enterprises, more, day, terms }: CreditAnswer, lang: Lang): Html {
  if (enterprises.length === 0)
    return html`<section class="part" aria-labelledby="found"><h2 id="found">${CREDIT.none[lang]}</h2><p class="lead">${CREDIT.noneText[lang]}</p></section>`
  const { before, after } = foundText(enterprises.length, more)
  return html`<section class="results" aria-label="${CREDIT.search[lang]}">
<p class="answer">${before[lang]}<strong>${integer(enterprises.length)}</strong>${after[lang]}</p>
<p class="muted">${asOfDay(day)[lang]}</p>
${more ? html`<div class="banner notice" role="note"><p>${CREDIT.more[lang]}</p></div>` : null}
${enterprises.map((one) => enterprise(one, terms?.display ?? null, lang))}
</section>`
}

function enterprise({ code, names, sides }: EnterpriseCredit, display: DisplayTerms | null, lang: Lang): Html {
  const [name = code, ...others] = names
  const years = [...new Set(SIDES.flatMap((party) => sides[party].map(({ record }) => record.ratingYear)))].sort(
    (a, b) => b - a,
  )
  const heading = `e-${code}`
  return html`<section class="enterprise" aria-labelledby="${heading}">
<h2 id="${heading}">${properName(name, lang)}</h2>
<p class="code"><code>${code}</code>${others.map((other) => html` · ${properName(other, lang)}`)}</p>
<table class="credit" role="table">
<caption class="sr">${mixed(tableCaption(name), lang)}</caption>
<thead role="rowgroup"><tr role="row">${[CREDIT.year[lang], ...SIDES.map((party) => PARTY[party][lang])].map(
    (head) => html`<th role="columnheader" scope="col">${head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${years.map(
    (year) =>
      html`<tr role="row"><th role="rowheader" scope="row">${yearText(year)[lang]}</th>${SIDES.map((party) => {
        const rows = sides[party].filter(({ record }) => record.ratingYear === year)
        return html`<td role="cell" data-label="${PARTY[party][lang]}">${
          rows.length === 0
            ? html`<span class="muted">${CREDIT.sideNone[lang]}</span>`
            : rows.map((row) => creditRating(row, display, lang))
        }</td>`
      })}</tr>`,
  )}</tbody>
</table>
</section>`
}

function reading({ terms }: CreditStanding, lang: Lang): Html {
  const signed = terms ? [terms.display, terms.mutualRecognition] : []
  return html`<section class="part" aria-labelledby="reading"><h2 id="reading">${CREDIT.reading[lang]}</h2>
<ul class="notes">${[...CREDIT_NOTES, ...signed].map((note) => html`<li>${mixed(note, lang)}</li>`)}</ul>
<dl class="facts">
<div><dt>${CREDIT.schemes[lang]}</dt><dd><a href="${href(LINKS.comparison, lang)}#credit">${COMPARISON.title[lang]}</a></dd></div>
<div><dt>${CREDIT.data[lang]}</dt><dd><code>GET ${LINKS.creditData}?q=…</code></dd></div>
</dl>
</section>`
}
