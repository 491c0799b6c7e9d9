/** `/docs/reference` and its groups: every call from the table the OpenAPI document is made of. */
import { html } from 'hono/html'
import type { Bilingual } from '../../../contracts/types.ts'
import { ERRORS } from '../../errors/table.ts'
import { type AccessRule, type Role, ruleFor } from '../../identity/access.ts'
import { OPERATION_GROUPS } from '../../openapi/operations/index.ts'
import type { Operation, OperationGroup, Parameter } from '../../openapi/types.ts'
import { type Html, href, type Lang, type PageOptions } from '../lang.ts'
import { layout } from '../layout.ts'
import { errorLink, LINKS, referenceLink } from '../links.ts'
import { mixed } from '../mixed.ts'
import { LIST } from '../words/common.ts'
import { DOCS, PARAMETER_PLACE, ROLE_NAME } from '../words/docs.ts'

interface Frame {
  readonly sandbox: boolean
  /** The shapes of answers by name, as the OpenAPI document has them. */
  readonly schemas: Readonly<Record<string, unknown>>
}

/** `/docs/reference` */
export function referencePage({ sandbox }: Pick<Frame, 'sandbox'>, options: PageOptions): Html {
  const { lang } = options
  const main = html`<article>
<h1>${DOCS.reference[lang]}</h1>
<p class="lead">${DOCS.referenceLead[lang]} <a href="${LINKS.openapi}"><code>${LINKS.openapi}</code></a></p>
${OPERATION_GROUPS.map(
  ({ tag, title, operations }) => html`<section class="part" aria-labelledby="${tag}">
<h2 id="${tag}"><a href="${href(referenceLink(tag), lang)}">${title[lang]}</a></h2>
<table class="codes calls"><caption class="sr">${title[lang]}</caption><tbody>${operations.map(
    (one) =>
      html`<tr><th scope="row"><a href="${href(referenceLink(tag), lang)}#${one.id}"><code>${one.method} ${one.path}</code></a></th><td>${mixed(one.summary, lang)}</td></tr>\n`,
  )}</tbody></table></section>`,
)}
</article>`
  return layout({ title: DOCS.reference[lang], sandbox, main }, options)
}

/** The page of one group of calls, or null where there is none of this tag. */
export function referenceGroupPage(tag: string, frame: Frame, options: PageOptions): Html | null {
  const group = OPERATION_GROUPS.find((one) => one.tag === tag)
  if (!group) return null
  const { lang } = options
  const main = html`<p class="back"><a href="${href(LINKS.docs, lang)}">${DOCS.all[lang]}</a> · <a href="${href(LINKS.reference, lang)}">${DOCS.allGroups[lang]}</a></p>
<article>
<h1>${group.title[lang]}</h1>
${group.operations.map((one) => operation(one, lang))}
${shapes(group, frame.schemas, lang)}
</article>`
  return layout({ title: `${group.title[lang]} · ${DOCS.reference[lang]}`, sandbox: frame.sandbox, main }, options)
}

const list = (parts: readonly (Html | string)[], lang: Lang): Html =>
  html`${parts.map((part, at) => html`${at === 0 ? null : LIST[lang]}${part}`)}`

function who({ allow, session }: AccessRule, lang: Lang): Html {
  if (allow.public !== undefined) return html`${ROLE_NAME.public[lang]}`
  const roles = Object.entries(allow).map(([role, reach]) => {
    const name = isRole(role) ? ROLE_NAME[role][lang] : role
    return reach === 'own-party' ? `${name}${DOCS.ownOnly[lang]}` : name
  })
  return html`${list(roles, lang)} · ${session ? DOCS.session[lang] : DOCS.signature[lang]}`
}

function isRole(name: string): name is Role {
  return Object.hasOwn(ROLE_NAME, name)
}

function operation(one: Operation, lang: Lang): Html {
  const rule = ruleFor(one.method, one.path)
  const rows = (['path', 'query', 'header'] as const).flatMap((place) =>
    Object.entries({ path: one.parameters, query: one.query, header: one.headers }[place] ?? {}).map(
      ([name, parameter]) => ({ name, place, parameter }),
    ),
  )
  return html`<section class="part call" aria-labelledby="${one.id}">
<h2 id="${one.id}"><code>${one.method} ${one.path}</code></h2>
<p>${mixed(one.summary, lang)}${one.description ? html`<br>${mixed(one.description, lang)}` : null}</p>
<dl class="facts">${rule ? fact(DOCS.who, who(rule, lang), lang) : null}
${one.body ? fact(DOCS.body, html`${mixed(one.body.description, lang)} <span class="sub">${codes(Object.keys(one.body.media))}</span>`, lang) : null}
${fact(DOCS.answers, answers(one, lang), lang)}
${one.problems ? fact(DOCS.refusals, refusals(one.problems, lang), lang) : null}</dl>
${rows.length === 0 ? null : parameters(rows, lang)}
</section>`
}

const fact = (term: Bilingual, content: Html, lang: Lang): Html =>
  html`<div><dt>${term[lang]}</dt><dd>${content}</dd></div>`

const codes = (values: readonly string[]): Html =>
  html`${values.map((value, at) => html`${at === 0 ? null : ' '}<code>${value}</code>`)}`

function answers({ answers }: Operation, lang: Lang): Html {
  return html`${Object.entries(answers).map(
    ([status, { description, media }]) =>
      html`<p><b>${status}</b> ${mixed(description, lang)} <span class="sub">${Object.entries(media).map(
        ([type, schema], at) => {
          const name = nameOf(schema)
          return html`${at === 0 ? null : ' '}<code>${type}</code>${name === null ? null : html` <a href="#shape-${name}">${name}</a>`}`
        },
      )}</span></p>`,
  )}`
}

function refusals(problems: NonNullable<Operation['problems']>, lang: Lang): Html {
  return html`<ul>${problems.map((code) => html`<li><a href="${href(errorLink(code), lang)}"><code>${code}</code></a> ${ERRORS[code].status} ${ERRORS[code].title[lang]}</li>`)}</ul>`
}

interface Row {
  readonly name: string
  readonly place: keyof typeof PARAMETER_PLACE
  readonly parameter: Parameter
}

function parameters(rows: readonly Row[], lang: Lang): Html {
  const heads = [DOCS.name, DOCS.place, DOCS.meaning, DOCS.example]
  return html`<div class="across"><table class="codes"><caption class="sr">${DOCS.parameters[lang]}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows.map(
    ({ name, place, parameter: { description, required, example } }) =>
      html`<tr><th scope="row"><code>${name}</code>${required ? html` <span class="sub">${DOCS.required[lang]}</span>` : null}</th><td data-label="${DOCS.place[lang]}">${PARAMETER_PLACE[place][lang]}</td><td data-label="${DOCS.meaning[lang]}">${mixed(description, lang)}</td><td data-label="${DOCS.example[lang]}">${example === undefined ? null : html`<code>${String(example)}</code>`}</td></tr>\n`,
  )}</tbody></table></div>`
}

/** The component a schema refers to. */
function nameOf(schema: unknown): string | null {
  const [, name] = /"#\/components\/schemas\/([A-Za-z]+)"/.exec(JSON.stringify(schema)) ?? []
  return name ?? null
}

function shapes({ operations }: OperationGroup, schemas: Frame['schemas'], lang: Lang): Html | null {
  const named = operations.flatMap(({ answers, body }) =>
    [...Object.values(answers).flatMap(({ media }) => Object.values(media)), ...Object.values(body?.media ?? {})]
      .map(nameOf)
      .filter((name) => name !== null),
  )
  const names = [...new Set(named)].filter((name) => name !== 'Record').sort()
  if (names.length === 0) return null
  return html`<section class="part" aria-labelledby="shapes"><h2 id="shapes">${DOCS.shape[lang]}</h2>
${names.map((name) => html`<details id="shape-${name}"><summary>${name}</summary><pre tabindex="0"><code>${JSON.stringify(schemas[name], null, 1)}</code></pre></details>`)}</section>`
}
