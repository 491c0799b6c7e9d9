/** `consult jws`: signs a text as a page shows it, to be pasted there. */
import { isCanonical } from '../../../contracts/jcs.ts'
import { PRODUCT_IDS } from '../../../contracts/registry/types.ts'
import { DOCUMENT_TYPES } from '../../documents/cosign.ts'
import { STEP_TYP } from '../../documents/step.ts'
import { Problem } from '../../errors/problem.ts'
import { SIGN_IN_TYP } from '../../identity/challenge.ts'
import { assembleDocument, signDocument } from '../../identity/document.ts'
import type { Io } from '../command.ts'
import { EXIT, type ExitCode } from '../exit.ts'
import { readSource } from '../files.ts'
import type { CommandKey } from '../signer/signing-key.ts'

/** The `typ` of a text by what it says it is; nothing else is signed. */
function typOf(value: unknown): string {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (type === 'consultation-step') return STEP_TYP
  if (type === 'sign-in') return SIGN_IN_TYP
  if (PRODUCT_IDS.some((id) => id === type)) return DOCUMENT_TYPES.release
  throw new Problem('body-invalid', { pointer: '/type', value: String(type) })
}

/** Signs a text as a page shows it. An editor's newline at the end is none of it. */
export async function jws(file: string, key: CommandKey, io: Io): Promise<ExitCode> {
  const payload = new TextDecoder('utf-8', { fatal: true }).decode(await readSource(file)).replace(/\r?\n$/, '')
  if (!isCanonical(payload)) {
    const detail = { zh: `${file} 不是规范 JSON（RFC 8785）`, en: `expected canonical JSON (RFC 8785) in ${file}` }
    throw new Problem('body-invalid', { detail })
  }
  const typ = typOf(JSON.parse(payload))
  await io.out(`${JSON.stringify(assembleDocument(payload, [signDocument(payload, { ...key, typ })]))}\n`)
  return EXIT.ok
}
