import { vi } from 'vitest'
import { describeDriver } from './drivers.ts'
import { twoGateways } from './two-gateways.ts'

vi.stubEnv('CHUANYU_SQLITE', 'sqlite3')

await describeDriver('sqlite3', () => twoGateways('sqlite3'))
