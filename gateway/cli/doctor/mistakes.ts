/** Why a signature does not hold, found by trying: what programs are known to sign in place of the right text. */
import { createHash } from 'node:crypto'
import { ALGORITHMS } from '../../identity/algorithms.ts'
import type { HttpMessage } from '../../identity/components.ts'
import type { ImportedPublicKey } from '../../identity/jwk.ts'
import { type SignatureInput, signatureBase } from '../../identity/message-signature.ts'
import { rawFromDer } from '../signer/der.ts'
import { type Finding, wrong } from './finding.ts'

/** A signature that does not hold, and what it should be over. */
export interface Failed {
  readonly message: HttpMessage
  readonly input: SignatureInput
  readonly key: ImportedPublicKey
  readonly signature: Uint8Array
  readonly base: string
}

interface Guess {
  readonly zh: string
  readonly en: string
  readonly bytes: () => Uint8Array
  readonly signature?: Uint8Array
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Other addresses that a program may have taken for the target. */
function otherTargets(uri: string): readonly (readonly [string, string, string])[] {
  if (!URL.canParse(uri)) return []
  const { protocol, host, pathname, search } = new URL(uri)
  const bare = uri.slice(0, uri.length - search.length)
  const other = protocol === 'https:' ? 'http:' : 'https:'
  return [
    [`协议写成了 ${other}`, `the scheme was ${other}`, uri.replace(/^https?:/, other)],
    ['漏了查询串', 'the query was left out', bare],
    ['只写了路径', 'only the path was written', `${pathname}${search}`],
    ['只写了路径且漏了查询串', 'only the path was written, without the query', pathname],
    ['路径末尾多了斜杠', 'the path had a slash at its end', `${bare}/${search}`],
    ['路径末尾少了斜杠', 'the path lacked its slash at the end', bare.replace(/\/$/, '') + search],
    ['写了默认端口', 'the default port was written', uri.replace(host, `${host}:${protocol === 'https:' ? 443 : 80}`)],
    ['写成解码后的中文', 'the address was written decoded', tryDecode(uri)],
  ]
}

function tryDecode(uri: string): string {
  try {
    return Buffer.from(decodeURIComponent(uri), 'utf8').toString('latin1')
  } catch {
    return uri
  }
}

function guesses({ message, input, key, signature, base }: Failed): readonly Guess[] {
  const over = (zh: string, en: string, text: string): Guess => ({ zh, en, bytes: () => latin1(text) })
  const baseWith = (changed: Partial<HttpMessage>): string => signatureBase({ ...message, ...changed }, input)
  const type = message.header('content-type') ?? ''
  const header = (name: string, value: string) => (asked: string) => (asked === name ? value : message.header(asked))
  const raw = key.alg === 'ed25519' ? undefined : rawFromDer(Buffer.from(signature))
  return [
    ...otherTargets(message.targetUri ?? '').map(([zh, en, targetUri]) =>
      over(`@target-uri ${zh}`, `@target-uri: ${en}`, baseWith({ targetUri })),
    ),
    over('@method 写成了小写', '@method was in lower case', baseWith({ method: (message.method ?? '').toLowerCase() })),
    over(
      'content-type 漏了参数',
      'content-type was without its parameters',
      baseWith({ header: header('content-type', type.split(';')[0]?.trim() ?? '') }),
    ),
    over(
      'content-type 写成了小写',
      'content-type was in lower case',
      baseWith({ header: header('content-type', type.toLowerCase()) }),
    ),
    over('末尾多了换行', 'there was a line end at the end', `${base}\n`),
    over('换行用了 CRLF', 'lines ended in CRLF', base.replaceAll('\n', '\r\n')),
    over(
      '漏了 @signature-params 一行',
      'the line @signature-params was left out',
      base.slice(0, base.lastIndexOf('\n')),
    ),
    over('组件名没有引号', 'component names were without quotes', base.replace(/^"([^"]+)":/gm, '$1:')),
    {
      zh: '签的是签名基串的 SHA-256，而不是签名基串',
      en: 'the SHA-256 of the base was signed in place of the base',
      bytes: () => createHash('sha256').update(latin1(base)).digest(),
    },
    ...(raw
      ? [
          {
            zh: '签名是 DER 编码，应为 r‖s 各 32 字节',
            en: 'the signature is in DER; it must be r‖s of 32 bytes each',
            bytes: () => latin1(base),
            signature: raw,
          },
        ]
      : []),
  ]
}

/** What was most likely signed. Each guess is held against the signature itself, so that what is told is so. */
export function likelyMistake(failed: Failed): Finding {
  const { key, signature } = failed
  const found = guesses(failed).find((one) => {
    try {
      return ALGORITHMS[key.alg].verify(key.publicKey, one.bytes(), one.signature ?? signature)
    } catch {
      return false
    }
  })
  if (!found)
    return wrong(
      '签名不成立，常见的错法都不是',
      'the signature does not hold, and none of the usual mistakes explains it',
      '逐字节对照下面的签名基串，并确认私钥与公钥是一对',
      'compare the text below byte by byte, and see that the private key belongs to the public one',
    )
  return wrong(
    `签名不成立：${found.zh}`,
    `the signature does not hold: ${found.en}`,
    '改为下面的签名基串',
    'sign the text below',
  )
}
