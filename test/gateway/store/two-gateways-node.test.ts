import { vi } from 'vitest'
import { describeDriver } from './drivers.ts'
import { twoGateways } from './two-gateways.ts'

vi.stubEnv('CHUANYU_SQLITE', 'node')

await describeDriver('node:sqlite', () => twoGateways('node:sqlite'))
