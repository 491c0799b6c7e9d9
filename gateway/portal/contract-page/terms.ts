/** A contract's terms in words. Those people ask for most have their own; whatever else a contract says is printed as it says it. */
import { html } from 'hono/html'
import type { Html, Lang } from '../lang.ts'
import { mixed } from '../mixed.ts'
import { COMMON, LIST, PARTY } from '../words/common.ts'
import { ACTION, DATA, durationText, MAY, ROLE, TERM } from '../words/contract-page.ts'
import { isMembers, listOf, type Members, membersOf } from './members.ts'
import { isPartyId } from './party.ts'

/** The order people read terms in; any other comes after. `audience` stands with the fields. */
const ORDER = [
  'signatories',
  'territory',
  'grants',
  'cadence',
  'quality',
  'allOrNothing',
  'standards',
  'rounding',
  'products',
  'retention',
]

/** The terms of a contract's JSON. */
export function termsList(terms: unknown, lang: Lang): Html {
  const members = membersOf(terms)
  const names = Object.keys(members).filter((name) => name !== 'audience')
  const sorted = [...ORDER.filter((name) => names.includes(name)), ...names.filter((name) => !ORDER.includes(name))]
  return html`<dl class="facts terms">${sorted.map(
    (name) =>
      html`<div><dt>${TERM[name]?.[lang] ?? html`<code>${name}</code>`}</dt><dd>${term(name, members[name], lang)}</dd></div>\n`,
  )}</dl>`
}

function term(name: string, value: unknown, lang: Lang): Html {
  switch (name) {
    case 'signatories':
      return html`${listOf(value).map((party, at) => html`${at === 0 ? null : LIST[lang]}${partyName(party, lang)}`)}`
    case 'grants':
      return html`<ul>${listOf(value).map((grant) => html`<li>${grantText(membersOf(grant), lang)}</li>`)}</ul>`
    case 'quality':
      return html`<ul>${listOf(value).map((rule) => html`<li>${ruleText(membersOf(rule), lang)}</li>`)}</ul>`
    default:
      return plain(value, lang)
  }
}

function partyName(party: unknown, lang: Lang): string {
  return isPartyId(party) ? PARTY[party][lang] : String(party)
}

function words(
  table: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  names: unknown,
  lang: Lang,
): string {
  return listOf(names)
    .map((name) => table[String(name)]?.[lang] ?? String(name))
    .join(LIST[lang])
}

function grantText({ data, may, party, roles }: Members, lang: Lang): string {
  const [who, what] = [words(ROLE, roles, lang), words(MAY, may, lang)]
  const whose = DATA[String(data)]?.[lang] ?? String(data)
  return lang === 'zh'
    ? `${partyName(party, lang)}的${who}：可${what}，限${whose}`
    : `${partyName(party, lang)}: ${who} may ${what}, of ${whose}`
}

function ruleText({ action, rule, ...text }: Members, lang: Lang): Html {
  return html`${told(text, lang)} <span class="tag">${ACTION[String(action)]?.[lang] ?? String(action)}</span> <code>${String(rule)}</code>`
}

/** The sentence of an object that has both languages. */
function told(value: Members, lang: Lang): Html | string | null {
  const { zh, en } = value
  return typeof zh === 'string' && typeof en === 'string' ? mixed({ zh, en }, lang) : null
}

/** Anything: sentences as sentences, lists as lists, what has names under its names. */
function plain(value: unknown, lang: Lang): Html {
  if (value === null) return html`<span class="muted">${COMMON.none[lang]}</span>`
  if (typeof value === 'boolean') return html`${(value ? YES : NO)[lang]}`
  if (typeof value === 'string') return html`${mixed(durationText(value), lang)}`
  if (Array.isArray(value)) return listed(value, lang)
  if (!isMembers(value)) return html`${mixed({ zh: String(value), en: String(value) }, lang)}`
  const sentence = told(value, lang)
  const rest = Object.entries(value).filter(([name]) => sentence === null || (name !== 'zh' && name !== 'en'))
  if (rest.length === 0) return html`${sentence}`
  return html`${sentence}<dl class="inner">${rest.map(([name, inner]) => html`<div><dt><code>${mixed({ zh: name, en: name }, lang)}</code></dt><dd>${plain(inner, lang)}</dd></div>`)}</dl>`
}

function listed(values: readonly unknown[], lang: Lang): Html {
  if (values.length === 0) return html`<span class="muted">${COMMON.none[lang]}</span>`
  const short = values.every((value) => typeof value === 'string' || typeof value === 'number')
  if (short)
    return html`${values.map((value, at) => html`${at === 0 ? null : LIST[lang]}${mixed({ zh: String(value), en: String(value) }, lang)}`)}`
  return html`<ul>${values.map((value) => html`<li>${plain(value, lang)}</li>`)}</ul>`
}

const YES = { zh: '是', en: 'yes' } as const
const NO = { zh: '否', en: 'no' } as const
