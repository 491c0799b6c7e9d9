/** Frames that could not be read, each by its line. Nothing of a frame is quoted but what is named here: it holds a password. */
import type { RowFault, RowFaultCode } from '../types.ts'
import { excerpt } from './error.ts'
import { OTHER_COMMANDS } from './hj212-words.ts'

/** The codes of frames. */
export type Hj212FaultCode = Extract<RowFaultCode, `hj212-${string}` | 'row-truncated' | 'name-repeated'>

function fault(
  row: number,
  code: Hj212FaultCode,
  zh: string,
  en: string,
  place: { pointer?: string; value?: string } = {},
): RowFault {
  const { pointer, value } = place
  return {
    row,
    code,
    ...(pointer === undefined ? {} : { pointer: excerpt(pointer) }),
    ...(value === undefined ? {} : { value: excerpt(value) }),
    detail: { zh, en },
  }
}

/** The line is no frame: `##`, four digits, the data segment, four hexadecimal digits. */
export function notFrame(row: number, zh: string, en: string): RowFault {
  return fault(row, 'hj212-frame', `该行不是一个完整的报文：${zh}`, `the line is not one whole frame: ${en}`)
}

/** The segment has another length than the frame says; on a last line without an end it was cut off. */
export function wrongLength(
  row: number,
  declared: number,
  found: number,
  unit: 'byte' | 'character',
  cut: boolean,
): RowFault {
  const zh = unit === 'byte' ? '字节' : '个字符'
  return cut && found < declared
    ? fault(
        row,
        'row-truncated',
        `最后一行没有换行符，数据段应有 ${declared} ${zh}，实有 ${found}，文件可能未传完`,
        `the last line has no line break and ${found} of ${declared} ${unit}s of its segment; the file was probably cut off`,
      )
    : fault(
        row,
        'hj212-length',
        `数据段长度写为 ${declared} ${zh}，实为 ${found}`,
        `the segment is declared ${declared} ${unit}s long and has ${found}`,
        { value: String(declared) },
      )
}

/** The check differs from the segment's. */
export function wrongCrc(row: number, declared: string, computed: string): RowFault {
  return fault(
    row,
    'hj212-crc',
    `校验码为 ${declared}，按附录 A 计算应为 ${computed}`,
    `the check is ${declared}; by appendix A it should be ${computed}`,
    { value: declared },
  )
}

/** The version bits name no edition that is known. */
export function wrongVersion(row: number, flag: string): RowFault {
  return fault(
    row,
    'hj212-version',
    `Flag=${flag} 的版本位不是 2005、2017 或 2025 版`,
    `the version bits of Flag=${flag} name none of the editions 2005, 2017 and 2025`,
    { pointer: 'Flag', value: flag },
  )
}

/** A field of the segment or an item of `CP` that is missing, repeated or of another form. */
export function wrongField(row: number, pointer: string, zh: string, en: string): RowFault {
  return fault(row, 'hj212-field', `${pointer}：${zh}`, `${pointer}: ${en}`, { pointer })
}

/** One name with two values. */
export function repeatedItem(row: number, pointer: string): RowFault {
  return fault(
    row,
    'name-repeated',
    `「${excerpt(pointer)}」在同一报文中出现两次且值不同`,
    `${excerpt(pointer)} appears twice in one message with two values`,
    { pointer },
  )
}

/** A split message that is not whole. */
export function wrongPacket(row: number, value: string, zh: string, en: string): RowFault {
  return fault(row, 'hj212-packet', zh, en, { pointer: 'PNO', value })
}

/** The area between `CP=&&` and `&&` is enciphered. */
export function encrypted(row: number): RowFault {
  return fault(
    row,
    'hj212-encrypted',
    'CP 区为密文（HJ 212-2025，SM4），网关不持有密钥，无法读取',
    'the CP area is enciphered (HJ 212-2025, SM4); the gateway has no key to it',
    { pointer: 'CP' },
  )
}

/** A command that carries no monitoring data. */
export function noData(row: number, command: string): RowFault {
  const title = OTHER_COMMANDS.get(command)
  return fault(
    row,
    'hj212-command',
    `CN=${command}${title === undefined ? '' : `（${title}）`}不是监测数据`,
    `CN=${command} carries no monitoring data`,
    { pointer: 'CN', value: command },
  )
}
