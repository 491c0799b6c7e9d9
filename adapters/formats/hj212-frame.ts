/** One line of a file → one frame of HJ 212 (2005, 2017, 2025), or the fault it has. The password (PW) is passed over and never kept. */
import type { EncodingName, RowFault } from '../types.ts'
import { hj212Crc } from './hj212-crc.ts'
import {
  encrypted,
  noData,
  notFrame,
  repeatedItem,
  wrongCrc,
  wrongField,
  wrongLength,
  wrongPacket,
  wrongVersion,
} from './hj212-fault.ts'
import { DATA_COMMANDS, type Hj212Version, versionOf } from './hj212-words.ts'

/** A frame of monitoring data, whole and checked. */
export interface Frame {
  readonly row: number
  readonly version: Hj212Version
  /** Request number, system, command and station number as written; `qn` may be empty. */
  readonly qn: string
  readonly st: string
  readonly cn: string
  readonly mn: string
  /** Which part of how many of a split message; null for a message of one frame. */
  readonly packet: { readonly no: number; readonly count: number } | null
  readonly time: string | null
  /** The items of `CP` by name, `DataTime` left out. */
  readonly items: ReadonlyMap<string, string>
}

/** How a line is read: its number, the encoding of the file, and whether it is the last and has no end. */
export interface LineOptions {
  readonly row: number
  readonly encoding: EncodingName
  readonly open: boolean
}

const HEAD = 6
const TAIL = 4
/** Four digits of length in characters of at most four bytes. */
const LONGEST = HEAD + 9999 * 4 + TAIL
const SEGMENT = /^(?:([^&]*);)?CP=&&([\s\S]*)&&$/
const NAME = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)?$/
const DECODERS: Readonly<Record<EncodingName, InstanceType<typeof TextDecoder>>> = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030'),
}

/** Whether what was read is a fault. */
export function isFault(read: Frame | RowFault): read is RowFault {
  return 'code' in read
}

/** Reads one line, without its end. */
export function readFrame(line: Uint8Array, { row, encoding, open }: LineOptions): Frame | RowFault {
  const head = latin1(line.subarray(0, HEAD))
  if (!/^##\d{4}$/.test(head))
    return notFrame(row, '应以 ## 和四位长度开头', 'expected ## and a length of four digits first')
  const declared = Number(head.slice(2))
  if (line.length > LONGEST) return wrongLength(row, declared, line.length - HEAD - TAIL, 'byte', false)
  const bytes = line.subarray(HEAD, Math.max(HEAD, line.length - TAIL))
  const segment = DECODERS[encoding].decode(bytes)
  const cut = open && segment.length < declared
  const [, fields = '', cp] = SEGMENT.exec(segment) ?? []
  const crc = latin1(line.subarray(-TAIL))
  if (cp === undefined || !/^[0-9A-Fa-f]{4}$/.test(crc)) {
    return cut
      ? wrongLength(row, declared, segment.length, 'character', true)
      : notFrame(
          row,
          '应以 CP=&&…&& 和四位十六进制校验码结尾',
          'expected CP=&&…&& and a check of four hexadecimal digits last',
        )
  }
  const header = readFields(fields)
  // Devices of 2005 send no Flag unless they ask for an answer or split a message.
  const flag = header.get('Flag') ?? '0'
  const version = /^\d{1,3}$/.test(flag) ? versionOf(Number(flag)) : undefined
  const counted = version === '2025' ? bytes.length : segment.length
  if (counted !== declared) return wrongLength(row, declared, counted, version === '2025' ? 'byte' : 'character', open)
  const computed = hj212Crc(bytes, version ?? '2017')
  if (crc.toUpperCase() !== computed) return wrongCrc(row, crc, computed)
  if (version === undefined) return wrongVersion(row, /^\d+$/.test(flag) ? flag : '?')
  return readData(row, version, header, cp)
}

function readData(
  row: number,
  version: Hj212Version,
  header: ReadonlyMap<string, string>,
  cp: string,
): Frame | RowFault {
  for (const [name, form] of FORMS) {
    const value = header.get(name)
    if (value === undefined ? name !== 'QN' : !form.test(value)) {
      return value === undefined
        ? wrongField(row, name, '缺失', 'missing')
        : wrongField(row, name, '写法有误，或重复', 'of another form than the standard has, or repeated')
    }
  }
  const { QN: qn = '', ST: st = '', CN: cn = '', MN: mn = '' } = Object.fromEntries(header)
  if (!DATA_COMMANDS.has(cn)) return noData(row, cn)
  if (version === '2025' && looksEncrypted(cp)) return encrypted(row)
  const packet = readPacket(row, header, qn)
  if (packet !== null && 'code' in packet) return packet
  const items = readItems(row, cp)
  if ('code' in items) return items
  const time = items.get('DataTime') ?? null
  if (time === null && packet === null) return wrongField(row, 'DataTime', '缺失', 'missing')
  items.delete('DataTime')
  return { row, version, qn, st, cn, mn, packet, time, items }
}

/** The forms of what identifies a frame; 24 characters is what 2017 gives MN, and devices send shorter ones. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['QN', /^\d{14,17}$/],
  ['ST', /^\d{2}$/],
  ['CN', /^\d{4}$/],
  ['MN', /^[0-9A-Za-z_-]{1,32}$/],
]
const KEPT: ReadonlySet<string> = new Set(['QN', 'ST', 'CN', 'MN', 'Flag', 'PNUM', 'PNO'])

/** The fields before `CP` that are used. One that is repeated with another value becomes blank, which is no form of any. */
function readFields(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(';')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim()
    if (!KEPT.has(name)) continue
    const value = part.slice(equals + 1).trim()
    found.set(name, (found.get(name) ?? value) === value ? value : '')
  }
  return found
}

/** Cipher text has neither the separators of items, nor the time that every data message carries, nor a field of a code. */
function looksEncrypted(cp: string): boolean {
  return cp !== '' && !/[;,]/.test(cp) && !/^(?:DataTime|[A-Za-z0-9]+-[A-Za-z0-9]+)=/.test(cp.trim())
}

function readPacket(row: number, header: ReadonlyMap<string, string>, qn: string): Frame['packet'] | RowFault {
  const [pnum, pno] = [header.get('PNUM'), header.get('PNO')]
  // A device may set the bit of split messages and yet send one frame without numbers.
  if (pnum === undefined && pno === undefined) return null
  if (!/^\d{1,4}$/.test(pnum ?? '') || !/^\d{1,4}$/.test(pno ?? '')) {
    return wrongPacket(row, '', 'PNUM 与 PNO 应同为数字', 'PNUM and PNO must both be numbers')
  }
  const [count, no] = [Number(pnum), Number(pno)]
  if (no < 1 || no > count) {
    return wrongPacket(row, String(no), `PNO=${no} 不在 1 至 ${count} 之间`, `PNO=${no} is not between 1 and ${count}`)
  }
  if (count === 1) return null
  if (qn === '')
    return wrongPacket(row, String(no), '分包报文没有 QN，无法归并', 'a split message without QN cannot be joined')
  return { no, count }
}

function readItems(row: number, cp: string): Map<string, string> | RowFault {
  const items = new Map<string, string>()
  for (const part of cp.split(/[;,]/)) {
    if (part.trim() === '') continue
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim()
    if (!NAME.test(name)) return wrongField(row, 'CP', '应为 编码-字段=值', 'expected code-Field=value')
    const value = part.slice(equals + 1).trim()
    const before = items.get(name)
    if (before !== undefined && before !== value) return repeatedItem(row, name)
    items.set(name, value)
  }
  return items
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
