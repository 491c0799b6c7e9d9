/** A store whose register has moved on: files read under one edition, then another edition in force with a section gone, one new and one changed. */
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { SECTIONS_2026_11, type SectionRegistry } from '../../../contracts/registry/index.ts'
import { PARTIES } from '../../../contracts/types.ts'
import { openDatabase } from '../../../gateway/store/sqlite/database.ts'
import { CONTRACT, file, largeFile } from './audit-store.ts'
import { type RunningWorld, startWorld } from './running.ts'

const NEW = '示例新断面'

/** The next edition: 晒网坝 is taken out, 示例新断面 put in its place, 朱沱 gets another target. */
export const NEXT_EDITION: SectionRegistry = {
  ...SECTIONS_2026_11,
  edition: '2026-12',
  sections: SECTIONS_2026_11.sections.map((section) => {
    if (section.id === 'cq-晒网坝') return { ...section, id: `cq-${NEW}`, name: NEW, aliases: [], mn: null }
    return section.id === 'cq-朱沱' ? { ...section, target: 3 } : section
  }),
}

/** What each submission is, in the order they were sent. */
export interface ReplayWorld {
  readonly world: RunningWorld
  /** Of three rows of Chongqing's, one of a section that only the next edition knows. */
  readonly first: string
  /** The same file with two values corrected: its first record adds no revision. */
  readonly corrected: string
  /** One more value corrected; of the section that will be gone it says what stands already. */
  readonly third: string
  /** One row, of the section that will be gone. */
  readonly sole: string
  /** Sichuan's, of a section that is the same in both editions; its original lies in the evidence folder. */
  readonly large: string
}

/** Stopped when it is returned. */
export async function replayWorld(): Promise<ReplayWorld> {
  const world = await startWorld()
  const { sides } = world
  const send = async (party: 'cq' | 'sc', bytes: Uint8Array): Promise<string> => {
    const { id } = await world.client(sides[party].agency).submit({ contract: CONTRACT, bytes, mediaType: 'text/csv' })
    return id
  }
  const rows = (codMn: string) =>
    file(
      ['朱沱', '2025-11-04 08:00', '1.1'],
      ['晒网坝', '2025-11-04 08:00', codMn],
      [NEW, '2025-11-04 08:00', '1.3'],
      ['寸滩', '2025-11-04 08:00', codMn],
    )
  const first = await send('cq', rows('1.9'))
  const corrected = await send('cq', rows('2.2'))
  const third = await send(
    'cq',
    file(
      ['朱沱', '2025-11-04 08:00', '1.2'],
      ['晒网坝', '2025-11-04 08:00', '2.2'],
      ['寸滩', '2025-11-04 08:00', '2.2'],
    ),
  )
  const sole = await send('cq', file(['晒网坝', '2025-11-05 08:00', '1.8']))
  const large = await send('sc', largeFile())
  for (const party of PARTIES) await world.client(sides[party].signatory).signRegistry(NEXT_EDITION)
  await world.stop()
  return { world, first, corrected, third, sole, large }
}

/** A copy of the world's data folder, its database changed by SQL. */
export async function changedData({ world }: ReplayWorld, sql: string): Promise<string> {
  const folder = mkdtempSync(join(world.folder, 'changed-'))
  cpSync(world.data, folder, { recursive: true })
  const db = await openDatabase(join(folder, 'chuanyu.sqlite'))
  await db.exec(`PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; ${sql}`)
  await db.close()
  return folder
}
