/** What is said at the start where the store cannot have its usual driver. */
import { sqliteDriver } from '../store/sqlite/driver.ts'

/** A line for stderr; empty where the driver is the usual one, or was asked for. */
export async function driverNote(): Promise<string> {
  const { name, why } = await sqliteDriver()
  return why === null
    ? ''
    : `存储驱动 ${name}：sqlite3 无法加载（${why}）· store driver ${name}: sqlite3 cannot be loaded (${why})\n`
}
