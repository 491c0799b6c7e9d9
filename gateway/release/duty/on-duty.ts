/** Who is on duty now, told by post, and the refusal of who is not. */
import { civilDay } from '../../../contracts/life.ts'
import type { ProductId } from '../../../contracts/registry/types.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { Problem } from '../../errors/problem.ts'
import type { Gateway } from '../../gateway.ts'
import { keyStateAt, type RegisteredKey } from '../../identity/keys.ts'
import { ACT_POSTS, type Act, type Actor, type Happened, type Post } from '../consultation/acts.ts'
import { type DutyLine, lineAt, standingOf } from './roster.ts'
import type { BothRosters } from './rosters.ts'

/** Acts that a roster keeps for who is on duty; the others whoever holds the post may do. */
const KEPT_FOR_DUTY: ReadonlySet<Act['type']> = new Set(['agree', 'open', 'sign'])

/** Somebody on duty, by post and never by name. */
export interface OnDuty {
  readonly agency: string
  readonly deputy: boolean
  readonly kid: string
  readonly operator: string
}

/** What tells who is on duty: both rosters, and the keys that count at a ledger size. */
export interface DutyBook {
  readonly rosters: BothRosters
  readonly keyOf: (kid: string) => RegisteredKey | undefined
  readonly size: number
}

/** The rosters and keys as they are now. */
export async function dutyBook({ rosters, standing, log }: Gateway): Promise<DutyBook> {
  const { keys } = standing.keys()
  return { rosters: await rosters.both(), keyOf: (kid) => keys.get(kid), size: log.head().size }
}

/** The people of a line whose keys count, the holder first. */
export function peopleOf({ holder, deputies }: DutyLine, { keyOf, size }: Omit<DutyBook, 'rosters'>): OnDuty[] {
  return [holder, ...deputies].flatMap((kid) => {
    const key = keyOf(kid)
    if (!key || keyStateAt(key, size) !== 'active') return []
    return [{ agency: key.agency, deputy: kid !== holder, kid, operator: key.operator ?? key.agency }]
  })
}

/** Who is on duty in a post on a civil day; empty where no roster names it, so that whoever holds the post may act. */
export function onDuty(
  book: DutyBook,
  {
    party,
    ...place
  }: { readonly day: string; readonly party: PartyId; readonly post: Post; readonly product: ProductId },
): readonly OnDuty[] {
  const line = lineAt(book.rosters[party], place)
  return line ? peopleOf(line, book) : []
}

/** Holds an act to come against the roster of its side. `time` in ms. Throws Problem `off-duty`, which tells who is on duty. */
export function mustBeOnDuty(
  book: DutyBook,
  { act, actor, product, time }: { act: Act['type']; actor: Actor; product: ProductId; time: number },
): void {
  const day = civilDay(time)
  const { party } = actor
  if (!KEPT_FOR_DUTY.has(act) || standingOf(book.rosters[party], act, actor, { day, product }).is !== 'off') return
  const people = ACT_POSTS[act].flatMap((post) =>
    onDuty(book, { day, party, post, product }).map((one) => ({ post, ...one })),
  )
  throw new Problem('off-duty', {
    value: `${day}: ${people.map(({ operator, agency }) => `${operator} (${agency})`).join(', ') || '–'}`,
    onDuty: people,
  })
}

const NOBODY: ReadonlyMap<number, string> = new Map()

/** Whom somebody stood in for: the holder's key by the ledger index of what was done, by the rosters as they were then. */
export function stoodInFor(
  rosters: BothRosters,
  product: ProductId,
  happened: readonly Happened[],
): ReadonlyMap<number, string> {
  if (PARTIES.every((party) => rosters[party].length === 0)) return NOBODY
  return new Map(
    happened.flatMap(({ act, actor, index, time }) => {
      const place = { before: index, day: civilDay(time), product }
      const standing = standingOf(rosters[actor.party], act.type, actor, place)
      return standing.is === 'deputy' ? [[index, standing.holder] as const] : []
    }),
  )
}
