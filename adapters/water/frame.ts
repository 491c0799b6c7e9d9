/** Which HJ 212 messages are rows of this contract: surface water (ST=21) by the hourly message (CN=2061), in which stations report each cycle. */
import type { Rejection } from '../../contracts/types.ts'
import { DATA_COMMANDS, SYSTEMS } from '../formats/hj212-words.ts'
import { reject } from '../tables/reject.ts'
import type { Cell } from '../types.ts'
import type { FieldReader } from './cells.ts'

/** The rejection of a message of another system or command; null for one of this contract, and for rows that are no messages. */
export function frameRejection(fields: FieldReader, cells: readonly Cell[], row: number): Rejection | null {
  const system = fields.text(cells, 'system')
  if (system !== '' && system !== '21') {
    return reject(row, 'frame-outside', fields.heading('system'), system, {
      zh: `ST=${system}${named(SYSTEMS.get(system))}不是地表水质量监测（21）`,
      en: `The system ST=${system} is not surface water (21)`,
    })
  }
  const command = fields.text(cells, 'command')
  if (command !== '' && command !== '2061') {
    return reject(row, 'frame-outside', fields.heading('command'), command, {
      zh: `CN=${command}${named(DATA_COMMANDS.get(command)?.title)}不是小时数据（2061）；实时、分钟和日数据不是契约约定的时段`,
      en: `CN=${command} is not hourly data (2061); real-time, minute and daily data are not of the contract's interval`,
    })
  }
  return null
}

function named(title: string | undefined): string {
  return title === undefined ? ' ' : `（${title}）`
}
