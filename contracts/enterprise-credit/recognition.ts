/** What a rating of one side counts for on the other, by the terms both signed: nothing while mutual recognition is off. Standards §4.2. */
import { HF2013_150 } from '../standards/index.ts'
import type { Bilingual, PartyId } from '../types.ts'
import type { CreditRecord } from './record.ts'
import type { CreditTerms } from './terms.ts'

/** On which side, and as what; `level` and `name`, the level's name there, are null where it counts for nothing. The words say why. */
export interface Recognition extends Bilingual {
  readonly on: PartyId
  readonly level: CreditRecord['level']
  readonly name: string | null
}

/** A rating whose effect is asked for; `setAside` when another of its side goes before it. */
export interface Recognisable extends Pick<CreditRecord, 'level' | 'scheme' | 'status'> {
  readonly party: PartyId
  readonly setAside: boolean
}

const SIDES: Readonly<Record<PartyId, Bilingual>> = {
  cq: { zh: '重庆', en: 'Chongqing' },
  sc: { zh: '四川', en: 'Sichuan' },
}

/** The effect of a rating on the other side. The crosswalk holds for the schemes it names and no other. */
export function recognitionOf(
  { level, scheme, status, party, setAside }: Recognisable,
  { crosswalk, mutualRecognition }: Pick<CreditTerms, 'crosswalk' | 'mutualRecognition'>,
): Recognition {
  const on: PartyId = party === 'cq' ? 'sc' : 'cq'
  const side = SIDES[on]
  const nothing = (zh: string, en: string): Recognition => ({ on, level: null, name: null, zh, en })
  if (!mutualRecognition.enabled) return nothing(`在${side.zh}无互认效力`, `no effect on the other side (${side.en})`)
  if (status !== 'rated' || level === null)
    return nothing('未评级，没有可互认的等级', 'not rated: there is no level to recognise')
  if (setAside) return nothing('不互认：以优先的评价为准', 'not recognised: the rating that goes before it counts')
  const row = crosswalk.schemes[party].includes(scheme)
    ? crosswalk.rows.find(({ common }) => common === level)
    : undefined
  if (!row)
    return nothing('不互认：所依办法或等级不在对照表内', 'not recognised: its scheme or level is not in the crosswalk')
  const english = HF2013_150.levels.find(({ key }) => key === level)?.title.en ?? level
  return {
    on,
    level,
    name: row[on],
    zh: `按双方契约互认为${side.zh}的${row[on]}`,
    en: `recognised in ${side.en} by the contract of both sides as: ${english} (${row[on]})`,
  }
}
