/** Takes a signed step of a roster in: by a signatory of that party, naming keys of its people in the posts they hold. */

import { verifySignedOnce } from '../../documents/cosign.ts'
import { STEP_TYP, stepEntry } from '../../documents/step.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { keyStateAt, type RegisteredKey } from '../../identity/keys.ts'
import { paced } from '../../identity/pace.ts'
import type { Incoming } from '../consultation/accept.ts'
import { POST_ROLES } from '../consultation/acts.ts'
import { readDuty, type SignedDuty } from './read-duty.ts'
import { DUTY_PREFIX } from './rosters.ts'

/** Takes it in and gives back what it says. Throws Problem, IdentityError. */
export function acceptDuty(gateway: Gateway, incoming: Incoming): Promise<SignedDuty> {
  // In turn with consultations, so that nobody acts by a roster that was changed a moment ago.
  return gateway.consultations.inTurn(() => accept(gateway, incoming))
}

async function accept(gateway: Gateway, { jws, party, kid, nonce }: Incoming): Promise<SignedDuty> {
  const { standing, log, pace, rosters, random } = gateway
  const signed = verifySignedOnce(jws, STEP_TYP, paced(pace, standing.signatory))
  if (signed.signature.kid !== kid) throw new Problem('other-signer', { pointer: '/signatures/0' })
  const duty = readDuty(signed.value)
  if (duty.party !== party) throw new Problem('other-party', { pointer: '/party', value: duty.party })
  const { keys } = standing.keys()
  const active = (id: string): RegisteredKey | undefined => {
    const key = keys.get(id)
    return key && keyStateAt(key, log.head().size) === 'active' ? key : undefined
  }
  for (const [at, entry] of duty.entries.entries()) {
    const people: readonly (readonly [string, string])[] = [
      ['holder', entry.holder],
      ...entry.deputies.map((id, number): [string, string] => [`deputies/${number}`, id]),
    ]
    for (const [member, id] of people) {
      const key = active(id)
      const may = key?.party === party && key.operator !== null && key.roles.includes(POST_ROLES[entry.post])
      if (!may) throw new Problem('duty-key', { pointer: `/entries/${at}/${member}`, value: id })
    }
  }
  const before = (await rosters.both())[party]
  await log.append(
    stepEntry({
      type: 'duty',
      stream: DUTY_PREFIX + party,
      n: before.length + 1,
      signed,
      nonce: nonce ?? undefined,
      salt: random(16),
    }),
  )
  return duty
}
