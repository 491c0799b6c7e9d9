/** Public keys as people hand them around: what keygen prints, a bare JWK, or the one key of a JWK Set. */

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** The JWK in a text, unchecked. Throws SyntaxError for what is not JSON, TypeError for a set of several. */
export function publicJwkIn(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const members = membersOf(value)
  const keys = members.get('keys')
  if (Array.isArray(keys)) {
    if (keys.length !== 1) throw new TypeError(`应只有一把密钥 · expected one key, got ${keys.length}`)
    return keys[0]
  }
  return members.get('jwk') ?? value
}
