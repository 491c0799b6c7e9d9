/** The page that says where the two sides' standards differ: the count first, then dataset by dataset, and where to ask what it comes to. */
import { html } from 'hono/html'
import { comparisonTable } from './comparison-table.ts'
import { type Html, integer, type Lang, type PageOptions } from './lang.ts'
import { layout } from './layout.ts'
import { LINKS } from './links.ts'
import { mixed } from './mixed.ts'
import type { ComparisonView } from './view.ts'
import { COMPARISON, comparedText, countsText } from './words/comparison.ts'

/** `/standards/comparison`. */
export function comparisonPage({ comparison, sandbox }: ComparisonView, options: PageOptions): Html {
  const { lang } = options
  const { counts, datasets, notes } = comparison
  const { before, after } = comparedText(counts.aspects, counts.same, counts.unknown)
  const contents = [
    ...datasets.map(({ id, title }) => ({ id, title: title[lang] })),
    { id: 'practice', title: COMPARISON.practice[lang] },
  ]
  const main = html`<article>
<header class="head">
<h1>${COMPARISON.title[lang]}</h1>
<p class="answer">${before[lang]}<strong>${integer(counts.differ)}</strong>${after[lang]}</p>
<ul class="notes">${notes.map((note) => html`<li>${mixed(note, lang)}</li>`)}</ul>
</header>
<nav class="toc" aria-label="${COMPARISON.onThisPage[lang]}"><ul>${contents.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${datasets.map(
  (
    dataset,
  ) => html`<section class="part" id="${dataset.id}" aria-labelledby="${dataset.id}-title"><h2 id="${dataset.id}-title">${dataset.title[lang]}</h2>
<p class="lead">${mixed(dataset.summary, lang)}${lang === 'zh' ? '' : ' '}${countsText(dataset.counts.differ, dataset.counts.same, dataset.counts.unknown)[lang]}${lang === 'zh' ? '。' : '.'}</p>
${comparisonTable(dataset, lang)}
</section>`,
)}
${practice(lang)}
</article>`
  return layout({ title: COMPARISON.title[lang], sandbox, main }, options)
}

function practice(lang: Lang): Html {
  const addresses = [
    { title: COMPARISON.practiceAddress, path: LINKS.practice, link: false },
    { title: COMPARISON.suggestionAddress, path: LINKS.suggestions, link: false },
    { title: COMPARISON.data, path: LINKS.comparisonData, link: true },
  ]
  return html`<section class="part" id="practice" aria-labelledby="practice-title"><h2 id="practice-title">${COMPARISON.practice[lang]}</h2>
<p class="lead">${COMPARISON.practiceText[lang]}${lang === 'zh' ? '' : ' '}${COMPARISON.suggestion[lang]}</p>
<dl class="facts">${addresses.map(
    ({ title, path, link }) =>
      html`<div><dt>${title[lang]}</dt><dd>${link ? html`<a href="${path}"><code>GET ${path}</code></a>` : html`<code>GET ${path}</code>`}</dd></div>`,
  )}</dl>
</section>`
}
