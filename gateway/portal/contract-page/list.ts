/** `/contracts`: every contract with its newest standing, and where each of its versions stands. */
import { html } from 'hono/html'
import { compareVersions } from '../../../contracts/life.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { contractLinks } from '../links.ts'
import { mixed } from '../mixed.ts'
import { localTime } from '../time.ts'
import { CONTRACT, onSigning, STATE } from '../words/contract-page.ts'
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

function row(version: VersionView, first: boolean, lang: Lang): Html {
  const { contract, state } = version
  const { id, title } = contract
  const links = contractLinks(id, contract.version)
  return html`<tr role="row"><th role="rowheader" scope="row">${first ? html`<a href="${href(links.newest, lang)}">${mixed(title, lang)}</a>` : mixed(title, lang)}<span class="sub"><code>${id}</code></span></th><td role="cell" data-label="${CONTRACT.version[lang]}"><a href="${href(links.page, lang)}">${contract.version}</a></td><td role="cell" data-label="${CONTRACT.state[lang]}">${stateMark(state, lang)}</td><td role="cell" data-label="${CONTRACT.effective[lang]}">${effectiveText(version, lang)}</td></tr>\n`
}

/** From when it counts: the day its terms name, else when the second side signed. */
export function effectiveText({ contract, signatures }: VersionView, lang: Lang): string {
  const { effective } = contract.terms
  if (effective !== null) return effective
  const [last] = signatures.map(({ time }) => time).toSorted((a, b) => (a < b ? 1 : -1))
  const both = PARTIES.every((party) => signatures.some((one) => one.party === party))
  return both && last ? onSigning(localTime(last, lang))[lang] : CONTRACT.onSigning[lang]
}

/** A state as a pill. */
export function stateMark(state: VersionView['state'], lang: Lang): Html {
  return html`<span class="pill${state === 'in-force' ? '' : ' off'}">${STATE[state][lang]}</span>`
}
