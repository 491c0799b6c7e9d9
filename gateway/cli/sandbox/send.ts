/** Files of both sides sent over signed HTTP, and what became of their rows told in one line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../../../contracts/types.ts'
import type { SeedSet } from '../../../seeds/all.ts'
import { chineseDay } from '../../../seeds/days/day.ts'
import type { DayFile } from '../../../seeds/days/file.ts'
import { bytesOf } from './bytes.ts'
import { NAMES, type Stage } from './stage.ts'

interface Counts {
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly duplicates: number
}

const counted = ({ rows, accepted, rejected, duplicates }: Counts) => ({
  zh: `${rows} 行 = 接收 ${accepted} + 拒收 ${rejected} + 重复 ${duplicates}`,
  en: `${rows} ${rows === 1 ? 'row' : 'rows'} = ${accepted} accepted + ${rejected} rejected + ${duplicates} ${duplicates === 1 ? 'duplicate' : 'duplicates'}`,
})

/** A file of the sandbox with its bytes. `at`: its undated times lie before this. */
interface Outgoing extends Pick<DayFile, 'party' | 'contract' | 'mediaType'> {
  readonly bytes: Uint8Array
  readonly at?: string
}

async function submit({ client }: Stage, { party, ...submission }: Outgoing): Promise<Counts> {
  const { header } = await client(`${party}-agency`).submit(submission)
  const { rows, accepted, rejected, duplicates } = header
  return { rows, accepted: accepted.count, rejected: rejected.count, duplicates }
}

function sendersOf(files: readonly DayFile[]): Bilingual {
  const [first, second] = [...new Set(files.map(({ party }) => party))]
  return first === undefined || second !== undefined ? { zh: '双方', en: 'both sides' } : NAMES[first]
}

/** Sends made-up files of a day, and tells of them together. */
export async function sendFiles(stage: Stage, day: string, what: string, files: readonly DayFile[]): Promise<void> {
  let sum: Counts = { rows: 0, accepted: 0, rejected: 0, duplicates: 0 }
  for (const file of files) {
    const { party, contract, mediaType } = file
    const one = await submit(stage, { party, contract, mediaType, bytes: await bytesOf(file) })
    sum = {
      rows: sum.rows + one.rows,
      accepted: sum.accepted + one.accepted,
      rejected: sum.rejected + one.rejected,
      duplicates: sum.duplicates + one.duplicates,
    }
  }
  const { zh, en } = counted(sum)
  const who = sendersOf(files)
  stage.tell(
    `${chineseDay(day)} ${who.zh}报送${what} ${files.length} 份：${zh}`,
    `${day} ${who.en} sent ${files.length} ${files.length === 1 ? 'file' : 'files'}: ${en}`,
  )
}

/** Sends the sample files of a contract, each told of by itself. */
export async function sendSamples(stage: Stage, { contract, files, ready }: SeedSet): Promise<void> {
  for (const { party, file, mediaType } of files) {
    const bytes = readFileSync(join(stage.seeds, file))
    const { zh, en } = counted(await submit(stage, { party, contract, mediaType, bytes, at: ready }))
    stage.tell(`${NAMES[party].zh}报送 ${file}：${zh}`, `${NAMES[party].en} sent ${file}: ${en}`)
  }
}
