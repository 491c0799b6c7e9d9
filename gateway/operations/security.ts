/** Which requests a security log tells of (网络安全法 第二十一条), and as what. */
import { IDENTITY_ERRORS } from '../identity/error.ts'
import type { RequestLine, SecurityEvent, SecurityKind } from './types.ts'

/** Codes by which something is refused that was done before. */
const REPLAYS: ReadonlySet<string> = new Set(['signature-replayed', 'challenge-used'])
/** What a person at the desk brings about by staying away, or by not having signed in yet. */
const EVERYDAY: ReadonlySet<string> = new Set(['session-missing', 'session-expired', 'session-ended'])
/** Refusals of what somebody known may not do, beside identity's own. */
const FORBIDDEN: ReadonlySet<string> = new Set(['other-party', 'signatory-role'])

/** Endpoints whose success is told. */
const TOLD: Readonly<Record<string, SecurityKind>> = {
  'POST /v1/session': 'signed-in',
  'POST /v1/session/end': 'signed-out',
  'POST /v1/keys': 'keys-changed',
  'GET /v1/admin/status': 'admin-read',
  'GET /v1/admin/security-log': 'admin-read',
}

function kindOf({ code, status, method, route }: RequestLine): SecurityKind | null {
  if (code === null) return status < 400 ? (TOLD[`${method} ${route}`] ?? null) : null
  if (status === 429) return 'limited'
  if (REPLAYS.has(code)) return 'replayed'
  if (EVERYDAY.has(code)) return null
  if (status === 403 || FORBIDDEN.has(code)) return 'forbidden'
  return Object.hasOwn(IDENTITY_ERRORS, code) ? 'refused' : null
}

/** The key id a request names, whether it is that key's or not. */
function claimedKid(signatureInput: string | null): string | undefined {
  return /;keyid="([\w-]{1,64})"/.exec(signatureInput ?? '')?.[1]
}

/** What the security log tells of a request; null when nothing. */
export function securityEvent(
  line: RequestLine,
  from: { readonly address: () => string; readonly signatureInput: string | null },
): SecurityEvent | null {
  const event = kindOf(line)
  if (event === null) return null
  const { code, kid, party, agency, method, route, requestId } = line
  const claimed = kid === null ? claimedKid(from.signatureInput) : undefined
  return {
    event,
    address: from.address(),
    method,
    route,
    requestId,
    ...(code === null ? {} : { code }),
    ...(kid === null ? {} : { kid }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(party === null ? {} : { party }),
    ...(agency === null ? {} : { agency }),
  }
}
