/** Every adapter: each side's reader of each dataset. */
import type { PartyId } from '../contracts/types.ts'
import { chongqingAirForecast } from './chongqing/air-forecast.ts'
import { chongqingAirObservation } from './chongqing/air-observation.ts'
import { chongqingAirWarning } from './chongqing/air-warning.ts'
import { chongqingAirWeather } from './chongqing/air-weather.ts'
import { chongqingCredit } from './chongqing/credit.ts'
import { chongqingDischargeUnit } from './chongqing/discharge-unit.ts'
import { chongqingRiskSource } from './chongqing/risk-source.ts'
import { chongqingWater } from './chongqing/water.ts'
import { sichuanAirForecast } from './sichuan/air-forecast.ts'
import { sichuanAirObservation } from './sichuan/air-observation.ts'
import { sichuanAirWarning } from './sichuan/air-warning.ts'
import { sichuanAirWeather } from './sichuan/air-weather.ts'
import { sichuanCredit } from './sichuan/credit.ts'
import { sichuanDischargeUnit } from './sichuan/discharge-unit.ts'
import { sichuanRiskSource } from './sichuan/risk-source.ts'
import { sichuanWater } from './sichuan/water.ts'
import type { Adapter } from './types.ts'

/** In the order of the contracts, Chongqing's first. */
export const ADAPTERS: readonly Adapter<object>[] = [
  chongqingWater,
  sichuanWater,
  chongqingAirForecast,
  sichuanAirForecast,
  chongqingAirObservation,
  sichuanAirObservation,
  chongqingCredit,
  sichuanCredit,
  chongqingRiskSource,
  sichuanRiskSource,
  chongqingDischargeUnit,
  sichuanDischargeUnit,
  chongqingAirWarning,
  sichuanAirWarning,
  chongqingAirWeather,
  sichuanAirWeather,
]

/** The adapter of one side for one contract. */
export function adapterFor(contract: string, party: PartyId): Adapter<object> | undefined {
  return ADAPTERS.find((adapter) => adapter.contract === contract && adapter.party === party)
}
