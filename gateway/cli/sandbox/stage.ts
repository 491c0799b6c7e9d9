/** What a play is made with: the gateway, both sides' clients by the clock of the play, and where to tell of it. */
import type { PartyId } from '../../../contracts/types.ts'
import { type Client, createClient } from '../../client/client.ts'
import type { Gateway } from '../../gateway.ts'
import type { PlayClock } from './clock.ts'
import type { SandboxKeys } from './keys.ts'

/** Where a step is told: what was done, in both languages. */
export type Tell = (zh: string, en: string) => void

/** What to play with. */
export interface StageOptions {
  readonly gateway: Gateway
  readonly keys: SandboxKeys
  readonly clock: PlayClock
  /** The folder of the sample files. */
  readonly seeds: string
  readonly tell: Tell
  /** Told of what could not be played. */
  readonly skip: Tell
}

/** An open stage. */
export interface Stage extends StageOptions {
  /** The gateway as a holder sees it, over signed HTTP. */
  client(name: string): Client
  /** Closes the clients. */
  close(): Promise<void>
}

/** Something that happens at its time: `id` is kept, so that it is not played twice. */
export interface Cue {
  readonly at: number
  readonly id: string
  /** Played only where that one was. */
  readonly after?: string
  /** Whether it makes sense long after its time. */
  readonly late?: boolean
  /** False when there was nothing to do. */
  run(stage: Stage): Promise<boolean>
}

/** The sides, as the sandbox names them. */
export const NAMES: Readonly<Record<PartyId, { readonly zh: string; readonly en: string }>> = {
  cq: { zh: '重庆', en: 'Chongqing' },
  sc: { zh: '四川', en: 'Sichuan' },
}

/** Opens one. */
export function openStage(options: StageOptions): Stage {
  const { gateway, keys, clock } = options
  const open = new Map<string, Client>()
  return {
    ...options,
    client(name) {
      const known = open.get(name)
      if (known) return known
      const made = createClient({
        origin: gateway.config.origin,
        key: keys.holder(name).key,
        gatewayKeys: [gateway.config.gatewayKey.jwk, gateway.config.logKey.jwk],
        now: clock.now,
      })
      open.set(name, made)
      return made
    },
    async close() {
      for (const client of open.values()) await client.close()
    },
  }
}
