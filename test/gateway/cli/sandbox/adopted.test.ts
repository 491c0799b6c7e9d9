/** A folder that an earlier version of the sandbox has filled: it keeps what it has, and is given what waits today. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signDocuments } from '../../../../gateway/cli/sandbox/documents.ts'
import { sendSamples } from '../../../../gateway/cli/sandbox/send.ts'
import { openStage } from '../../../../gateway/cli/sandbox/stage.ts'
import { look } from '../../../../gateway/cli/sandbox/table.ts'
import { SEEDS } from '../../../../seeds/all.ts'
import { peopleOf, WEEK } from '../../../../seeds/parties.ts'
import { MINUTES, openSandbox, type SandboxFolder, sandboxFolder } from './open-sandbox.ts'

const OPENED = Date.parse('2026-11-25T18:00:00+08:00')
const OLD = new Set(['agency', 'operator', 'reviewer', 'signatory'])

let folder: SandboxFolder
beforeAll(() => {
  folder = sandboxFolder()
})
afterAll(() => folder.remove())

/** As it was: four keys a side, some of the samples, one bulletin, and no journal. */
async function fill(): Promise<void> {
  const sandbox = await openSandbox(folder, OPENED)
  const { keys } = folder
  const holders = keys.holders.filter(({ name, party }) => OLD.has(name.slice(party.length + 1)))
  const stage = openStage({ ...sandbox.stage, keys: { ...keys, holders } })
  await signDocuments(stage)
  for (const set of SEEDS.filter(({ contract }) => contract !== 'air-warning')) await sendSamples(stage, set)
  const { operator } = peopleOf('cq', 'water')
  const { id } = await stage.client(operator).consult({ period: { start: WEEK.start, end: WEEK.end } })
  for (const party of ['cq', 'sc'] as const) await stage.client(peopleOf(party, 'water').reviewer).agree(id)
  for (const party of ['cq', 'sc'] as const) await stage.client(peopleOf(party, 'water').signatory).signRelease(id)
  await stage.close()
  await sandbox.close()
}

test(
  'new keys come by the next list, nothing is sent again, and tomorrow’s forecast is on the table',
  async () => {
    await fill()
    const sandbox = await openSandbox(folder, OPENED + 15 * 60 * MINUTES)
    try {
      expect(await sandbox.play()).toBe('weekly-water-2026-11-09')
      expect(sandbox.skipped).toEqual([])
      const { standing } = sandbox.running.gateway
      for (const party of ['cq', 'sc'] as const) expect(standing.keys().lists.get(party)?.edition).toBe(2)
      const sent = sandbox.told.filter((told) => /^\w+ sent \w+\//.test(told))
      // The one contract that is new to it.
      expect(sent).toHaveLength(5)
      for (const told of sent) expect(told).toContain('/air-warning-')
      const seen = await look(sandbox.stage.client('cq-air-operator'), 'daily-air-2026-11-26')
      expect([seen.status, seen.objections.length]).toEqual(['open', 1])
      expect(seen.cells.filter(({ loud }) => loud).length).toBeGreaterThanOrEqual(5)
    } finally {
      await sandbox.close()
    }
    const again = await openSandbox(folder, OPENED + 16 * 60 * MINUTES)
    expect(await again.play()).toBe('weekly-water-2026-11-09')
    expect([again.told, again.skipped, again.sent()]).toEqual([[], [], 0])
    await again.close()
  },
  3 * MINUTES,
)
