/** A request as a program wrote it to a file: request line, headers, an empty line, the body's bytes (RFC 9112 §2.1). Line ends may be LF. */

/** The request. `headers` by lower-case name, several lines of one joined with `, ` (RFC 9110 §5.3). */
export interface WrittenRequest {
  readonly method: string
  /** As written: a path with its query, or an absolute URL. */
  readonly target: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

function headEnd(bytes: Buffer): { readonly head: number; readonly body: number } {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { head: crlf, body: crlf + 4 }
  return lf >= 0 ? { head: lf, body: lf + 2 } : { head: bytes.length, body: bytes.length }
}

/** Reads one. Throws TypeError naming the line that is none of a request's. */
export function readWrittenRequest(bytes: Uint8Array): WrittenRequest {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { head, body } = headEnd(all)
  const [first = '', ...lines] = all.subarray(0, head).toString('latin1').split(/\r?\n/)
  const [, method, target] = /^([A-Z]+) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/.exec(first) ?? []
  if (method === undefined || target === undefined)
    throw new TypeError(`首行应为“方法 地址 HTTP/1.1” · expected a request line, got ${first.slice(0, 80)}`)
  const headers = new Map<string, string>()
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const colon = line.indexOf(':')
    if (colon <= 0) throw new TypeError(`第 ${at + 2} 行应为“名: 值” · expected a header on line ${at + 2}`)
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return { method, target, headers, body: all.subarray(body) }
}
