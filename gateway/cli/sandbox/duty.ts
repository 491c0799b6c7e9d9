/** Both sides' duty rosters over the days played and the weeks to come: who drafts, reviews and issues, and who stands in. */
import { randomBytes } from 'node:crypto'
import { canonical } from '../../../contracts/jcs.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { DESKS, type DeskName, deputyOf, peopleOf } from '../../../seeds/parties.ts'
import { STEP_TYP } from '../../documents/step.ts'
import { JOSE_JSON } from '../../http/jose.ts'
import { assembleDocument, signDocument } from '../../identity/document.ts'
import { NAMES, type Stage } from './stage.ts'

/** The days a roster is for, both inclusive. */
export interface DutyDays {
  readonly from: string
  readonly to: string
}

const PRODUCTS: Readonly<Record<DeskName, readonly ProductId[]>> = {
  water: ['weekly-water-bulletin', 'monthly-water-bulletin'],
  air: ['daily-air-forecast', 'weekly-zone-outlook', 'warning-suggestion'],
  credit: ['annual-credit-list'],
}

interface Line {
  readonly post: 'drafter' | 'reviewer' | 'signatory'
  readonly holder: string
  readonly deputies: readonly string[]
  readonly note: string | null
}

async function set(
  { client, keys }: Stage,
  party: PartyId,
  product: ProductId | null,
  lines: readonly Line[],
  days: DutyDays,
): Promise<void> {
  const who = peopleOf(party, 'water').signatory
  const kid = (name: string): string => keys.holder(name).key.kid
  const entries = lines.map(({ post, holder, deputies, note }) => ({
    ...days,
    deputies: deputies.map(kid),
    holder: kid(holder),
    note,
    post,
  }))
  const nonce = randomBytes(16).toString('base64url')
  const text = canonical({ entries, nonce, party, product, type: 'duty-step', v: 1 })
  const jws = assembleDocument(text, [signDocument(text, { ...keys.holder(who).key, typ: STEP_TYP })])
  await client(who).write('/v1/duty', { body: Buffer.from(JSON.stringify(jws)), contentType: JOSE_JSON })
}

/** Sets both rosters; a side that has one keeps it. False when both have. */
export async function setRosters(stage: Stage, days: DutyDays): Promise<boolean> {
  const rosters = await stage.gateway.rosters.both()
  const bare = PARTIES.filter((party) => rosters[party].length === 0)
  for (const party of bare) {
    const alone = { deputies: [], note: null }
    const { signatory } = peopleOf(party, 'water')
    await set(
      stage,
      party,
      null,
      [{ post: 'signatory', holder: signatory, deputies: [deputyOf(party)], note: '外出时由总工程师代签' }],
      days,
    )
    for (const desk of DESKS) {
      const { operator, reviewer } = peopleOf(party, desk)
      const lines: readonly Line[] = [
        { post: 'drafter', holder: operator, ...alone },
        { post: 'reviewer', holder: reviewer, ...alone },
      ]
      for (const product of PRODUCTS[desk]) await set(stage, party, product, lines, days)
    }
    stage.tell(`${NAMES[party].zh}排定值班表`, `${NAMES[party].en} set its duty roster`)
  }
  return bare.length > 0
}
