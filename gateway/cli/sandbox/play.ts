/** Plays both sides over real signed HTTP: key lists, contracts and registers, native files, bulletin, two signatures. A step already taken is left alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { REGISTRIES } from '../../../contracts/registry/index.ts'
import { PARTIES, type PartyId } from '../../../contracts/types.ts'
import { SEEDS, type SeedSet } from '../../../seeds/all.ts'
import { WEEK } from '../../../seeds/parties.ts'
import { type Client, createClient } from '../../client/client.ts'
import type { Gateway } from '../../gateway.ts'
import { assembleDocument, signDocument } from '../../identity/document.ts'
import { KEY_LIST_TYP } from '../../identity/keys.ts'
import type { SandboxKeys } from './keys.ts'

/** Where a step is told: what was done, in both languages. */
export type Tell = (zh: string, en: string) => void

/** The gateway to play against, both sides’ keys, and where to tell of it. */
export interface PlayOptions {
  readonly gateway: Gateway
  readonly keys: SandboxKeys
  /** The folder of the sample files. */
  readonly seeds: string
  readonly tell: Tell
}

const NAMES: Readonly<Record<PartyId, { zh: string; en: string }>> = {
  cq: { zh: '重庆', en: 'Chongqing' },
  sc: { zh: '四川', en: 'Sichuan' },
}

async function enrol({ gateway, keys, tell }: PlayOptions, client: Client, party: PartyId): Promise<void> {
  if (gateway.standing.keys().lists.has(party)) return
  const listed = keys.holders
    .filter((holder) => holder.party === party)
    .map(({ agency, operator, roles, key: { alg, jwk, kid } }) => ({
      agency,
      alg,
      jwk,
      kid,
      operator,
      roles,
      status: 'active',
    }))
  const issued = `${new Date(gateway.now()).toISOString().slice(0, 19)}Z`
  const list = canonical({ edition: 1, issued, keys: listed, party, previous: null })
  await client.putKeys(assembleDocument(list, [signDocument(list, { ...keys.roots[party], typ: KEY_LIST_TYP })]))
  tell(
    `${NAMES[party].zh}以根密钥登记了 ${listed.length} 个密钥`,
    `${NAMES[party].en} enrolled ${listed.length} keys under its root`,
  )
}

async function agree({ gateway, tell }: PlayOptions, clients: (name: string) => Client): Promise<void> {
  const { standing } = gateway
  for (const contract of CONTRACTS) {
    for (const party of PARTIES) {
      const { document } = standing.contracts().find((one) => one.contract === contract) ?? {}
      if (document?.signatures.some((signature) => signature.party === party)) continue
      const { status } = await clients(`${party}-signatory`).signContract(contract)
      tell(
        `${NAMES[party].zh}签署契约 ${contract.id} ${contract.version}${status === 'in-force' ? '，契约生效' : ''}`,
        `${NAMES[party].en} signed the contract ${contract.id} ${contract.version}${status === 'in-force' ? '; it is in force' : ''}`,
      )
    }
  }
  for (const register of REGISTRIES) {
    for (const party of PARTIES) {
      const document = standing.document(`registry/${register.id}/${register.edition}`)
      if (document?.signatures.some((signature) => signature.party === party)) continue
      await clients(`${party}-signatory`).signRegistry(register)
      tell(
        `${NAMES[party].zh}签署${register.title.zh} ${register.edition}`,
        `${NAMES[party].en} signed the register “${register.title.en}” ${register.edition}`,
      )
    }
  }
}

/** Whether anything has been sent under a contract. */
async function isSent({ gateway }: PlayOptions, { contract }: SeedSet): Promise<boolean> {
  return (await gateway.store.records({ dataset: contract, limit: 1 })).length > 0
}

async function send(
  { seeds, tell }: PlayOptions,
  { contract, files }: SeedSet,
  clients: (name: string) => Client,
): Promise<void> {
  for (const { party, file, mediaType } of files) {
    const bytes = readFileSync(join(seeds, file))
    const { header } = await clients(`${party}-agency`).submit({
      contract,
      bytes,
      mediaType,
      at: WEEK.end,
    })
    const { rows, accepted, rejected, duplicates } = header
    tell(
      `${NAMES[party].zh}报送 ${file}：${rows} 行 = 接收 ${accepted.count} + 拒绝 ${rejected.count} + 重复 ${duplicates}`,
      `${NAMES[party].en} sent ${file}: ${rows} rows = ${accepted.count} accepted + ${rejected.count} rejected + ${duplicates} duplicates`,
    )
  }
}

async function publish({ gateway, tell }: PlayOptions, clients: (name: string) => Client): Promise<void> {
  const open = (await gateway.releases.all()).find((entry) => entry.publishedAt === null)
  const draft = open
    ? await clients('cq-operator').draft(open.bulletin.id)
    : await clients('cq-operator').consult({ period: { start: WEEK.start, end: WEEK.end } })
  if (!open) tell(`重庆提出周报 ${draft.id} 会商`, `Chongqing put the bulletin ${draft.id} on the table`)
  for (const party of PARTIES) {
    const entry = await gateway.releases.find(draft.id)
    if (entry?.document.signatures.some((signature) => signature.party === party)) continue
    const { status } = await clients(`${party}-signatory`).signRelease(draft.id, undefined, draft.digest)
    tell(
      `${NAMES[party].zh}签发${status === 'published' ? '，双方签齐，已发布' : ''}`,
      `${NAMES[party].en} signed${status === 'published' ? '; both have, and it is published' : ''}`,
    )
  }
}

/** Plays what has not been played yet; resolves with the id of the newest release. */
export async function play(options: PlayOptions): Promise<string> {
  const { gateway, keys } = options
  const open = new Map<string, Client>()
  const clients = (name: string): Client => {
    const known = open.get(name)
    if (known) return known
    const made = createClient({
      origin: gateway.config.origin,
      key: keys.holder(name).key,
      gatewayKeys: [gateway.config.gatewayKey.jwk, gateway.config.logKey.jwk],
    })
    open.set(name, made)
    return made
  }
  try {
    const published = async (): Promise<string | undefined> =>
      (await gateway.releases.all()).findLast((entry) => entry.publishedAt !== null)?.bulletin.id
    for (const party of PARTIES) await enrol(options, clients(`${party}-agency`), party)
    await agree(options, clients)
    for (const set of SEEDS) if (!(await isSent(options, set))) await send(options, set, clients)
    if ((await published()) === undefined) await publish(options, clients)
    const id = await published()
    if (id === undefined) throw new Error('the sandbox played to the end without a release')
    return id
  } finally {
    for (const client of open.values()) await client.close()
  }
}
