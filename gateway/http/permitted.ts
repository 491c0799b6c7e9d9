/** What the access matrix lets a caller do, or the refusal that names what it does not. */
import { type GrantedRole, type Reach, reachOf } from '../identity/access.ts'
import { IdentityError } from '../identity/error.ts'

/** How far these roles reach with this call. Throws `not-permitted`. */
export function permittedReach(roles: readonly GrantedRole[], method: string, path: string): Reach {
  const reach = reachOf(roles, method, path)
  if (reach !== undefined) return reach
  throw new IdentityError('not-permitted', {
    zh: `角色 ${roles.join('、')} 不得 ${method} ${path}`,
    en: `The roles ${roles.join(', ')} may not ${method} ${path}`,
  })
}
