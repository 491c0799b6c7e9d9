/** The payload of a release held against the form of a water bulletin: exact members, no more. */
import {
  dictionary,
  flag,
  type Guard,
  list,
  matching,
  nullable,
  number,
  oneOf,
  read,
  shape,
  text,
} from '../../../contracts/read.ts'
import { bilingual, waterClass } from '../../../contracts/standards/read.ts'
import { WATER_ITEMS, type WaterItem } from '../../../contracts/water-section-quality/record.ts'
import type {
  BulletinRiver,
  BulletinSection,
  Gap,
  Pollutant,
  RiverPollutant,
  WaterBulletin,
} from '../../release/bulletin-types.ts'
import { count } from './guards.ts'
import { releaseHead } from './head.ts'
import { must } from './report.ts'

const party = oneOf('cq', 'sc')
const item: Guard<WaterItem> = oneOf(...WATER_ITEMS)
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a decimal text')
const gapReason = oneOf('no-record', 'no-figure', 'station-stopped', 'station-maintenance', 'station-not-ready')
const counts = shape<WaterBulletin['summary']['counts']>({ 1: count, 2: count, 3: count, 4: count, 5: count, 6: count })

const coordinates: Guard<readonly [number, number]> = (value, at, faults): value is readonly [number, number] => {
  if (list(number)(value, at, faults) && value.length === 2) return true
  faults.push(`${at} expected [longitude, latitude]`)
  return false
}

const means: Guard<BulletinSection['means']> = (value, at, faults): value is BulletinSection['means'] => {
  if (!dictionary(decimal)(value, at, faults)) return false
  const unknown = Object.keys(value).find((name) => !item(name, at, faults))
  return unknown === undefined
}

const pollutant = shape<Pollutant>({ item, class: waterClass, multiple: nullable(decimal), title: bilingual })

type Rated = Extract<RiverPollutant, { readonly rate: string }>
const none: Guard<null> = (value, at, faults): value is null => {
  if (value !== null) faults.push(`${at} expected null`)
  return value === null
}
const rated = shape<Rated>({ item, class: none, multiple: none, rate: decimal, title: bilingual })
const riverPollutant: Guard<RiverPollutant> = (value, at, faults): value is RiverPollutant =>
  typeof value === 'object' && value !== null && 'rate' in value
    ? rated(value, at, faults)
    : pollutant(value, at, faults)

const section = shape<BulletinSection>({
  id: text,
  name: text,
  party,
  river: nullable(text),
  mn: nullable(text),
  waterBody: oneOf('river', 'lake'),
  border: nullable(oneOf('sc-cq', 'cq-sc', 'shared')),
  transboundary: flag,
  from: nullable(text),
  to: nullable(text),
  upstream: nullable(text),
  downstream: nullable(text),
  order: nullable(count),
  coordinates: nullable(coordinates),
  class: nullable(waterClass),
  target: nullable(waterClass),
  attains: nullable(flag),
  rating: nullable(bilingual),
  items: list(item),
  determining: list(item),
  pollutants: list(pollutant),
  means,
  records: shape<BulletinSection['records']>({
    expected: count,
    held: count,
    bySide: shape<BulletinSection['records']['bySide']>({ cq: count, sc: count }),
    corroborated: count,
    conflicting: count,
  }),
  gap: nullable(gapReason),
})

const river = shape<BulletinRiver>({
  id: text,
  title: bilingual,
  into: nullable(text),
  method: oneOf('shares', 'mean'),
  rating: bilingual,
  class: nullable(waterClass),
  counts,
  pollutants: list(riverPollutant),
  sections: list(text),
})

const bulletin = shape<WaterBulletin>({
  ...releaseHead(oneOf('weekly-water-bulletin', 'monthly-water-bulletin')),
  originators: list(oneOf('cnemc', 'cq', 'sc')),
  review: oneOf('raw', 'reviewed', 'final', 'mixed'),
  summary: shape<WaterBulletin['summary']>({
    sections: count,
    classed: count,
    counts,
    goodShare: nullable(decimal),
    targeted: count,
    attaining: count,
    transboundary: shape<WaterBulletin['summary']['transboundary']>({
      registered: count,
      classed: count,
      targeted: count,
      attaining: count,
    }),
  }),
  coverage: shape<WaterBulletin['coverage']>({
    expected: count,
    held: count,
    share: decimal,
    gaps: list(shape<Gap>({ section: text, reason: gapReason, text: bilingual })),
  }),
  sections: list(section),
  rivers: list(river),
})

/** The water bulletin a payload says. Throws TypeError naming the members at fault; CheckFailure when a section comes twice. */
export function readWaterForm(value: unknown): WaterBulletin {
  const found = read('water bulletin', bulletin, value)
  const once = new Set(found.sections.map(({ id }) => id)).size === found.sections.length
  must(once, '断面重复', 'expected each section once')
  return found
}
