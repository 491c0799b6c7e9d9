/** Every sample file of the sandbox, by the contract it is sent under. */
import { FORECAST_SEED_FILES, OBSERVATION_SEED_FILES } from './air.ts'
import { CREDIT_SEED_FILES } from './credit.ts'
import { SEED_FILES, type SeedFile } from './parties.ts'
import { RISK_SEED_FILES, UNIT_SEED_FILES } from './risk.ts'
import { WARNING_SEED_FILES } from './warning.ts'
import { WEATHER_SEED_FILES } from './weather.ts'

/** The samples of one contract, in the order they are sent. */
export interface SeedSet {
  readonly contract: string
  readonly files: readonly SeedFile[]
  /** When all that they tell of is past. */
  readonly ready: string
}

/** In the order they are sent. */
export const SEEDS: readonly SeedSet[] = [
  { contract: 'water-section-quality', files: SEED_FILES, ready: '2026-11-16T08:00:00+08:00' },
  { contract: 'air-forecast', files: FORECAST_SEED_FILES, ready: '2026-11-15T16:05:00+08:00' },
  { contract: 'air-observation', files: OBSERVATION_SEED_FILES, ready: '2026-11-16T00:30:00+08:00' },
  { contract: 'enterprise-credit', files: CREDIT_SEED_FILES, ready: '2026-10-10T09:00:00+08:00' },
  { contract: 'risk-source', files: RISK_SEED_FILES, ready: '2026-11-11T09:00:00+08:00' },
  { contract: 'discharge-unit', files: UNIT_SEED_FILES, ready: '2026-11-11T09:00:00+08:00' },
  { contract: 'air-warning', files: WARNING_SEED_FILES, ready: '2026-11-15T20:30:00+08:00' },
  { contract: 'air-weather', files: WEATHER_SEED_FILES, ready: '2026-11-15T08:00:00+08:00' },
]
