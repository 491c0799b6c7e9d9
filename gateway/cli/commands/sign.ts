/** `chuanyu sign`: a contract or register edition, as this program holds it, proposed or signed for one side by its signatory. */
import { CONTRACTS } from '../../../contracts/index.ts'
import { canonical } from '../../../contracts/jcs.ts'
import { compareVersions } from '../../../contracts/life.ts'
import { REGISTRIES } from '../../../contracts/registry/index.ts'
import type { Bilingual } from '../../../contracts/types.ts'
import { type Client, createClient, type SigningState } from '../../client/client.ts'
import { sha256Hex } from '../../identity/digest.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { keyOption } from '../signer/signing-key.ts'
import { readArgs, readOrigin, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu sign --origin URL --key FILE contract ID[@VERSION] [--digest HEX]
            chuanyu sign --origin URL --key FILE registry ID[@EDITION] [--digest HEX]
            chuanyu sign --list

以签发人的密钥提出或签署本程序所带的契约或登记册：对方未提出就提出，已提出就签同样的字节。
先不带 --digest 运行，看清名称、版本、摘要；再带上所见摘要签署。
Proposes a contract or register that this program carries, or signs it where the other side
has proposed the same bytes, with a signatory's key. Run it without --digest first and see
what it is; then sign by the digest you saw.

  --key FILE    签发人密钥 · the signatory's key
  --digest HEX  所见的摘要 · the digest that was seen
  --list        本程序所带的契约与登记册 · what this program carries

例 examples:
  chuanyu sign --origin https://gateway.example --key signatory.jwk \\
    contract water-section-quality
  chuanyu sign --list
`

/** What can be signed: its address, its text, and how. */
interface Signable {
  readonly kind: 'contract' | 'registry'
  readonly id: string
  readonly version: string
  readonly title: Bilingual
  readonly payload: string
  sign(client: Client): Promise<SigningState>
}

const SIGNABLE: readonly Signable[] = [
  ...CONTRACTS.map(
    (one): Signable => ({
      kind: 'contract',
      id: one.id,
      version: one.version,
      title: one.title,
      payload: one.source,
      sign: (client) => client.signContract(one),
    }),
  ),
  ...REGISTRIES.map(
    (one): Signable => ({
      kind: 'registry',
      id: one.id,
      version: one.edition,
      title: one.title,
      payload: canonical(one),
      sign: (client) => client.signRegistry(one),
    }),
  ),
]

/** The one named; without a version the newest. Throws UsageError. */
function signable(kind: string | undefined, named: string | undefined): Signable {
  const [id = '', version] = (named ?? '').split('@', 2)
  const found = SIGNABLE.filter(
    (one) => one.kind === kind && one.id === id && (version === undefined || one.version === version),
  ).toSorted((a, b) => (a.kind === 'contract' ? compareVersions(a.version, b.version) : a.version < b.version ? -1 : 1))
  const last = found.at(-1)
  if (!last)
    throw new UsageError(`没有 ${kind ?? ''} ${named ?? ''}；见 --list · no such contract or registry; see --list`)
  return last
}

const line = (one: Signable): string =>
  `${one.kind} ${one.id}@${one.version}  ${sha256Hex(one.payload)}  ${one.title.zh} · ${one.title.en}\n`

/** `sign`. */
export const signCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      origin: { type: 'string' },
      key: { type: 'string' },
      digest: { type: 'string' },
      list: { type: 'boolean' },
    })
    if (values.list) {
      for (const one of SIGNABLE) await io.out(line(one))
      return EXIT.ok
    }
    const [kind, named, ...more] = positionals
    if (more.length > 0) throw new UsageError(`多余的参数 · unexpected argument: ${more.join(' ')}`)
    const one = signable(kind, named)
    const digest = sha256Hex(one.payload)
    if (values.digest === undefined) {
      await io.out(line(one))
      io.err(`尚未签署；读过原文后加上 · not signed yet; read it, then add --digest ${digest}\n`)
      return EXIT.ok
    }
    if (values.digest !== digest)
      throw new UsageError(`--digest 不是本程序所带的文本 · is not of the text this program carries: ${digest}`)
    const origin = readOrigin(required(values.origin, 'origin'))
    const client = createClient({ origin, key: keyOption(required(values.key, 'key')) })
    try {
      const { status } = await one.sign(client)
      await io.out(`${JSON.stringify({ kind: one.kind, id: one.id, version: one.version, digest, status })}\n`)
      io.err(
        status === 'in-force'
          ? '✓ 双方已签，生效 · signed by both\n'
          : '✓ 已提出，待对方签署 · proposed; the other side is to sign\n',
      )
      return EXIT.ok
    } finally {
      await client.close()
    }
  },
}
