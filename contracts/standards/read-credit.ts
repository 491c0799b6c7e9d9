/** Reads a scheme of enterprise credit kept as JSON; what does not fit is a TypeError that names the member. */
import {
  flag,
  type Guard,
  list,
  matching,
  nullable,
  number,
  oneOf,
  optional,
  ordinal,
  read,
  shape,
  text,
} from '../read.ts'
import {
  CREDIT_AUTHORITIES,
  CREDIT_LEVELS,
  type CreditAuthorities,
  type CreditBand,
  type CreditComputation,
  type CreditFact,
  type CreditIndicators,
  type CreditLevelRow,
  type CreditScheme,
  type CreditVeto,
  type VetoCase,
} from './credit-types.ts'
import { bilingual, confidence, source } from './read.ts'

const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date')
const level = oneOf(...CREDIT_LEVELS)
const authority = oneOf(...CREDIT_AUTHORITIES)
const fact = shape<CreditFact>({ zh: text, en: text, confidence, note: optional(bilingual) })
const facts = nullable(list(fact))

const levelRow = shape<CreditLevelRow>({
  key: level,
  rank: ordinal,
  title: bilingual,
  words: list(text),
  plate: nullable(
    shape<NonNullable<CreditLevelRow['plate']>>({
      title: bilingual,
      colour: oneOf('green', 'blue', 'yellow', 'red'),
      words: list(text),
    }),
  ),
  confidence,
})

const band = shape<CreditBand>({
  level,
  min: optional(number),
  below: optional(number),
  printed: text,
  confidence,
  note: optional(bilingual),
})

const computation = shape<CreditComputation>({
  base: shape<CreditComputation['base']>({ points: number, how: oneOf('earned', 'given') }),
  cap: nullable(number),
  capConfidence: confidence,
  rule: fact,
  deductions: facts,
  bonuses: facts,
})

const indicators = shape<CreditIndicators>({
  count: nullable(ordinal),
  complete: flag,
  confidence,
  aspects: list(bilingual),
  items: list(
    shape<CreditIndicators['items'][number]>({
      zh: text,
      en: text,
      points: nullable(number),
      confidence,
      note: optional(bilingual),
    }),
  ),
  note: optional(bilingual),
})

const veto = shape<CreditVeto>({
  level,
  count: nullable(ordinal),
  complete: flag,
  confidence,
  cases: list(
    shape<VetoCase>({
      key: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of a-z, 0-9 and -'),
      words: list(text),
      zh: text,
      en: text,
      confidence,
      note: optional(bilingual),
    }),
  ),
  note: optional(bilingual),
})

const authorities = shape<CreditAuthorities>({
  levels: list(authority),
  confidence,
  precedence: nullable(list(authority)),
  precedenceConfidence: nullable(confidence),
  note: optional(bilingual),
})

const members: { readonly [K in keyof CreditScheme]-?: Guard<CreditScheme[K]> } = {
  id: text,
  slug: matching(/^[a-z0-9-]+$/, 'a slug of a-z, 0-9 and -'),
  kind: oneOf('enterprise-credit'),
  edition: text,
  title: bilingual,
  inForce: shape<CreditScheme['inForce']>({ from: nullable(date), to: nullable(date) }),
  source,
  confidence,
  party: nullable(oneOf('cq', 'sc')),
  ratingYears: shape<CreditScheme['ratingYears']>({
    from: nullable(ordinal),
    to: nullable(ordinal),
    confidence,
    note: optional(bilingual),
  }),
  issuers: nullable(list(bilingual)),
  issuersConfidence: nullable(confidence),
  replaces: nullable(text),
  levels: list(levelRow),
  bands: nullable(list(band)),
  computation: nullable(computation),
  indicators: nullable(indicators),
  veto: nullable(veto),
  authorities: nullable(authorities),
  scope: facts,
  cycle: nullable(fact),
  special: facts,
  uses: facts,
  validity: nullable(
    shape<NonNullable<CreditScheme['validity']>>({
      zh: text,
      en: text,
      years: ordinal,
      confidence,
      note: optional(bilingual),
    }),
  ),
  repair: nullable(fact),
}
const scheme = shape<CreditScheme>(members)

/** A scheme; throws TypeError on anything else, and when its levels or bands leave a gap or its lists contradict one another. */
export function readCreditScheme(value: unknown): CreditScheme {
  const found = read('credit scheme', scheme, value)
  const fault = (what: string): TypeError => new TypeError(`credit scheme ${found.id}: ${what}`)
  if (found.levels.map(({ key }) => key).join() !== CREDIT_LEVELS.join())
    throw fault('expected the four levels in order')
  if (found.levels.some(({ rank }, at) => rank !== at + 1)) throw fault('expected ranks 1 to 4')
  const names = found.levels.flatMap(({ title, words, plate }) => [
    title.zh,
    ...words,
    ...(plate ? [plate.title.zh, ...plate.words] : []),
  ])
  if (new Set(names).size !== names.length) throw fault('a word names two levels')
  if (found.bands) checkBands(found.bands, fault)
  const { cases = [], count = null, complete = false } = found.veto ?? {}
  if (new Set(cases.map(({ key }) => key)).size !== cases.length) throw fault('a veto case appears twice')
  if (complete && cases.length !== count) throw fault(`expected ${count} veto cases, got ${cases.length}`)
  const { levels = [], precedence = null } = found.authorities ?? {}
  if (precedence && [...precedence].sort().join() !== [...levels].sort().join())
    throw fault('precedence must order the authorities it has')
  return found
}

/** Bands go down from the best level and meet: the lower bound of each is the upper bound of the next. */
function checkBands(bands: readonly CreditBand[], fault: (what: string) => TypeError): void {
  if (bands.map((row) => row.level).join() !== CREDIT_LEVELS.join()) throw fault('expected a band a level, best first')
  for (const [at, row] of bands.entries()) {
    const above = at === 0 ? undefined : bands[at - 1]?.min
    const isLast = at === bands.length - 1
    if (row.below !== above || (row.min === undefined) !== isLast) throw fault(`the band of ${row.level} leaves a gap`)
  }
}
