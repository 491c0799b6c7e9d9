/** What every scheme in use suggests for one forecast of one area; levels of two schemes are never held against each other (standards §3). */
import type { ForecastDay } from '../../../../adapters/standards/warning.ts'
import { suggestWarning, type WarningReading } from '../../../../adapters/standards/warning.ts'
import { CURRENT_SCHEMES } from '../../../../adapters/standards/warning-schemes.ts'
import { suggestionText } from '../../../../adapters/standards/warning-words.ts'
import type { AirArea } from '../../../../contracts/air-forecast/record.ts'
import type { SuggestedWarning } from '../../release-types.ts'

/** One forecast of an area, its days rising. */
export interface AreaForecast {
  readonly area: AirArea
  readonly from: SuggestedWarning['from']
  readonly days: readonly ForecastDay[]
}

/** The suggestions, a scheme after another. */
export function suggestionsFor({ area, from, days }: AreaForecast): readonly SuggestedWarning[] {
  return CURRENT_SCHEMES.map((scheme) => {
    const finding = suggestWarning(days, scheme)
    return {
      area,
      certain: finding.certain.level,
      from,
      possible: finding.possible.level,
      scheme: finding.scheme,
      text: suggestionText(finding),
      why: whyOf(finding.possible),
    }
  })
}

function whyOf({ level, levels }: WarningReading): SuggestedWarning['why'] {
  return levels.find((one) => one.level === level)?.triggers ?? []
}
