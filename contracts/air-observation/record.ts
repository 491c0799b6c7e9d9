/** The canonical record of the contract `air-observation` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { AirArea } from '../air-forecast/record.ts'
import type { AirClass, AirStandardId, Averaging, Pollutant } from '../standards/air-types.ts'
import type { Note, PartyId } from '../types.ts'
import type { Result } from '../water-section-quality/record.ts'

/** A station, or an area whose mean it is. Members in JCS order. */
export interface AirSite {
  /** Null where a station's file says no place. */
  readonly area: AirArea | null
  readonly code: string | null
  /** Only with their reference system. */
  readonly coordinates: {
    readonly crs: 'CGCS2000' | 'WGS84'
    readonly latitude: number
    readonly longitude: number
  } | null
  readonly id: string
  readonly kind: 'station' | 'area'
  readonly name: string | null
}

/** What the gateway computes and what was sent; a difference is a note on the record. Members in JCS order. */
export interface AqiPair {
  readonly class: { readonly computed: AirClass | null; readonly reported: AirClass | null }
  readonly computed: number | null
  /** `reported` is null where the file has no such column. */
  readonly primary: { readonly computed: readonly Pollutant[]; readonly reported: readonly Pollutant[] | null }
  readonly reported: number | null
}

/** One site, one interval. Members in JCS order; instants are `YYYY-MM-DDThh:mm:ss+08:00`. */
export interface AirObservationRecord {
  readonly aqi: AqiPair
  readonly averaging: Averaging
  readonly interval: { readonly end: string; readonly start: string }
  readonly notes: readonly Note[]
  readonly originator: 'cnemc' | PartyId
  readonly publication: 'none' | 'joint' | 'public'
  /** Temperature (K) and pressure (hPa) that gases are told at; particles are at the state of the air. */
  readonly referenceState: {
    readonly basis: 'date' | 'stated'
    readonly pressure: string | null
    readonly temperature: string | null
  } | null
  /** CO in mg/m³, all others in μg/m³; ozone at `24h` is the day's maximum 8-hour mean. */
  readonly results: Readonly<Partial<Record<Pollutant, Result>>>
  readonly review: 'raw' | 'reviewed' | 'final'
  readonly site: AirSite
  readonly standard: AirStandardId | null
}
