/** System, security and audit administrators are kept apart (三员分立): from one another, and from those whose work they look after. */
import type { GrantedRole } from './access.ts'
import { IdentityError } from './error.ts'
import type { ListedKey } from './key-list.ts'
import type { KeyRegistry } from './keys.ts'

/** The three. */
export const ADMINISTRATORS = ['system', 'security', 'audit'] as const satisfies readonly GrantedRole[]

const isAdministrator = (role: GrantedRole): boolean => ADMINISTRATORS.some((one) => one === role)

/** Whether roles go together on one key. */
export function goTogether(roles: readonly GrantedRole[]): boolean {
  return roles.length === 1 || !roles.some(isAdministrator)
}

/**
 * Holds the keys of a list that are new to keep the roles apart. What was registered before stays as it is, since a key's roles
 * never change. Throws `key-list-roles`.
 */
export function mustSeparateRoles(keys: readonly ListedKey[], { keys: known }: Pick<KeyRegistry, 'keys'>): void {
  for (const [index, { kid, roles }] of keys.entries()) {
    if (known.has(kid) || goTogether(roles)) continue
    throw new IdentityError(
      'key-list-roles',
      {
        zh: `密钥 ${kid} 同时具有 ${roles.join('、')}：系统、安全、审计管理员角色须单独成一把密钥`,
        en: `The key ${kid} has ${roles.join(', ')}: the roles system, security and audit each take a key of their own`,
      },
      { pointer: `/keys/${index}/roles`, value: roles.join(',') },
    )
  }
}
