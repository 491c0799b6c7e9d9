/** `/contracts/{id}/{version}`: a contract a person can read: where it stands, its fields, its terms in words, who signed it, and its files. */
import { html } from 'hono/html'
import { type Html, href, integer, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { contractLinks, LINKS } from '../links.ts'
import { mixed } from '../mixed.ts'
import { localTime, utcTime } from '../time.ts'
import { PARTY } from '../words/common.ts'
import { AUDIENCE, CONTRACT } from '../words/contract-page.ts'
import { fieldTable } from './field-table.ts'
import { effectiveText, stateMark } from './list.ts'
import { membersOf } from './members.ts'
import { termsList } from './terms.ts'
import type { ContractView, VersionView } from './view.ts'

/** The page. */
export function contractPage(view: ContractView, options: PageOptions): Html {
  const { lang } = options
  const { contract } = view.version
  const json = membersOf(JSON.parse(contract.source))
  const { audience } = contract.terms
  const parts = [
    {
      id: 'fields',
      title: CONTRACT.fields,
      body: fieldTable({ schema: contract.schema, audience, example: view.example }, lang),
    },
    {
      id: 'terms',
      title: CONTRACT.terms,
      body: html`${termsList(json.terms, lang)}${keyLine(json.key, audience.original, lang)}`,
    },
    { id: 'signing', title: CONTRACT.signing, body: signing(view.version, lang) },
    { id: 'downloads', title: CONTRACT.downloads, body: downloads(view, lang) },
  ]
  const main = html`<article>
<p class="eyebrow"><a href="${href(LINKS.contractPages, lang)}">${CONTRACT.contracts[lang]}</a></p>
<header class="head"><h1>${mixed(contract.title, lang)} ${contract.version}</h1>
<p class="byline"><code>${contract.id}</code> ${stateMark(view.version.state, lang)}</p>
${standing(view, lang)}</header>
<nav class="toc" aria-label="${CONTRACT.contract[lang]}"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title[lang]}</a></li>`)}</ul></nav>
${parts.map(
  ({
    id,
    title,
    body,
  }) => html`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title[lang]}</h2>
${body}
</section>`,
)}
</article>`
  return layout({ title: `${contract.title[lang]} ${contract.version}`, sandbox: view.sandbox, main }, options)
}

function standing({ version, versions, before }: ContractView, lang: Lang): Html {
  const { contract, retirement } = version
  const { transition } = contract.terms
  const links = contractLinks(contract.id, contract.version)
  const others = versions.filter((one) => one.contract.version !== contract.version)
  return html`<dl class="facts">
<div><dt>${CONTRACT.effective[lang]}</dt><dd>${effectiveText(version, lang)}</dd></div>
<div><dt>${CONTRACT.transition[lang]}</dt><dd>${transition ?? CONTRACT.noTransition[lang]}</dd></div>
<div><dt>${CONTRACT.retirement[lang]}</dt><dd>${retirement === null ? CONTRACT.noRetirement[lang] : html`${retirement.from}${retirement.signed ? null : html` <span class="tag">${STATE_PROPOSED[lang]}</span>`} ${mixed(retirement.reason, lang)}`}</dd></div>
<div><dt>${CONTRACT.changes[lang]}</dt><dd>${before === null ? CONTRACT.noBefore[lang] : html`<a href="${href(links.changes, lang)}">${before} → ${contract.version}</a>`}</dd></div>${
    others.length === 0
      ? null
      : html`\n<div><dt>${CONTRACT.versions[lang]}</dt><dd>${others.map((one) => html`<span class="line"><a href="${href(contractLinks(one.contract.id, one.contract.version).page, lang)}">${one.contract.version}</a> ${stateMark(one.state, lang)}</span>`)}</dd></div>`
  }
</dl>`
}

const STATE_PROPOSED = { zh: '已提出', en: 'proposed' } as const

function keyLine(key: unknown, original: keyof typeof AUDIENCE | undefined, lang: Lang): Html {
  const { zh, en } = membersOf(key)
  return html`<dl class="facts">${
    typeof zh === 'string' && typeof en === 'string'
      ? html`<div><dt>${CONTRACT.key[lang]}</dt><dd>${mixed({ zh, en }, lang)}</dd></div>`
      : null
  }${original === undefined ? null : html`<div><dt>${CONTRACT.original[lang]}</dt><dd>${AUDIENCE[original][lang]}</dd></div>`}</dl>`
}

function signing({ digest, signatures }: VersionView, lang: Lang): Html {
  return html`<dl class="facts">${
    signatures.length === 0
      ? html`<div><dt>${CONTRACT.signing[lang]}</dt><dd>${CONTRACT.unsigned[lang]}</dd></div>`
      : signatures.map(
          ({ agency, ledgerIndex, party, post, time }) =>
            html`<div><dt>${PARTY[party][lang]}</dt><dd>${agency[lang]} · ${post[lang]}<span class="sub"><time datetime="${time}">${localTime(time, lang)}</time> · ${utcTime(time)} · ${CONTRACT.ledger[lang]} ${integer(ledgerIndex)}</span></dd></div>`,
        )
  }<div><dt>${CONTRACT.digest[lang]}</dt><dd><code>${digest}</code></dd></div></dl>`
}

function downloads({ version: { contract }, templates, origin }: ContractView, lang: Lang): Html {
  const { data, schema, template } = contractLinks(contract.id, contract.version)
  return html`<ul class="files"><li><a href="${data}"><b>JSON</b></a><span>${CONTRACT.json[lang]}</span></li><li><a href="${schema}"><b>JSON Schema</b></a><span>${CONTRACT.schema[lang]}</span></li>${templates.map(
    (party) =>
      html`<li><a href="${template(party)}"><b>XLSX · ${PARTY[party][lang]}</b></a><span>${CONTRACT.template[lang]}</span></li>`,
  )}</ul>
<p class="lead">${CONTRACT.jws[lang]}</p><pre class="command"><code>curl -H 'Accept: application/jose+json' ${origin}${data}</code></pre>`
}
