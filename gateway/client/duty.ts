/** Duty rosters: who is on duty, and the signed step by which a side's signatory says so. */
import { canonical } from '../../contracts/jcs.ts'
import { PARTIES, type PartyId } from '../../contracts/types.ts'
import { STEP_TYP } from '../documents/step.ts'
import { JOSE_JSON } from '../http/jose.ts'
import { assembleDocument, signDocument } from '../identity/document.ts'
import type { OnDuty } from '../release/duty/on-duty.ts'
import type { DutySetting } from '../release/duty/read-duty.ts'
import type { Caller } from './call.ts'
import type { StepSigner } from './consultation.ts'
import { localError } from './error.ts'
import { listOf, membersOf, textOf } from './read-json.ts'

export { POSTS } from '../release/consultation/acts.ts'
export { type DutySetting, readSetting as readDutySetting } from '../release/duty/read-duty.ts'

/** Which days of whose roster; a week of both sides from today when nothing is said. Civil days. */
export interface DutyFilter {
  readonly party?: PartyId
  readonly from?: string
  readonly to?: string
}

/** One post on one day: `product` null where the line is for all; nobody where no key of it counts any more. */
export interface DutyLine {
  readonly post: string
  readonly product: string | null
  readonly onDuty: readonly OnDuty[]
  readonly note: string | null
}

/** One day of one side. */
export interface DutyDay {
  readonly party: PartyId
  readonly day: string
  readonly working: boolean
  readonly lines: readonly DutyLine[]
}

const PATH = '/v1/duty'

function person(value: unknown): OnDuty {
  const members = membersOf(value, 'somebody on duty')
  return {
    agency: textOf(members.get('agency'), 'agency'),
    deputy: members.get('deputy') === true,
    kid: textOf(members.get('kid'), 'kid'),
    operator: textOf(members.get('operator'), 'operator'),
  }
}

function nullableText(value: unknown, what: string): string | null {
  return value === null ? null : textOf(value, what)
}

function partyIn(value: unknown): PartyId {
  const party = PARTIES.find((one) => one === value)
  if (!party) throw localError('answer-malformed', 'expected a party')
  return party
}

function daysIn(value: unknown): readonly DutyDay[] {
  return listOf(membersOf(value, 'rosters').get('rosters'), 'rosters').flatMap((one) => {
    const roster = membersOf(one, 'a roster')
    const party = partyIn(roster.get('party'))
    return listOf(roster.get('days'), 'days').map((each): DutyDay => {
      const day = membersOf(each, 'a day')
      const lines = listOf(day.get('lines'), 'lines').map((line): DutyLine => {
        const members = membersOf(line, 'a line')
        return {
          post: textOf(members.get('post'), 'post'),
          product: nullableText(members.get('product'), 'product'),
          onDuty: listOf(members.get('onDuty'), 'onDuty').map(person),
          note: nullableText(members.get('note'), 'note'),
        }
      })
      return { party, day: textOf(day.get('day'), 'day'), working: day.get('working') === true, lines }
    })
  })
}

/** The rosters, a side after another, day by day. Throws ClientError. */
export async function readDuty(caller: Caller, filter: DutyFilter = {}): Promise<readonly DutyDay[]> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value)
  return daysIn((await caller.read(query.size === 0 ? PATH : `${PATH}?${query}`)).json())
}

/** The side of the key that calls. Throws ClientError. */
async function ownParty(caller: Caller): Promise<PartyId> {
  const body = membersOf((await caller.read('/v1/consultations/duties')).json(), 'what waits')
  return partyIn(body.get('party'))
}

/** Signs and sends a step of one's own side's roster; what it then says of those days. Throws ClientError. */
export async function putDuty(
  { caller, key, random }: StepSigner,
  { entries, product }: DutySetting,
): Promise<readonly DutyDay[]> {
  const party = await ownParty(caller)
  const nonce = Buffer.from(random(16)).toString('base64url')
  const payload = canonical({ entries, nonce, party, product, type: 'duty-step', v: 1 })
  const jws = assembleDocument(payload, [signDocument(payload, { ...key, typ: STEP_TYP })])
  const body = Buffer.from(JSON.stringify(jws))
  return daysIn((await caller.write(PATH, { body, contentType: JOSE_JSON, key })).json())
}

/** One thing that waits for the caller's side, the nearest deadline first; `minutesLeft` below 0 past it. */
export interface WaitingDuty {
  readonly consultation: string
  readonly post: string
  readonly act: string
  readonly by: string | null
  readonly minutesLeft: number | null
  readonly yours: boolean
}

/** What waits for the caller's side in their post. Throws ClientError. */
export async function readWaiting(caller: Caller): Promise<readonly WaitingDuty[]> {
  const body = membersOf((await caller.read('/v1/consultations/duties')).json(), 'what waits')
  return listOf(body.get('duties'), 'duties').map((one) => {
    const duty = membersOf(one, 'a duty')
    const left = duty.get('minutesLeft')
    if (left !== null && !Number.isSafeInteger(left)) throw localError('answer-malformed', 'expected minutesLeft')
    return {
      consultation: textOf(duty.get('consultation'), 'consultation'),
      post: textOf(duty.get('post'), 'post'),
      act: textOf(duty.get('act'), 'act'),
      by: nullableText(duty.get('by'), 'by'),
      minutesLeft: left === null ? null : Number(left),
      yours: duty.get('yours') === true,
    }
  })
}
