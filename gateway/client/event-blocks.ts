/** Server-sent events out of bytes as they come (WHATWG HTML §9.2.6), each with all text up to its end, which the sender's signed last word is over. Pure. */
import { localError } from './error.ts'

/** One event. `id` is the last id told, by it or before it; `retry` (ms) what it asks a reader to wait before coming back. */
export interface EventBlock {
  readonly id: string
  readonly event: string
  readonly data: string
  readonly retry: number | null
  /** The text of the stream before this block. */
  readonly before: () => string
}

/** Characters of one block, and of a stream, at most. */
const LONGEST = 1024 * 1024
const MOST = 64 * LONGEST

interface Block extends Omit<EventBlock, 'before'> {
  readonly told: boolean
}

function readBlock(text: string, last: string): Block {
  let [id, event] = [last, 'message']
  let retry: number | null = null
  const data: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id' && !value.includes('\0')) id = value
    else if (field === 'retry' && /^\d{1,9}$/.test(value)) retry = Number(value)
  }
  return { id, event, data: data.join('\n'), retry, told: data.length > 0 }
}

const END = /\r\n\r\n|\n\n|\r\r/g

/** The events; what follows the last whole block is dropped, as the standard has it. Throws ClientError `answer-malformed`. */
export async function* eventBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventBlock, void, undefined> {
  const decode = decoder()
  let [text, from, last] = ['', 0, '']
  for await (const chunk of chunks) {
    text += decode(chunk)
    // A carriage return at the very end may be half of a line's end.
    const whole = text.endsWith('\r') ? text.length - 1 : text.length
    END.lastIndex = from
    for (let end = END.exec(text); end && end.index + end[0].length <= whole; end = END.exec(text)) {
      const start = from
      from = end.index + end[0].length
      const { told, ...block } = readBlock(text.slice(start, end.index), last)
      last = block.id
      const all = text
      if (told) yield { ...block, before: () => all.slice(0, start) }
      END.lastIndex = from
    }
    if (text.length - from > LONGEST || text.length > MOST)
      throw localError('answer-malformed', 'expected events of less text')
  }
}

/** Bytes as text, a character over two chunks being one. */
function decoder(): (chunk: Uint8Array) => string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (chunk) => {
    try {
      return utf8.decode(chunk, { stream: true })
    } catch (cause) {
      throw localError('answer-malformed', 'expected UTF-8', cause)
    }
  }
}
