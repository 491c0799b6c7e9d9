/** The check of HJ 212 (appendix A): a 16-bit register shifted first, then met with the byte, so that it is not the CRC-16 of Modbus. */
import type { Hj212Version } from './hj212-words.ts'

const POLYNOMIAL = 0xa001

/** What eight shifts make of each low byte. */
const SHIFTED = Uint16Array.from({ length: 256 }, (_, byte) => {
  let register = byte
  for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >>> 1) ^ POLYNOMIAL : register >>> 1
  return register
})

function appendixA(segment: Uint8Array): number {
  let register = 0xffff
  for (const byte of segment) {
    const met = (register >>> 8) ^ byte
    register = (met >>> 8) ^ (SHIFTED[met & 0xff] ?? 0)
  }
  return register
}

/** By version, since the appendix of 2025 was not seen: its published frames keep that of 2017. */
const CRCS: Readonly<Record<Hj212Version, (segment: Uint8Array) => number>> = {
  2005: appendixA,
  2017: appendixA,
  2025: appendixA,
}

/** The check of a data segment as its frame carries it: four hexadecimal digits, upper case. */
export function hj212Crc(segment: Uint8Array, version: Hj212Version): string {
  return CRCS[version](segment).toString(16).toUpperCase().padStart(4, '0')
}
