/** Forecast records and what products of air are made from, without a store: for tests. */
import type { AirArea, AirForecastRecord } from '../../../../contracts/air-forecast/record.ts'
import { contractOf } from '../../../../contracts/index.ts'
import { DIVISIONS_2026_11, type DivisionRegistry } from '../../../../contracts/registry/index.ts'
import type { AirClass, Pollutant } from '../../../../contracts/standards/index.ts'
import type { PartyId } from '../../../../contracts/types.ts'
import type { StoredRecord } from '../../../../gateway/ports.ts'
import type { Take } from '../../../../gateway/release/consultation/acts.ts'
import { areaOf } from '../../../../gateway/release/products/air/areas.ts'
import type { Bound, HeadGiven, ProductInput } from '../../../../gateway/release/products/product.ts'
import type { ForecastValue } from '../../../../gateway/release/release-types.ts'

/** The regional centre, as a made-up file of a side names it. */
export const CENTRE = '西南区域空气质量预测预报中心（示例）'

/** An area of the register by its name. */
export function areaNamed(name: string, registry: DivisionRegistry = DIVISIONS_2026_11): AirArea {
  const area = registry.divisions
    .filter((one) => one.name === name && one.to === null && one.into.length === 0)
    .flatMap((one) => areaOf(one) ?? [])[0]
  if (!area) throw new RangeError(`no area ${name}`)
  return area
}

/** How a forecast is told: its ends, or its classes alone. */
export interface Telling {
  readonly area: string | AirArea
  readonly by: PartyId
  readonly day: string
  readonly aqi?: readonly [min: number, max: number]
  readonly classes?: readonly [min: AirClass, max: AirClass]
  readonly primary?: readonly Pollutant[]
  readonly issued?: string
  readonly office?: string
  readonly standard?: AirForecastRecord['standard']
  readonly concentrations?: AirForecastRecord['concentrations']
}

/** The classes of AQI ends, by the table of HJ 633 written out. */
function classAt(aqi: number): AirClass {
  return aqi <= 50 ? 1 : aqi <= 100 ? 2 : aqi <= 150 ? 3 : aqi <= 200 ? 4 : aqi <= 300 ? 5 : 6
}

/** A record. */
export function recordOf(told: Telling): AirForecastRecord {
  const { area, aqi, by, day, classes, issued = '2026-11-15T16:00:00+08:00', office = null } = told
  const [min, max] = aqi ? [classAt(aqi[0]), classAt(aqi[1])] : (classes ?? [2, 2])
  return {
    aqi: aqi ? { max: aqi[1], min: aqi[0] } : null,
    area: typeof area === 'string' ? areaNamed(area) : area,
    class: { max, min, reported: null },
    concentrations: told.concentrations ?? {},
    confidence: null,
    horizonHours: 24,
    issued,
    issuer: { office, party: by },
    notes: [],
    primary: told.primary ?? (max > 1 ? ['pm25'] : []),
    standard: told.standard ?? 'HJ 633-2026',
    text: null,
    validDate: day,
  }
}

/** It as a store gives it, at a place in the ledger. */
export function storedOf(record: AirForecastRecord, index: number, position = 0): StoredRecord {
  const { area, validDate, issued, issuer } = record
  return {
    seq: index * 1000 + position + 1,
    dataset: 'air-forecast',
    party: issuer.party,
    key: [area.id, validDate, issued, issuer.party, ...(issuer.office === null ? [] : [issuer.office])].join('/'),
    revision: 1,
    version: '1.0.0',
    submission: index.toString(16).padStart(32, '0'),
    position,
    row: position + 1,
    index,
    superseded: null,
    body: Buffer.from(JSON.stringify(record)),
  }
}

/** Records in the order they came, each bound to a leaf. */
export function boundAll(told: readonly Telling[]): readonly Bound[] {
  return told.map((one, at) => ({ leaf: '', stored: storedOf(recordOf(one), 20 + at) }))
}

/** An edit that stands. */
export interface Standing {
  readonly take: Take
  readonly value?: unknown
  readonly reason?: string
}

/** What a product is made from. */
export function inputFor(
  told: readonly Telling[],
  {
    first = '2026-11-16',
    end = '2026-11-17',
    edits = {},
    registry = DIVISIONS_2026_11,
    base = null,
  }: {
    readonly first?: string
    readonly end?: string
    readonly edits?: Readonly<Record<string, Standing>>
    readonly registry?: DivisionRegistry
    readonly base?: ProductInput['base'] | null
  } = {},
): ProductInput {
  const contract = contractOf('air-forecast', '1.0.0')
  if (!contract) throw new TypeError('there is no contract')
  return {
    period: { start: `${first}T00:00:00+08:00`, end: `${end}T00:00:00+08:00` },
    records: boundAll(told),
    registry,
    contracts: [contract],
    contract,
    edits: new Map(
      Object.entries(edits).map(([cell, { take, value = null, reason = null }]) => [
        cell,
        { reason, revision: 1, take, value: JSON.parse(JSON.stringify(value)) },
      ]),
    ),
    issued: '2026-11-15T15:20:00+08:00',
    base,
  }
}

/** A head as a consultation gives it. */
export function headFor(period: ProductInput['period'], over: Partial<HeadGiven> = {}): HeadGiven {
  const digest = 'a'.repeat(64)
  return {
    v: 1,
    id: 'sample',
    sandbox: true,
    period,
    supersedes: null,
    reason: null,
    ledger: { origin: 'gateway.test/log', size: 9 },
    contract: { id: 'air-forecast', version: '1.0.0', digest },
    registry: { id: 'divisions', edition: '2026-11', digest },
    keys: { cq: { edition: 1, digest }, sc: { edition: 1, digest } },
    derivedFrom: { count: 0, digest },
    audience: 'public',
    attachments: [],
    consultation: { digest, id: 'sample', steps: 4 },
    embargo: null,
    ...over,
  }
}

/** A forecast value in a line. */
export function value(
  aqi: readonly [number, number] | null,
  classes: readonly [AirClass, AirClass],
  primary: readonly Pollutant[] = [],
): ForecastValue {
  return {
    aqi: aqi && { max: aqi[1], min: aqi[0] },
    class: { max: classes[1], min: classes[0] },
    primary,
  }
}
