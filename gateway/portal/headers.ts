/** Response headers of the pages: nothing is embedded, only our own style sheet and images load, and nothing runs but where a person acts (CSP Level 3). */

/** Set these on each page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': policy('none'),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Set these on a page whose form asks the gateway itself. */
export const FORM_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  'content-security-policy': policy('self'),
}

/** Set these on a page where a person acts: our own modules run there and call this gateway. Nobody keeps such a page. */
export const ACTING_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  'content-security-policy': `${policy('self')}; script-src 'self'; connect-src 'self'`,
  'cache-control': 'private, no-store, no-transform',
}

function policy(forms: 'none' | 'self'): string {
  return `default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action '${forms}'; frame-ancestors 'none'`
}
