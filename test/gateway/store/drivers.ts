/** Suites that hold for every SQLite driver: where one cannot be loaded they are skipped saying why, and fail when `CI` is set. */
import { describe, test } from 'vitest'
import { chooseDriver, DRIVER_NAMES, type DriverName } from '../../../gateway/store/sqlite/driver.ts'

async function whyNot(driver: DriverName): Promise<string | null> {
  try {
    await chooseDriver(driver)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A suite that needs the driver. */
export async function describeDriver(driver: DriverName, suite: () => void): Promise<void> {
  const reason = await whyNot(driver)
  if (reason === null) describe(driver, suite)
  else if (process.env.CI) {
    test(`${driver} is required in CI`, () => {
      throw new Error(`${driver} cannot be loaded: ${reason}`)
    })
  } else test.skip(`${driver} (skipped: cannot be loaded: ${reason})`, () => undefined)
}

/** A suite a driver. */
export async function describeDrivers(suite: (driver: DriverName) => void): Promise<void> {
  for (const driver of DRIVER_NAMES) await describeDriver(driver, () => suite(driver))
}
