/** What differs in a forecast cell, in domain units: grades apart, AQI ranges, primary pollutants; between the sides, and from the guidance. */
import type { AirIndexStandard } from '../../../../contracts/standards/index.ts'
import { PARTIES, type PartyId } from '../../../../contracts/types.ts'
import { SIDE } from '../../downloads/words.ts'
import type { ForecastValue } from '../../release-types.ts'
import type { Difference } from '../product.ts'
import { classPhrase, gradesPhrase, primaryPhrase, rangePhrase } from './phrases.ts'
import { gradesApart, overlapOf } from './value.ts'
import type { Words } from './words.ts'

/** From so many grades on a difference from the guidance is loud. */
const LOUD_FROM_GUIDANCE = 2

/**
 * What differs between the two sides. Loud: other classes, AQI ranges that do not meet, primary pollutants of which none is common. Quiet:
 * ranges that meet and are not the same, pollutants of which some are common or one side names none.
 */
export function betweenSides(
  { cq, sc }: Readonly<Record<PartyId, ForecastValue | null>>,
  edition: AirIndexStandard,
): readonly Difference[] {
  if (!cq || !sc) return []
  const found: Difference[] = []
  const say = (loud: boolean, zh: string, en: string): void => {
    found.push({ kind: 'between-sides', loud, text: { zh, en } })
  }
  const grades = gradesApart(cq, sc)
  if (grades > 0) {
    const [apart, one, other] = [gradesPhrase(grades), classPhrase(cq.class, edition), classPhrase(sc.class, edition)]
    say(
      true,
      `等级${apart.zh}：重庆${one.zh}，四川${other.zh}`,
      `${apart.en}: Chongqing ${one.en}, Sichuan ${other.en}`,
    )
  }
  const overlap = overlapOf(cq, sc)
  if (overlap && 'apart' in overlap)
    say(true, `AQI 范围不重叠，相差 ${overlap.apart}`, `the AQI ranges do not overlap, ${overlap.apart} apart`)
  else if (overlap && !(isRange(cq.aqi, overlap) && isRange(sc.aqi, overlap)))
    say(false, `AQI 范围重叠 ${rangePhrase(overlap)}`, `the AQI ranges overlap at ${rangePhrase(overlap)}`)
  if (cq.primary.join() !== sc.primary.join()) {
    const none = cq.primary.length === 0 || sc.primary.length === 0
    const common = cq.primary.some((pollutant) => sc.primary.includes(pollutant))
    const [one, other] = [primaryPhrase(cq.primary), primaryPhrase(sc.primary)]
    say(
      !none && !common,
      `首要污染物不同：重庆${one.zh}，四川${other.zh}`,
      `other primary pollutants: Chongqing ${one.en}, Sichuan ${other.en}`,
    )
  }
  return found
}

function isRange(aqi: ForecastValue['aqi'], { max, min }: NonNullable<ForecastValue['aqi']>): boolean {
  return aqi?.max === max && aqi.min === min
}

/** How far the joint value is from the regional centre's guidance; loud from two grades on. */
export function fromGuidance(
  joint: ForecastValue | null,
  guidance: ForecastValue | null,
  edition: AirIndexStandard,
): readonly Difference[] {
  const grades = joint && guidance ? gradesApart(joint, guidance) : 0
  if (!guidance || grades === 0) return []
  const [apart, said] = [gradesPhrase(grades), classPhrase(guidance.class, edition)]
  return [
    {
      kind: 'from-guidance',
      loud: grades >= LOUD_FROM_GUIDANCE,
      text: { zh: `与区域中心指导预报${apart.zh}（${said.zh}）`, en: `${apart.en} from the guidance (${said.en})` },
    },
  ]
}

/** A side's forecast by another edition of the index than the day's: it is set aside, and that is loud. */
export function otherEditions({ by }: Words, edition: AirIndexStandard): readonly Difference[] {
  return PARTIES.flatMap((party): Difference[] => {
    const word = by[party]
    if (!word || word.value !== null) return []
    const [side, { standard }] = [SIDE[party], word.record]
    return [
      {
        kind: 'between-sides',
        loud: true,
        text: {
          zh: `${side.zh}的预报按 ${standard}，与当日施行的 ${edition.id} 不可比，未列入`,
          en: `${side.en} forecast by ${standard}, which does not compare with ${edition.id} of that day; set aside`,
        },
      },
    ]
  })
}
