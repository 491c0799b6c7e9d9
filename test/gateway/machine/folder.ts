/** A data folder ready for production, and a running world given another configuration. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCommented } from '../../../gateway/machine/commented.ts'
import { initialise, type NodeConfig } from '../../../gateway/node.ts'
import { type RunningWorld, testKey } from '../cli/running.ts'

/** A folder with a gateway in it, fit for production unless `change` makes it otherwise. */
export function productionFolder(change: Readonly<Record<string, unknown>> = {}): {
  readonly data: string
  readonly config: NodeConfig
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), 'chuanyu-production-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const config: NodeConfig = {
    origin: 'https://gateway.test',
    log: 'gateway.test/log',
    sandbox: false,
    contact: 'mailto:security@gateway.test',
    roots: { cq: testKey().jwk, sc: testKey().jwk },
  }
  initialise(data, config)
  writeConfig(data, { ...config, ...change })
  return { data, config, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Writes `gateway.json`; members that are undefined are left out. */
export function writeConfig(data: string, config: object): void {
  writeFileSync(join(data, 'gateway.json'), JSON.stringify(config))
}

/** Stops a world, gives it these members beside or in place of its own, and starts it again. */
export async function configure(world: RunningWorld, members: Readonly<Record<string, unknown>>): Promise<void> {
  await world.stop()
  chmodSync(world.data, 0o700)
  const own = parseCommented(readFileSync(join(world.data, 'gateway.json'), 'utf8'))
  writeConfig(world.data, { ...Object(own), ...members })
  await world.start()
}
