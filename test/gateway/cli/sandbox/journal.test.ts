/** The journal of a play: what it says is what was written, over as many openings as there are. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openJournal } from '../../../../gateway/cli/sandbox/journal.ts'
import { newFolder } from '../../../e2e/sandbox.ts'

const folder = newFolder()
afterAll(() => folder.remove())
const [FROM, TO] = [Date.parse('2026-10-27T05:00:00Z'), Date.parse('2026-11-26T05:00:00Z')]

test('of a play that was broken off tells where its past begins, until it is played to its end', () => {
  const file = join(folder.path, 'played.txt')
  expect(openJournal(file).read()).toEqual({ cues: new Set(), brokenOff: null, until: null })
  openJournal(file).begin(FROM)
  openJournal(file).played('samples/air-forecast')
  expect(openJournal(file).read()).toEqual({
    cues: new Set(['samples/air-forecast']),
    brokenOff: FROM,
    until: null,
  })
  openJournal(file).end(TO)
  openJournal(file).begin(TO)
  openJournal(file).played('duty')
  expect(openJournal(file).read()).toEqual({
    cues: new Set(['samples/air-forecast', 'duty']),
    brokenOff: TO,
    until: TO,
  })
  openJournal(file).end(TO + 1)
  expect(openJournal(file).read()).toMatchObject({ brokenOff: null, until: TO + 1 })
})

test('with half a line at its end, as a stopped machine leaves it, is read as far as it goes', () => {
  const file = join(folder.path, 'half.txt')
  openJournal(file).begin(FROM)
  appendFileSync(file, 'play')
  expect(openJournal(file).read()).toEqual({ cues: new Set(), brokenOff: FROM, until: null })
})
