/** Two gateways of one origin over one PostgreSQL database, each with a folder of its own, as on two machines behind a balancer. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeConfig } from '../../../gateway/node.ts'
import { listen, openNodeGateway, type Running } from '../../../gateway/node.ts'
import { freePort } from '../../free-port.ts'
import { type RunningWorld, startWorld } from '../cli/running.ts'

/** What another machine is given of a gateway: its configuration and keys. */
export function copyFolder(world: RunningWorld, name: string): string {
  const folder = join(world.folder, name)
  for (const one of ['gateway.json', 'keys']) cpSync(join(world.data, one), join(folder, one), { recursive: true })
  return folder
}

/** The two; `other` sends to the second what is signed for the address of both. */
export interface Pair {
  readonly world: RunningWorld
  readonly folder: string
  second(): Running
  one(path: string, init?: RequestInit): Promise<Response>
  other(path: string, init?: RequestInit): Promise<Response>
  /** Stops the second, and starts it again. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Starts them. */
export async function startPair(url: string, config: Partial<NodeConfig> = {}): Promise<Pair> {
  const world = await startWorld({ config: { postgres: { url }, ...config } })
  const folder = copyFolder(world, 'second')
  const port = await freePort()
  const open = async (): Promise<Running> => listen(await openNodeGateway(folder), { port })
  let second = await open()
  return {
    world,
    folder,
    second: () => second,
    one: (path, init) => fetch(`${world.origin}${path}`, init),
    other: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    async restart() {
      await second.close()
      second = await open()
    },
    async close() {
      await second.close()
      await world.close()
    },
  }
}
