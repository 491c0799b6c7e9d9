/** The fields of a contract as a table: title and path, type and unit, rules, meaning, example, who may see it; a card a field on a narrow screen. */
import { html } from 'hono/html'
import type { Audience } from '../../../contracts/types.ts'
import type { Html, Lang } from '../lang.ts'
import { english, mixed } from '../mixed.ts'
import { LIST } from '../words/common.ts'
import { AUDIENCE, CONTRACT, TYPE } from '../words/contract-page.ts'
import { exampleAt } from './example.ts'
import { conditionsOf, type Definition, definitionsOf, type Field, fieldsOf } from './schema-fields.ts'
import type { FieldRule } from './schema-rules.ts'

/** What a table is made from. */
export interface FieldTable {
  readonly schema: object
  readonly audience: Readonly<Record<string, Audience>>
  readonly example: object | undefined
}

/** Values listed in a rule at most; a page explains, the schema has them all. */
const LISTED = 24

/** The fields, the types they share, and the rules between them. */
export function fieldTable({ schema, audience, example }: FieldTable, lang: Lang): Html {
  const conditions = conditionsOf(schema)
  return html`<p class="lead">${CONTRACT.meaningNote[lang]}</p>
${table(fieldsOf(schema), CONTRACT.fields[lang], lang, (field) => ({
  audience: field.path.includes('.') ? null : (audience[field.path.replace('[]', '')] ?? null),
  example: example === undefined ? null : exampleAt(example, field.path),
}))}
${definitions(definitionsOf(schema), lang)}
${
  conditions.length === 0
    ? null
    : html`<h3>${CONTRACT.conditions[lang]}</h3>${conditions.map((one) => html`<pre tabindex="0" class="small"><code>${codeText(JSON.stringify(one), lang)}</code></pre>`)}`
}`
}

/** Chinese in code is marked on an English page. */
function codeText(code: string, lang: Lang): Html | string {
  return code === 'null' ? CONTRACT.noValue[lang] : mixed({ zh: code, en: code }, lang)
}

type Told = { readonly audience: Audience | null; readonly example: string | null }

function table(fields: readonly Field[], caption: string, lang: Lang, tell: ((field: Field) => Told) | null): Html {
  const heads = [CONTRACT.field, CONTRACT.type, CONTRACT.rule, CONTRACT.meaning]
  const all = tell === null ? heads : [...heads, CONTRACT.example, CONTRACT.audience]
  return html`<table class="fields stacked" role="table"><caption class="sr">${caption}</caption>
<thead role="rowgroup"><tr role="row">${all.map((head) => html`<th role="columnheader" scope="col">${head[lang]}</th>`)}</tr></thead>
<tbody role="rowgroup">${fields.map((field) => row(field, lang, tell?.(field) ?? null))}</tbody></table>`
}

function row(field: Field, lang: Lang, told: Told | null): Html {
  const { description, path, refs, required, rules, source, title, types, unit } = field
  const cell = (label: { readonly zh: string; readonly en: string }, content: Html | null) =>
    html`<td role="cell" data-label="${label[lang]}"${content === null ? html` class="void"` : null}>${content}</td>`
  return html`<tr role="row"${path.includes('.') ? null : html` class="top"`}><th role="rowheader" scope="row">${title === null ? null : html`${title[lang]} `}<code>${path}</code>${required ? null : html`<span class="sub">${CONTRACT.optional[lang]}</span>`}</th>${cell(
    CONTRACT.type,
    html`${typeText(types, refs, lang)}${unit === null ? null : html` <span class="unit">${codeText(unit, lang)}</span>`}`,
  )}${cell(CONTRACT.rule, rules.length === 0 ? null : ruleList(rules, lang))}${cell(
    CONTRACT.meaning,
    description === null && source === null
      ? null
      : html`${description === null ? null : html`<span lang="en">${english(description)}</span>`}${source === null ? null : html`<span class="sub">${CONTRACT.source[lang]} <span lang="en">${english(source)}</span></span>`}`,
  )}${
    told === null
      ? null
      : html`${cell(CONTRACT.example, told.example === null ? null : html`<code>${codeText(told.example, lang)}</code>`)}${cell(CONTRACT.audience, told.audience === null ? null : html`${AUDIENCE[told.audience][lang]}`)}`
  }</tr>\n`
}

function typeText(types: readonly string[], refs: readonly string[], lang: Lang): Html {
  const words = types.filter((type) => !(type === 'array' && refs.length > 0)).map((type) => TYPE[type]?.[lang] ?? type)
  const named = refs.map((ref) => html`<a href="#def-${ref}"><code>${ref}</code></a>`)
  return html`${[...named, ...words].map((part, at) => html`${at === 0 ? null : LIST[lang]}${part}`)}`
}

function ruleList(rules: readonly FieldRule[], lang: Lang): Html {
  return html`<ul>${rules.map(({ words, codes }) => {
    const shown = codes.slice(0, LISTED)
    const left = codes.length - shown.length
    return html`<li>${words[lang]}${shown.map((code) => html` <code>${codeText(code, lang)}</code>`)}${left === 0 ? null : html` …+${left}`}</li>`
  })}</ul>`
}

function definitions(all: readonly Definition[], lang: Lang): Html | null {
  if (all.length === 0) return null
  return html`<h3>${CONTRACT.definitions[lang]}</h3>${all.map(
    ({ name, title, description, types, rules, fields }) =>
      html`<section class="definition" id="def-${name}"><h4><code>${name}</code> ${title?.[lang] ?? null}</h4>
<p>${typeText(types, [], lang)}${description === null ? null : html` · <span lang="en">${english(description)}</span>`}</p>${rules.length === 0 ? null : ruleList(rules, lang)}${fields.length === 0 ? null : table(fields, name, lang, null)}</section>`,
  )}`
}
