/** A package as it arrives: its first line before anything else of it is kept, so that nobody without a registered key makes the gateway hold more. */
import { Problem } from '../errors/problem.ts'

/** A body read in two steps. Both throw Problem `body-too-large`, `truncated`. */
export interface Arriving {
  /** The bytes before the first line break, at most so many. */
  line(most: number): Promise<Uint8Array>
  /** All that follows, at most so many. */
  rest(most: number): Promise<Uint8Array>
  /** Reads what is left, at most so many bytes, and keeps none of it: who is still sending hears an answer only then. */
  pass(most: number): Promise<void>
}

const BREAK = 0x0a

function tooLarge(most: number): Problem {
  return new Problem('body-too-large', {
    detail: { zh: `至多 ${most} 字节`, en: `expected at most ${most} bytes` },
  })
}

/** The body of a request, nothing of it read yet. */
export function arriving(request: Request): Arriving {
  const reader = request.body?.getReader()
  let waiting = new Uint8Array()
  let ended = reader === undefined

  async function more(): Promise<Uint8Array | null> {
    if (waiting.length > 0) {
      const chunk = waiting
      waiting = new Uint8Array()
      return chunk
    }
    if (ended) return null
    try {
      const next = await reader?.read()
      if (next?.value !== undefined) return next.value
    } catch {
      ended = true
      throw new Problem('truncated')
    }
    ended = true
    return null
  }

  return {
    async line(most) {
      const chunks: Uint8Array[] = []
      let size = 0
      for (let chunk = await more(); chunk !== null; chunk = await more()) {
        const end = chunk.indexOf(BREAK)
        const part = end < 0 ? chunk : chunk.subarray(0, end)
        size += part.length
        chunks.push(part)
        if (size > most) throw tooLarge(most)
        if (end >= 0) {
          waiting = chunk.slice(end + 1)
          break
        }
      }
      return Buffer.concat(chunks)
    },
    async rest(most) {
      const chunks: Uint8Array[] = []
      let size = 0
      for (let chunk = await more(); chunk !== null; chunk = await more()) {
        size += chunk.length
        if (size > most) throw tooLarge(most)
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    },
    async pass(most) {
      let size = 0
      try {
        for (let chunk = await more(); chunk !== null && size <= most; chunk = await more()) size += chunk.length
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    },
  }
}
