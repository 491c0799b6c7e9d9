/** `/contracts`: every contract with its newest standing, and where each of its versions stands. */
import { html } from 'hono/html'
import { compareVersions } from '../../../contracts/life.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { contractLinks } from '../links.ts'
import { mixed } from '../mixed.ts'
import { CONTRACT, STATE } from '../words/contract-page.ts'
import type { ContractsView, VersionView } from './view.ts'

/** The page. */
export function contractsPage({ versions, sandbox }: ContractsView, options: PageOptions): Html {
  const { lang } = options
  const byContract = Map.groupBy(versions, ({ contract }) => contract.id)
  const main = html`<h1>${CONTRACT.contracts[lang]}</h1>
<p class="lead">${CONTRACT.lead[lang]}</p>
${
  versions.length === 0
    ? html`<p class="answer">${CONTRACT.none[lang]}</p>`
    : html`<table class="newest stacked" role="table"><caption class="sr">${CONTRACT.contracts[lang]}</caption>
<thead role="rowgroup"><tr role="row">${[CONTRACT.contract, CONTRACT.version, CONTRACT.state, CONTRACT.effective].map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${[...byContract.values()].flatMap((own) => newestFirst(own).map((version, at) => row(version, at === 0, lang)))}</tbody></table>`
}`
  return layout({ title: CONTRACT.contracts[lang], sandbox, main }, options)
}

/** Versions by number, the newest first. */
export function newestFirst(versions: readonly VersionView[]): readonly VersionView[] {
  return versions.toSorted((a, b) => compareVersions(b.contract.version, a.contract.version))
}

function row({ contract, state }: VersionView, first: boolean, lang: Lang): Html {
  const { id, title, version, terms } = contract
  const links = contractLinks(id, version)
  return html`<tr role="row"><th role="rowheader" scope="row">${first ? html`<a href="${href(links.newest, lang)}">${mixed(title, lang)}</a>` : mixed(title, lang)}<span class="sub"><code>${id}</code></span></th><td role="cell" data-label="${CONTRACT.version[lang]}"><a href="${href(links.page, lang)}">${version}</a></td><td role="cell" data-label="${CONTRACT.state[lang]}">${stateMark(state, lang)}</td><td role="cell" data-label="${CONTRACT.effective[lang]}">${terms.effective ?? CONTRACT.onSigning[lang]}</td></tr>\n`
}

/** A state as a pill. */
export function stateMark(state: VersionView['state'], lang: Lang): Html {
  return html`<span class="pill${state === 'in-force' ? '' : ' off'}">${STATE[state][lang]}</span>`
}
