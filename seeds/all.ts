/** Every sample file of the sandbox, by the contract it is sent under. */
import { FORECAST_SEED_FILES, OBSERVATION_SEED_FILES } from './air.ts'
import { CREDIT_SEED_FILES } from './credit.ts'
import { SEED_FILES, type SeedFile } from './parties.ts'
import { RISK_SEED_FILES, UNIT_SEED_FILES } from './risk.ts'
import { WARNING_SEED_FILES } from './warning.ts'

/** The samples of one contract, in the order they are sent. */
export interface SeedSet {
  readonly contract: string
  readonly files: readonly SeedFile[]
}

/** In the order they are sent. */
export const SEEDS: readonly SeedSet[] = [
  { contract: 'water-section-quality', files: SEED_FILES },
  { contract: 'air-forecast', files: FORECAST_SEED_FILES },
  { contract: 'air-observation', files: OBSERVATION_SEED_FILES },
  { contract: 'enterprise-credit', files: CREDIT_SEED_FILES },
  { contract: 'risk-source', files: RISK_SEED_FILES },
  { contract: 'discharge-unit', files: UNIT_SEED_FILES },
  { contract: 'air-warning', files: WARNING_SEED_FILES },
]
