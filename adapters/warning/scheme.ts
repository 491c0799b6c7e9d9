/** The scheme a warning goes by: the one it names, else the one its side uses on the day of issue, by the data. Standards §3. */
import type { WarningSchemeRef } from '../../contracts/air-warning/record.ts'
import type { WarningScheme } from '../../contracts/standards/air-types.ts'
import { WARNING_SCHEMES } from '../../contracts/standards/index.ts'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import { shown } from '../tables/reject.ts'
import { DOCUMENT_NUMBER, plainDocument } from './document-number.ts'

/** A scheme found, and the rule that found it where it was not simply named; `sent` is what was named and is not held. */
export interface FoundScheme {
  readonly scheme: WarningScheme
  readonly ref: WarningSchemeRef
  readonly rules: readonly { readonly rule: string; readonly sent?: string }[]
}

/** Why no scheme can be told. */
export interface SchemeFault {
  readonly fault: 'warning-scheme-unknown' | 'warning-scheme-of-other-side' | 'warning-scheme-mixed'
  readonly value: string
  readonly detail: Bilingual
}

/** One side's use of a scheme under a plan of its own. `from` is the first day it is known to be used on. */
interface Use {
  readonly scheme: WarningScheme
  readonly party: PartyId
  readonly document: string | null
  readonly from: string
  readonly established: boolean
}

// Where the day a plan began is not established, the year after its edition is surely later.
const USES: readonly Use[] = WARNING_SCHEMES.flatMap((scheme) =>
  scheme.usedBy.map(({ party, document, from }) => ({
    scheme,
    party,
    document,
    from: from ?? `${Number(scheme.edition) + 1}-01-01`,
    established: from !== null,
  })),
)

interface Name {
  readonly plain: string
  readonly scheme: WarningScheme
  readonly use: Use | null
}

const bare = (text: string): string => plainDocument(text).replace(/[《》]/g, '')

/** Every name a scheme goes by: its own and those of the plans that use it. */
const NAMES: readonly Name[] = [
  ...USES.flatMap((use): Name[] =>
    use.document === null ? [] : [{ plain: bare(use.document), scheme: use.scheme, use }],
  ),
  ...WARNING_SCHEMES.map((scheme): Name => ({ plain: bare(scheme.id), scheme, use: null })),
].filter(({ plain }, at, all) => all.findIndex((other) => other.plain === plain) === at)

/** Names that mean nothing but a document, so that they are found within other words. */
const DOCUMENTS = NAMES.filter(({ plain }) => /号$|预案/.test(plain))
const seriesOf = (number: string): string => number.slice(0, Math.max(number.indexOf('〔'), 0))
const SERIES = new Set(DOCUMENTS.map(({ plain }) => seriesOf(plain)).filter((series) => series !== ''))

const PLAN_NUMBER = new RegExp(`预案(?:[(][^()]{1,16}[)])?》?[(](${DOCUMENT_NUMBER})[)]`, 'g')
const PLAN_TITLE = /《([^《》]{0,40}重污染天气应急预案[^《》]{0,40})》/g
const KNOWN = NAMES.map(({ plain }) => plain).join('、')

function unknown(value: string, zh: string, en: string): SchemeFault {
  return { fault: 'warning-scheme-unknown', value: shown(value), detail: { zh, en } }
}

/** Plans a text names with an edition that the gateway does not hold; `edition` when another edition of a held one is meant. */
function unheld(text: string): { readonly name: string; readonly edition: boolean } | null {
  const held = (name: string): boolean => DOCUMENTS.some(({ plain }) => plain === name)
  const numbers = Array.from(text.matchAll(PLAN_NUMBER), ([, number = '']) => number).filter((one) => !held(one))
  const another = numbers.find((number) => SERIES.has(seriesOf(number)))
  if (another !== undefined) return { name: another, edition: true }
  const titles = Array.from(text.matchAll(PLAN_TITLE), ([, title = '']) => title)
  const name = numbers[0] ?? titles.find((title) => /\d{4}/.test(title) && !held(title))
  return name === undefined ? null : { name, edition: false }
}

function byDay(party: PartyId, day: string): Use | SchemeFault {
  const uses = USES.filter((use) => use.party === party && use.scheme.standing === 'current' && use.from <= day)
  const [first] = uses.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (first && uses.every(({ scheme }) => scheme === first.scheme)) return first
  return unknown(
    '',
    `没有写明方案，而 ${day} 本方所用的方案不能确定；请写明，网关所有的方案与预案：${KNOWN}`,
    `No scheme is named, and which one the side used on ${day} cannot be told; name it. Held are: ${KNOWN}`,
  )
}

const refOf = (scheme: WarningScheme, document: string | null): WarningSchemeRef => ({
  document,
  edition: scheme.edition,
  id: scheme.id,
})

/** A warning of ozone, which has a plan of its own where a scheme covers PM2.5 only. */
const OZONE = /臭氧重污染|臭氧[^,。;]{0,6}预警/

/** `stated` is what a column or label says; `passing` the words of the document, in which a plan may be named. `day` is that of issue. */
export function findScheme(
  party: PartyId,
  words: { readonly stated: string; readonly passing: string },
  day: string,
): FoundScheme | SchemeFault {
  const found = schemeOf(party, words, day)
  if ('fault' in found) return found
  const { id, covers } = found.scheme
  if (!OZONE.test(words.passing) || !covers || covers.pollutants.includes('o3')) return found
  return unknown(
    '臭氧',
    `${id} 不管臭氧（${covers.rule.zh}）；臭氧预警另有方案，网关没有`,
    `${id} does not cover ozone; warnings of ozone have a scheme of their own, which is not held`,
  )
}

function schemeOf(
  party: PartyId,
  { stated, passing }: { readonly stated: string; readonly passing: string },
  day: string,
): FoundScheme | SchemeFault {
  const exact = bare(stated)
  const whole = stated === '' ? [] : NAMES.filter(({ plain, scheme }) => plain === exact || scheme.slug === exact)
  const words = plainDocument(stated === '' ? passing : stated)
  const named = whole.length > 0 ? whole : DOCUMENTS.filter(({ plain }) => words.replace(/[《》]/g, '').includes(plain))
  const other = whole.length > 0 ? null : unheld(words)
  if (other?.edition || (stated !== '' && named.length === 0)) {
    const name = other?.name ?? stated
    return unknown(
      name,
      `网关没有方案或预案「${shown(name)}」；所有的是：${KNOWN}`,
      `The gateway does not hold the scheme or plan ${shown(name)}; held are: ${KNOWN}`,
    )
  }
  const [first] = named
  if (!first) {
    const use = byDay(party, day)
    if ('fault' in use) return use
    const rules = [...(other ? [{ rule: 'warning-plan-not-held', sent: shown(other.name) }] : [])]
    return {
      scheme: use.scheme,
      ref: refOf(use.scheme, use.document),
      rules: [...rules, { rule: 'warning-scheme-by-day' }],
    }
  }
  const schemes = [...new Set(named.map(({ scheme }) => scheme))]
  if (schemes.length > 1) {
    const list = named.map(({ plain }) => plain).join('、')
    return {
      fault: 'warning-scheme-mixed',
      value: shown(list),
      detail: {
        zh: `同时写了不同的方案：${list}；一份预警只按一个方案，不同方案的颜色不作比较`,
        en: `Several schemes are named: ${list}; a warning goes by one, and colours of two are not compared`,
      },
    }
  }
  const { scheme } = first
  const own = USES.filter((use) => use.scheme === scheme && use.party === party)
  if (own.length === 0 && scheme.usedBy.length > 0) {
    return {
      fault: 'warning-scheme-of-other-side',
      value: shown(first.plain),
      detail: {
        zh: `「${first.plain}」是对方所用的方案，本方的预警不按它分级`,
        en: `${first.plain} is a scheme of the other side; this side's warnings are not graded by it`,
      },
    }
  }
  const use = named.find((name) => name.use?.party === party)?.use ?? own[0] ?? null
  if (use?.established && day < use.from) {
    return unknown(
      first.plain,
      `「${first.plain}」自 ${use.from} 起施行，早于此日的预警不按它分级`,
      `${first.plain} is in force from ${use.from}; a warning of ${day} does not go by it`,
    )
  }
  return { scheme, ref: refOf(scheme, use?.document ?? null), rules: [] }
}
