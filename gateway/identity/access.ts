/** Who may call what: the access matrix as data (design, "Who may see what"). What it does not name is denied. */

/** The roles a key can be given. */
export const GRANTED_ROLES = ['agency', 'operator', 'reviewer', 'signatory', 'system', 'security', 'audit'] as const
/** One of `GRANTED_ROLES`. */
export type GrantedRole = (typeof GRANTED_ROLES)[number]

/** A granted role, or `public`: anybody, signed or not. */
export type Role = GrantedRole | 'public'

/** How far a permission reaches: everything there, or only what the caller's own party sent. */
export type Reach = 'all' | 'own-party'

/** One endpoint. In `path`, `{x}` is one segment, and a last `*` one or more. */
export interface AccessRule {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly allow: Readonly<Partial<Record<Role, Reach>>>
  /** Whether a person's session serves as well as a signature. */
  readonly session?: true
  /** Made for people in a browser: who shows neither is told to sign in, not to sign requests. */
  readonly people?: true
  /** Whether its body is larger than what anybody may send unsigned, and read by the endpoint itself as far as it trusts the sender. */
  readonly ownBody?: true
}

const ANYBODY: AccessRule['allow'] = { public: 'all' }
const SENDER: AccessRule['allow'] = { agency: 'own-party', audit: 'all' }
const DELIBERATING: AccessRule['allow'] = { operator: 'all', reviewer: 'all', signatory: 'all', audit: 'all' }
const AT_THE_DESK: Pick<AccessRule, 'allow' | 'session' | 'people'> = {
  allow: DELIBERATING,
  session: true,
  people: true,
}
const PROPOSING: AccessRule['allow'] = { operator: 'all', signatory: 'all' }
const STEPPING: AccessRule['allow'] = { operator: 'all', reviewer: 'all', signatory: 'all' }
const SIGNING: AccessRule['allow'] = { signatory: 'all' }
/** The three administrators (三员分立): each reads their own, the auditor both. */
const SYSTEM: AccessRule['allow'] = { system: 'all', audit: 'all' }
const SECURITY: AccessRule['allow'] = { security: 'all', audit: 'all' }

/**
 * The matrix of this release. `POST /v1/keys` and `POST /v1/packages` are open because a key list is authenticated by its root's signature, a package by its
 * agency's, as a cosignature is by its witness's; what is under `/sandbox` is there
 * in a sandbox on the caller's own machine alone.
 */
export const ACCESS: readonly AccessRule[] = [
  ...open(['/', '/releases', '/releases/{id}', '/assets/*', '/docs', '/docs/*', '/openapi.json']),
  ...open(['/releases/{id}/sections/{number}']),
  ...open(['/standards/comparison', '/desk/sign-in']),
  ...open(['/cities', '/cities/{id}', '/rivers', '/rivers/{id}', '/verify', '/about', '/robots.txt']),
  ...open(['/contracts', '/contracts/{id}', '/contracts/{id}/{version}', '/contracts/{id}/{version}/changes']),
  ...open(['/sandbox', '/sandbox/keys/{name}']),
  ...open([
    '/healthz',
    '/readyz',
    '/version',
    '/errors',
    '/errors/{code}',
    '/.well-known/jwks.json',
    '/.well-known/security.txt',
  ]),
  ...open([
    '/v1/contracts',
    '/v1/contracts/{id}',
    '/v1/contracts/{id}/compare',
    '/v1/contracts/{id}/{version}',
    '/v1/contracts/{id}/{version}/schema',
    '/v1/contracts/{id}/template',
    '/v1/contracts/{id}/{version}/template',
    '/v1/contracts/{id}/{version}/withdrawal',
    '/v1/contracts/{id}/{version}/retirement',
    '/v1/contracts/{id}/{version}/retirement/withdrawal',
  ]),
  ...open([
    '/v1/registry',
    '/v1/registry/{id}',
    '/v1/registry/{id}/{edition}',
    '/v1/registry/{id}/{edition}/withdrawal',
  ]),
  ...open(['/v1/keys/{party}']),
  ...open(['/credit', '/v1/credit']),
  ...open(['/v1/standards', '/v1/standards/comparison', '/v1/standards/{id}']),
  ...open(['/v1/ledger/checkpoint', '/v1/ledger/tile/*', '/v1/ledger/cosignatures']),
  ...open(['/v1/ledger/proof/inclusion', '/v1/ledger/proof/consistency']),
  ...open(['/v1/releases', '/v1/releases/{id}', '/v1/releases/{id}/proof']),
  ...open(['/releases.atom', '/v1/feed']),
  { method: 'POST', path: '/v1/submissions', allow: { agency: 'all' } },
  { method: 'GET', path: '/v1/submissions/{id}', allow: SENDER },
  { method: 'GET', path: '/v1/submissions/{id}/receipt', allow: SENDER },
  { method: 'GET', path: '/v1/submissions/{id}/rejections', allow: SENDER },
  { method: 'GET', path: '/v1/submissions/{id}/evidence', allow: SENDER },
  { method: 'POST', path: '/v1/packages', allow: ANYBODY, ownBody: true },
  { method: 'POST', path: '/v1/normalise', allow: { agency: 'all' } },
  { method: 'GET', path: '/v1/records/{contract}', allow: { agency: 'all', ...DELIBERATING }, session: true },
  {
    method: 'GET',
    path: '/v1/standards/comparison/practice',
    allow: { agency: 'all', ...DELIBERATING },
    session: true,
  },
  { method: 'GET', path: '/v1/credit/{code}', allow: { agency: 'all', ...DELIBERATING }, session: true },
  { method: 'GET', path: '/v1/warnings/suggestions', allow: { agency: 'all', ...DELIBERATING }, session: true },
  { method: 'GET', path: '/v1/scores', allow: { agency: 'all', ...DELIBERATING }, session: true },
  { method: 'GET', path: '/v1/scores/divergence', allow: { agency: 'all', ...DELIBERATING }, session: true },
  { method: 'GET', path: '/v1/consultations', allow: DELIBERATING, session: true },
  { method: 'GET', path: '/v1/consultations/duties', allow: DELIBERATING, session: true },
  { method: 'GET', path: '/v1/consultations/events', allow: DELIBERATING, session: true },
  { method: 'GET', path: '/v1/consultations/{id}', allow: DELIBERATING, session: true },
  { method: 'GET', path: '/v1/consultations/{id}/*', allow: DELIBERATING, session: true },
  { method: 'POST', path: '/v1/consultations', allow: { operator: 'all' }, session: true },
  { method: 'POST', path: '/v1/consultations/{id}/steps', allow: STEPPING, session: true },
  { method: 'POST', path: '/v1/consultations/{id}/signatures', allow: SIGNING, session: true },
  { method: 'GET', path: '/v1/duty', allow: DELIBERATING, session: true },
  { method: 'POST', path: '/v1/duty', allow: SIGNING, session: true },
  { method: 'GET', path: '/v1/admin/status', allow: SYSTEM },
  { method: 'GET', path: '/v1/admin/security-log', allow: SECURITY },
  { method: 'GET', path: '/desk', ...AT_THE_DESK },
  { method: 'GET', path: '/desk/*', ...AT_THE_DESK },
  { method: 'POST', path: '/v1/session/challenge', allow: ANYBODY },
  { method: 'POST', path: '/v1/session', allow: ANYBODY },
  { method: 'GET', path: '/v1/session', ...AT_THE_DESK },
  { method: 'POST', path: '/v1/session/end', ...AT_THE_DESK },
  { method: 'POST', path: '/v1/keys', allow: ANYBODY },
  { method: 'POST', path: '/v1/ledger/cosignatures', allow: ANYBODY },
  { method: 'POST', path: '/sandbox/failures', allow: ANYBODY },
  { method: 'POST', path: '/v1/contracts', allow: PROPOSING },
  { method: 'POST', path: '/v1/contracts/{id}/{version}/signatures', allow: SIGNING },
  { method: 'POST', path: '/v1/contracts/{id}/{version}/withdrawal', allow: PROPOSING },
  { method: 'POST', path: '/v1/contracts/{id}/{version}/retirement', allow: PROPOSING },
  { method: 'POST', path: '/v1/contracts/{id}/{version}/retirement/withdrawal', allow: PROPOSING },
  { method: 'POST', path: '/v1/contracts/{id}/{version}/retirement/signatures', allow: SIGNING },
  { method: 'POST', path: '/v1/registry', allow: PROPOSING },
  { method: 'POST', path: '/v1/registry/{id}/{edition}/signatures', allow: SIGNING },
  { method: 'POST', path: '/v1/registry/{id}/{edition}/withdrawal', allow: PROPOSING },
]

/** Whether somebody with these roles may make this call. `path` is as received, without its query; HEAD is asked as GET. */
export function mayCall(roles: readonly Role[], method: string, path: string): boolean {
  return reachOf(roles, method, path) !== undefined
}

/** How far these roles reach with this call, the widest of them; undefined when they may not make it. */
export function reachOf(roles: readonly Role[], method: string, path: string): Reach | undefined {
  const rule = ruleFor(method === 'HEAD' ? 'GET' : method, path)
  if (rule === undefined) return undefined
  const reaches = [rule.allow.public, ...roles.map((role) => rule.allow[role])]
  return reaches.includes('all') ? 'all' : reaches.find((each) => each !== undefined)
}

/** Whether anybody may make this call, signed or not. */
export function isPublic(method: string, path: string): boolean {
  return mayCall([], method, path)
}

const PATTERNS = ACCESS.map((rule) => ({ rule, segments: rule.path.split('/') }))

/** The rule a call comes under; HEAD is to be asked as GET. */
export function ruleFor(method: string, path: string): AccessRule | undefined {
  const segments = path.split('/')
  return PATTERNS.find((each) => each.rule.method === method && matches(each.segments, segments))?.rule
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const rest = pattern.at(-1) === '*'
  if (rest ? path.length < pattern.length : path.length !== pattern.length) return false
  return path.every((segment, index) => {
    const expected = pattern[Math.min(index, pattern.length - 1)]
    if (expected === segment && expected !== '*') return true
    const open = expected === '*' || expected?.startsWith('{') === true
    return open && segment !== '' && segment !== '.' && segment !== '..'
  })
}

function open(paths: readonly string[]): readonly AccessRule[] {
  return paths.map((path) => ({ method: 'GET', path, allow: ANYBODY }))
}
