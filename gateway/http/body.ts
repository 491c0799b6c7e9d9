/** A request's body within a limit, read once, whatever its declared length says. */
import { Problem } from '../errors/problem.ts'

/** Bytes of a body that nobody signed as a request: a key list, which stands on its root's signature. */
export const PUBLIC_BODY = 1024 * 1024

function tooLarge(limit: number, got: string): Problem {
  return new Problem('body-too-large', {
    detail: { zh: `正文上限 ${limit} 字节，收到 ${got}`, en: `A body may have ${limit} bytes; got ${got}` },
  })
}

/** The bytes; empty when there are none. Throws Problem `body-too-large` as soon as the limit is passed, `truncated` when the caller hangs up. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  try {
    return await readWithin(request, limit)
  } catch (error) {
    // A caller who hangs up half way is no failure of the gateway.
    throw error instanceof Problem ? error : new Problem('truncated')
  }
}

async function readWithin(request: Request, limit: number): Promise<Uint8Array> {
  if (request.method === 'GET' || request.method === 'HEAD') return new Uint8Array()
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (Number(declared) > limit) throw tooLarge(limit, declared)
    // The server holds a body to its declared length, so the fast way is safe here.
    return new Uint8Array(await request.arrayBuffer())
  }
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit, `> ${limit}`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
