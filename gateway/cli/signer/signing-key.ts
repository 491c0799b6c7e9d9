/** The key a command signs with: a private key in its file, or a file that names the program which has it. */

import { importPrivateJwk, type PublicJwk, type SigningKey } from '../../identity/jwk.ts'
import { readKeyFile } from '../../key-file.ts'
import { UsageError } from '../usage.ts'
import { externalSigner } from './external.ts'

/** What a command signs with, and its public half. */
export type CommandKey = SigningKey & { readonly jwk: PublicJwk }

function isCommand(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string') && value[0] !== ''
}

/** The key of a file's content. Throws IdentityError, TypeError. */
export function signingKey(content: unknown): CommandKey {
  if (typeof content !== 'object' || content === null || !('command' in content)) return importPrivateJwk(content)
  const { command, ...jwk } = content
  if (!isCommand(command)) throw new TypeError('command 应为文本数组 · expected command as an array of texts')
  return externalSigner({ jwk, command })
}

/** The key of `--key`. Throws UsageError. */
export function keyOption(file: string): CommandKey {
  try {
    return signingKey(readKeyFile(file))
  } catch (error) {
    throw new UsageError(`--key ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
