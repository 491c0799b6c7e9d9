/** Who reads a page of the desk: the person their session's key stands for, told by post. */
import type { Context } from 'hono'
import type { PartyId } from '../../../contracts/types.ts'
import { callerOf, type Env } from '../../http/caller.ts'
import { POST_ROLES, POSTS, type Post } from '../../release/consultation/acts.ts'

/** Somebody at the desk. `posts` are those their roles give; an auditor has none and only reads. */
export interface Person {
  readonly agency: string
  readonly kid: string
  readonly operator: string
  readonly party: PartyId
  readonly posts: readonly Post[]
}

/** The caller as a person. Throws Problem where nobody is signed in. */
export function personOf(c: Context<Env>): Person {
  const { agency, kid, party, roles } = callerOf(c)
  const { operator } = c.get('gateway').standing.keys().keys.get(kid) ?? { operator: null }
  return {
    agency,
    kid,
    operator: operator ?? agency,
    party,
    posts: POSTS.filter((post) => roles.includes(POST_ROLES[post])),
  }
}
