/** A correction as both sides make one: a figure sent again, a draft that names the release it corrects, two signatures. */
import { join } from 'node:path'
import { type Client, createClient } from '../../gateway/client/client.ts'
import { readKey } from '../../gateway/key-file.ts'
import { readRelease } from './read-release.ts'

/** Which release to correct, and in whose words. `data` is the sandbox's data folder, with both sides' keys. */
export interface CorrectionOptions {
  readonly origin: string
  readonly data: string
  readonly release: string
  readonly reason: string
}

const HEAD = '断面名称,监测时间,pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L)'

/** Publishes a correction; resolves with its id. */
export async function correct({ origin, data, release, reason }: CorrectionOptions): Promise<string> {
  const open: Client[] = []
  const as = (name: string): Client => {
    const client = createClient({ origin, key: readKey(join(data, 'sandbox', `${name}.jwk`)) })
    open.push(client)
    return client
  }
  try {
    const { release: bulletin } = await readRelease(origin, release)
    const section = bulletin.sections.find((one) => one.party === 'cq' && one.means.codMn !== undefined)
    if (!section) throw new TypeError('expected a section of Chongqing with figures')
    const row = `${section.name},2026-11-12 08:00,7.8,8.6,14.5,0.12,0.05`
    await as('cq-agency').submit({
      contract: 'water-section-quality',
      bytes: Buffer.from(`${HEAD}\n${row}\n`),
      mediaType: 'text/csv',
    })
    const { id } = await as('sc-operator').consult({ period: bulletin.period, corrects: release, reason })
    for (const party of ['sc', 'cq']) await as(`${party}-reviewer`).agree(id)
    for (const party of ['sc', 'cq']) await as(`${party}-signatory`).signRelease(id)
    return id
  } finally {
    for (const client of open) await client.close()
  }
}
