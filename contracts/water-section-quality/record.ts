/** The canonical record of the contract `water-section-quality` v1 as TypeScript; the JSON Schema beside it is the authority. */
import type { Note, PartyId } from '../types.ts'

/** Class by GB 3838-2002: 1–5 are Ⅰ–Ⅴ, 6 is 劣Ⅴ (worse than Ⅴ). */
export type WaterClass = 1 | 2 | 3 | 4 | 5 | 6

/** Items in JCS key order; the order matters, records are built in it. */
export const WATER_ITEMS = [
  'algae',
  'as',
  'bod5',
  'cd',
  'chla',
  'cn',
  'cod',
  'codMn',
  'conductivity',
  'cr6',
  'cu',
  'do',
  'fc',
  'flow',
  'fluoride',
  'hg',
  'las',
  'level',
  'nh3n',
  'oil',
  'pH',
  'pb',
  'phenol',
  'se',
  'sulfide',
  'tn',
  'tp',
  'turbidity',
  'waterTemp',
  'zn',
] as const
/** One of `WATER_ITEMS`. */
export type WaterItem = (typeof WATER_ITEMS)[number]

/** `<` below the figure; `L` below the detection limit, which is the value; `ND` not detected, limit not given; then the two kinds of absence. */
export type ResultQualifier = '<' | 'L' | 'ND' | 'missing' | 'not-monitored'

/** One figure: the number, the digits as reported, the unit. A missing figure is null, never 0. Members in JCS order. */
export interface Result {
  readonly qualifier: ResultQualifier | null
  readonly reported: string | null
  readonly unit: string
  readonly value: number | null
}

/** The class as computed by the gateway and as sent; a difference is a note on the record. Members in JCS order. */
export interface ClassFinding {
  readonly basis: 'automatic' | 'manual'
  readonly computed: WaterClass | null
  readonly determining: readonly WaterItem[]
  readonly items: readonly WaterItem[]
  readonly reported: WaterClass | null
  readonly standard: string
}

/** One section, one interval. Members in JCS order. Instants are `YYYY-MM-DDThh:mm:ss+08:00`. */
export interface WaterSectionRecord {
  readonly class: ClassFinding
  readonly interval: { readonly end: string; readonly start: string }
  readonly monitoring: 'automatic' | 'manual'
  readonly notes: readonly Note[]
  readonly originator: 'cnemc' | PartyId
  readonly publication: 'none' | 'joint' | 'public'
  readonly results: Readonly<Partial<Record<WaterItem, Result>>>
  readonly review: 'raw' | 'reviewed' | 'final'
  readonly section: {
    readonly border: 'sc-cq' | 'cq-sc' | 'shared' | null
    readonly id: string
    readonly level: 'national' | 'provincial' | 'prefecture' | 'county' | null
    readonly mn: string | null
    readonly name: string
    readonly river: string | null
    readonly waterBody: 'river' | 'lake'
  }
  readonly station: 'normal' | 'maintenance' | 'not-ready' | 'stopped' | 'unknown'
  readonly target: WaterClass | null
}
