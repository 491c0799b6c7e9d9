/** `chuanyu keys`: a party's key list, read, added to and revoked from, signed by its root; in one go, or where the root has no network. */
import { readFile } from 'node:fs/promises'
import type { PartyId } from '../../../contracts/types.ts'
import { createTransport } from '../../client/transport.ts'
import type { GeneralJws } from '../../identity/document.ts'
import type { KeyList } from '../../identity/keys.ts'
import type { Command, Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { type Change, lastList, listedKey, nextList } from '../key-list.ts'
import { printableLine } from '../printable.ts'
import { publicJwkIn } from '../public-jwk.ts'
import { keyOption } from '../signer/signing-key.ts'
import { noFiles, readArgs, readOrigin, readParty, required, someFiles, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu keys show --origin URL --party cq
            chuanyu keys add --party cq --root FILE (--origin URL | --list FILE)
                         --agency NAME --role ROLE [--post POST] PUBLIC.json…
            chuanyu keys revoke --party cq --root FILE (--origin URL | --list FILE) KID…
            chuanyu keys send --origin URL LIST.json

一方的密钥清单由其根密钥签署，每版指向上一版；网关据此认人。
根密钥离线时：--list 读上一版（首版没有文件也可），新清单写到标准输出，再拿到有网处 send。
A party's key list is signed by its root, each edition naming the one before; the gateway
knows people and machines by it. With an offline root: --list reads the last edition, the
new one goes to stdout, and send takes it from where there is a network.

  --root FILE   根私钥 · the party's root private key
  --role ROLE   agency operator reviewer signatory system security audit，可重复 repeatable
  --post POST   持有人岗位；单位系统的密钥不写 · the post of its holder; none for a machine

例 examples:
  chuanyu keys add --party cq --root root.jwk --origin http://127.0.0.1:8787 \\
    --agency cq-monitoring --role agency agency.public.json
  chuanyu keys revoke --party cq --root root.jwk --list last.json KID > next.json
`

const TIMEOUT_MS = 30_000
const JOSE = 'application/jose+json'

interface Answer {
  readonly status: number
  readonly text: string
}

async function ask(origin: string, path: string, jws?: GeneralJws): Promise<Answer> {
  const transport = createTransport({ timeoutMs: TIMEOUT_MS })
  try {
    const { status, body } = await transport.send({
      method: jws ? 'POST' : 'GET',
      url: `${origin}${path}`,
      headers: jws ? { 'content-type': JOSE } : { accept: JOSE },
      ...(jws ? { body: Buffer.from(JSON.stringify(jws)) } : {}),
    })
    return { status, text: Buffer.from(body).toString('utf8') }
  } finally {
    await transport.close()
  }
}

async function listAt(origin: string, party: PartyId): Promise<unknown> {
  const { status, text } = await ask(origin, `/v1/keys/${party}`)
  if (status === 404) return null
  if (status !== 200) throw new Error(`${origin}/v1/keys/${party}: HTTP ${status}`)
  return JSON.parse(text)
}

async function listIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    // A party's first list has none before it.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function send(origin: string, jws: GeneralJws, io: Io): Promise<ExitCode> {
  const { status, text } = await ask(origin, '/v1/keys', jws)
  if (status === 201) {
    io.err('✓ 清单已入账本 · the list is in the ledger\n')
    return EXIT.ok
  }
  io.err(`✗ ${text}\n`)
  return status === 409 ? EXIT.conflict : status === 401 || status === 403 || status === 422 ? EXIT.trust : EXIT.network
}

function tell(list: Pick<KeyList, 'edition' | 'keys'>): string {
  const rows = list.keys.map(
    ({ kid, alg, agency, operator, roles, status }) =>
      `${status === 'active' ? '✓' : '✗'} ${printableLine(`${kid}  ${alg}  ${agency}  ${operator ?? '–'}  ${roles.join(',')}  ${status}`)}\n`,
  )
  return `第 ${list.edition} 版 · edition ${list.edition}\n${rows.join('')}`
}

const OPTIONS = {
  origin: { type: 'string' },
  party: { type: 'string' },
  root: { type: 'string' },
  list: { type: 'string' },
  agency: { type: 'string' },
  role: { type: 'string', multiple: true },
  post: { type: 'string' },
} as const
type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values']

async function change(values: Values, make: () => Promise<Change>, io: Io): Promise<ExitCode> {
  const party = readParty(required(values.party, 'party'))
  const root = keyOption(required(values.root, 'root'))
  const origin = values.origin === undefined ? null : readOrigin(values.origin)
  if ((origin === null) === (values.list === undefined))
    throw new UsageError('--origin 与 --list 二选一 · expected one of --origin and --list')
  const before = origin === null ? await listIn(required(values.list, 'list')) : await listAt(origin, party)
  const last = lastList(before, party, root.jwk)
  const issued = `${new Date().toISOString().slice(0, 19)}Z`
  const jws = nextList(last, await make(), { party, root, issued })
  await io.out(`${JSON.stringify(jws)}\n`)
  return origin === null ? EXIT.ok : send(origin, jws, io)
}

/** `keys`. */
export const keysCommand: Command = {
  help,
  async run([verb, ...args], io) {
    const { values, positionals } = readArgs(args, OPTIONS)
    switch (verb) {
      case 'show': {
        noFiles(positionals)
        const party = readParty(required(values.party, 'party'))
        const { status, text } = await ask(readOrigin(required(values.origin, 'origin')), `/v1/keys/${party}`)
        if (status === 404) {
          io.err('尚无清单 · no list yet\n')
          return EXIT.invalid
        }
        const jws: unknown = JSON.parse(text)
        const payload = typeof jws === 'object' && jws !== null && 'payload' in jws ? String(jws.payload) : ''
        const list: Pick<KeyList, 'edition' | 'keys'> = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
        await io.out(tell(list))
        return EXIT.ok
      }
      case 'add':
        return change(
          values,
          async () => {
            const agency = required(values.agency, 'agency')
            const how = { agency, roles: values.role ?? [], post: values.post ?? null }
            const files = someFiles(positionals)
            return {
              kind: 'add',
              keys: await Promise.all(
                files.map(async (file) => listedKey(publicJwkIn(await readFile(file, 'utf8')), how)),
              ),
            }
          },
          io,
        )
      case 'revoke':
        return change(values, async () => ({ kind: 'revoke', kids: someFiles(positionals) }), io)
      case 'send': {
        const [file = '', ...more] = someFiles(positionals)
        noFiles(more)
        return send(readOrigin(required(values.origin, 'origin')), JSON.parse(await readFile(file, 'utf8')), io)
      }
      default:
        throw new UsageError('应为 show、add、revoke 或 send · expected show, add, revoke or send')
    }
  },
}
