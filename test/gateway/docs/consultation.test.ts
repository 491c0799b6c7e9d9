/** The page on consultation prints the terms as the register has them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { addWorkingDays } from '../../../adapters/standards/working-day.ts'
import { CONSULTATION_REGISTRIES, type DeadlineRule } from '../../../contracts/registry/index.ts'
import { holidayCalendar } from '../../../contracts/standards/index.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../../gateway/docs/consultation.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
const newest = CONSULTATION_REGISTRIES.at(-1)

function told({ days, count, time }: DeadlineRule): string {
  const number = count === 'working' ? `${days} working day${days === 1 ? '' : 's'}` : `${days} days`
  return `${days === 0 ? 'the same day' : number}, ${time}`
}

test('prints the deadlines, reminders and embargoes of the newest edition', () => {
  expect(page).toContain(`The edition \`${newest?.edition}\` is the product's own sample (示例)`)
  expect(rows.slice(0, 6).map((cells) => cells.slice(1, -1))).toEqual(
    newest?.products.map((one) => [
      `\`${one.id}\` ${one.title.zh}`,
      `\`${one.contract}\``,
      one.anchor.en,
      told(one.agreeBy),
      told(one.signBy),
      one.reminders.join(', '),
      String(one.embargoHours),
      one.audience,
    ]),
  )
})

test('prints the posts each side turns to', () => {
  expect(rows.slice(6, 12).map((cells) => cells.slice(1, -1))).toEqual(
    newest?.products.map(({ id, escalation }) => [`\`${id}\``, escalation.cq.zh, escalation.sc.zh]),
  )
  expect(new Set(newest?.products.map(({ withoutAgreement }) => withoutAgreement))).toEqual(new Set(['partners']))
})

test('names the calendar, its notices, and days as it counts them', () => {
  const calendar = holidayCalendar(newest?.calendar ?? '')
  expect(page).toContain(`\`${calendar?.slug}\` (\`GET /v1/standards/${calendar?.slug}\`)`)
  for (const { year, notice } of calendar?.years ?? []) expect(page).toContain(`${year} (${notice.number})`)
  expect([addWorkingDays('2026-02-13', 1), addWorkingDays('2026-02-13', 2)]).toEqual(['2026-02-14', '2026-02-24'])
})
