/** How much of what was expected arrived, and every section that is missing with its reason. */
import { html } from 'hono/html'
import type { WaterBulletin } from '../release/bulletin-types.ts'
import { type Html, integer, type Lang, properName } from './lang.ts'
import { LIST } from './words/common.ts'
import { COVERAGE, sectionCount } from './words/release.ts'

/** The coverage of a release; sections that share a reason stand together under it. */
export function coverageSection({ coverage, sections }: WaterBulletin, lang: Lang): Html {
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const byReason = new Map<string, string[]>()
  for (const { section, text } of coverage.gaps) {
    const found = byReason.get(text[lang])
    const name = names.get(section) ?? section
    if (found) found.push(name)
    else byReason.set(text[lang], [name])
  }
  return html`<p class="lead">${COVERAGE.lead[lang]}</p>
<dl class="figures small">
<div><dt>${COVERAGE.expected[lang]}</dt><dd>${integer(coverage.expected)}</dd></div>
<div><dt>${COVERAGE.held[lang]}</dt><dd>${coverage.held === 0 ? html`<span class="absent">${COVERAGE.nothing[lang]}</span>` : integer(coverage.held)}</dd></div>
<div><dt>${COVERAGE.share[lang]}</dt><dd>${coverage.held === 0 ? html`<span class="absent">${COVERAGE.nothing[lang]}</span>` : html`${coverage.share}<small>%</small>`}</dd></div>
</dl>
${
  byReason.size === 0
    ? html`<p>${COVERAGE.complete[lang]}</p>`
    : html`<h3>${COVERAGE.gaps[lang]}</h3><dl class="gaps">${[...byReason].map(
        ([reason, found]) =>
          html`<div><dt>${reason} <span class="muted">${sectionCount(found.length)[lang]}</span></dt><dd>${found.map(
            (name, index) => html`${index === 0 ? null : LIST[lang]}${properName(name, lang)}`,
          )}</dd></div>`,
      )}</dl>`
}`
}
