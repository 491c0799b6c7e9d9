/** `chuanyu keygen`: a key pair; the private half stays in a file of its owner, the public half goes to stdout (RFC 7517). */
import { ALGORITHMS, type AlgorithmName } from '../../identity/algorithms.ts'
import { generateKey } from '../../identity/jwk.ts'
import { writeKey } from '../../key-file.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { noFiles, readArgs, required, UsageError } from '../usage.ts'

const help = `用法 usage: chuanyu keygen [--alg ed25519|ecdsa-p256-sha256] --out FILE

生成密钥对：私钥写入 FILE（仅本人可读，不覆盖已有文件），kid 与公钥 JWK 写到标准输出。
Makes a key pair: the private key goes to FILE (readable by its owner alone, never
overwritten), its kid and public JWK to stdout.

  --alg ALG    ed25519（默认 default）、ecdsa-p256-sha256
  --out FILE   私钥文件 · file of the private key

例 examples:
  chuanyu keygen --out agency.jwk
  chuanyu keygen --alg ecdsa-p256-sha256 --out signatory.jwk > signatory.public.json
`

function readAlgorithm(value: string): AlgorithmName {
  const found = Object.values(ALGORITHMS).find(({ name }) => name === value)
  if (!found) throw new UsageError(`--alg 应为 ${Object.keys(ALGORITHMS).join('、')} · got ${value}`)
  return found.name
}

/** `keygen`. A file that is there already ends it with a conflict. */
export const keygenCommand: Command = {
  help,
  async run(args, io) {
    const { values, positionals } = readArgs(args, { alg: { type: 'string' }, out: { type: 'string' } })
    noFiles(positionals)
    const alg = readAlgorithm(values.alg ?? 'ed25519')
    const file = required(values.out, 'out')
    const { kid, privateJwk, publicJwk } = generateKey(alg)
    try {
      writeKey(file, privateJwk)
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
      io.err(
        `✗ 文件已存在，未覆盖 · the file exists and was not overwritten\n  在 where  ${file}\n  改 fix    另选文件名 · choose another name\n`,
      )
      return EXIT.conflict
    }
    await io.out(`${JSON.stringify({ kid, alg, jwk: publicJwk })}\n`)
    return EXIT.ok
  },
}
