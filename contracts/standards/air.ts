/** The air standards and warning schemes the gateway holds, each edition on its own (HJ 633, GB 3095; 环大气〔2024〕6号, 渝府办发〔2022〕115号). */
import type { AirIndexStandard, AirQualityStandard, WarningScheme } from './air-types.ts'
import gb3095First from './gb3095-2012.json' with { type: 'json' }
import gb3095 from './gb3095-2026.json' with { type: 'json' }
import hj633First from './hj633-2012.json' with { type: 'json' }
import hj633 from './hj633-2026.json' with { type: 'json' }
import { readAirIndex, readAirQuality, readWarningScheme } from './read-air.ts'
import chengdu2020 from './warning-chengdu-2020.json' with { type: 'json' }
import chongqing2022 from './warning-chongqing-2022.json' with { type: 'json' }
import national2017 from './warning-national-2017.json' with { type: 'json' }
import national2024 from './warning-national-2024.json' with { type: 'json' }

/** HJ 633-2012: the index until 2026-02-28. */
export const HJ633_2012: AirIndexStandard = readAirIndex(hj633First)
/** HJ 633-2026: the index from 2026-03-01. */
export const HJ633_2026: AirIndexStandard = readAirIndex(hj633)
/** GB 3095-2012 as far as it is held: the state of gases and the validity of means, no limits. */
export const GB3095_2012: AirQualityStandard = readAirQuality(gb3095First)
/** GB 3095-2026: limits of two stages. */
export const GB3095_2026: AirQualityStandard = readAirQuality(gb3095)

/** 环大气函〔2017〕86号, the older national scheme. */
export const WARNING_NATIONAL_2017: WarningScheme = readWarningScheme(national2017)
/** 成都 2020, an older local scheme by PM2.5. */
export const WARNING_CHENGDU_2020: WarningScheme = readWarningScheme(chengdu2020)
/** 渝府办发〔2022〕115号, Chongqing's. */
export const WARNING_CHONGQING_2022: WarningScheme = readWarningScheme(chongqing2022)
/** 环大气〔2024〕6号, which Sichuan uses. */
export const WARNING_NATIONAL_2024: WarningScheme = readWarningScheme(national2024)

/** Editions of the index, oldest first. */
export const AIR_INDICES: readonly AirIndexStandard[] = [HJ633_2012, HJ633_2026]
/** Editions of the quality standard, oldest first. */
export const AIR_QUALITIES: readonly AirQualityStandard[] = [GB3095_2012, GB3095_2026]
/** Schemes of warnings, oldest first. They are told apart by id; none of their levels compares with another scheme's. */
export const WARNING_SCHEMES: readonly WarningScheme[] = [
  WARNING_NATIONAL_2017,
  WARNING_CHENGDU_2020,
  WARNING_CHONGQING_2022,
  WARNING_NATIONAL_2024,
]
