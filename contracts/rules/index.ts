/** Every rule that adapters name in notes, by its id. Adapters write plain ids; a test holds them and this table to one another. */
import { AIR_RULES } from './air.ts'
import { CREDIT_RULES } from './credit.ts'
import { ENTERPRISE_RULES } from './enterprise.ts'
import { FILE_RULES } from './file.ts'
import { FORECAST_RULES } from './forecast.ts'
import { FRAME_RULES } from './frame.ts'
import { RISK_RULES } from './risk.ts'
import type { Rule, Rules } from './types.ts'
import { WARNING_RULES } from './warning.ts'
import { WATER_RULES } from './water.ts'
import { WEATHER_RULES } from './weather.ts'

export type { Rule, Rules } from './types.ts'

/** Ids are never renamed or given another meaning: records once signed name them for ever. */
export const RULES: Rules = {
  ...FILE_RULES,
  ...FRAME_RULES,
  ...WATER_RULES,
  ...AIR_RULES,
  ...FORECAST_RULES,
  ...ENTERPRISE_RULES,
  ...CREDIT_RULES,
  ...RISK_RULES,
  ...WARNING_RULES,
  ...WEATHER_RULES,
}

/** The rule of an id; undefined for one that a newer adapter writes. */
export function ruleOf(id: string): Rule | undefined {
  return Object.hasOwn(RULES, id) ? RULES[id] : undefined
}
