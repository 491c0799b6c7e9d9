/** ECDSA and SM2 signatures out of DER, SEQUENCE { r INTEGER, s INTEGER } (RFC 3279 §2.2.3, GM/T 0009-2012 §7.3), the strict way. */

const SEQUENCE = 0x30
const INTEGER = 0x02
const BYTES = 32

/** The 32 bytes of a positive INTEGER in its shortest form, and where it ends; undefined for anything else. */
function integer(der: Buffer, at: number): { readonly value: Buffer; readonly end: number } | undefined {
  const [tag, length, first, second] = der.subarray(at, at + 4)
  const end = at + 2 + (length ?? 0)
  if (tag !== INTEGER || length === undefined || first === undefined || end > der.length) return undefined
  if (length === 0 || length > BYTES + 1 || first >= 0x80) return undefined
  // A leading zero only where the number would be negative without it.
  const led = first === 0 && length > 1
  if (led && (second ?? 0) < 0x80) return undefined
  const digits = der.subarray(at + 2 + (led ? 1 : 0), end)
  if (digits.length > BYTES) return undefined
  return { value: Buffer.concat([Buffer.alloc(BYTES - digits.length), digits]), end }
}

/** r ‖ s, 64 bytes; undefined when the bytes are no such signature. */
export function rawFromDer(der: Buffer): Buffer | undefined {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2 || der.length > 0x80) return undefined
  const r = integer(der, 2)
  const s = r && integer(der, r.end)
  return r && s && s.end === der.length ? Buffer.concat([r.value, s.value]) : undefined
}
