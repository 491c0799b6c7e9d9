/** A played week for the tests of bundles: copies, a correction, a file sent again within another, records outside the period. */
import { csv, type World } from './world.ts'

/** A time in the week from Monday 2 November 2026. */
export function on(day: number, hour: number): string {
  return `2026-11-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:00`
}

/** Five submissions of both sides, 16 records accepted, 11 of them current in the week. */
export async function playWeek(world: World): Promise<void> {
  await world.submit(
    'cq',
    csv([
      ['朱沱', on(2, 4), '2.1'],
      ['朱沱', on(2, 8), '2.2'],
      ['晒网坝', on(2, 4), '1.9'],
      // The end of the week before: not of this one.
      ['晒网坝', on(2, 0), '1.8'],
    ]),
  )
  await world.submit(
    'sc',
    csv([
      ['金子', on(2, 4), '3.1'],
      ['金子', on(2, 8), '3.2'],
      // A copy of the other side's section that agrees, and one that does not.
      ['朱沱', on(2, 4), '2.1'],
      ['朱沱', on(2, 8), '2.9'],
    ]),
  )
  // The first row is as before, so that it stays with the first submission; the second corrects.
  await world.submit(
    'cq',
    csv([
      ['朱沱', on(2, 4), '2.1'],
      ['朱沱', on(2, 8), '2.4'],
      ['朱沱', on(2, 12), '2.5'],
    ]),
  )
  await world.submit('cq', csv([['晒网坝', on(9, 4), '1.7']]))
  await world.submit(
    'sc',
    csv([
      ['金子', on(5, 4), '3.3'],
      ['金子', on(5, 8), '3.4'],
      ['金子', on(8, 24), '3.5'],
      ['金子', on(9, 4), '3.6'],
    ]),
  )
}
