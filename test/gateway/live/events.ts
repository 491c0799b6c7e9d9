/** A reader of server-sent events over a real connection (WHATWG HTML §9.2.6): for tests. */

/** One event as dispatched; `id` is the last event id at that time. */
export interface Got {
  readonly id: string
  readonly event: string
  readonly data: Record<string, unknown>
}

/** An open stream. */
export interface Listening {
  readonly response: Response
  /** The next event; throws when none comes in time. */
  next(ms?: number): Promise<Got>
  /** All events until the stream ends. */
  rest(ms?: number): Promise<readonly Got[]>
  /** Everything received so far, comments too. */
  text(): string
  /** Resolves once the text matches. */
  until(pattern: RegExp, ms?: number): Promise<void>
  hangUp(): Promise<void>
}

function dispatched(block: string, last: string): { readonly got: Got | null; readonly last: string } {
  let [id, event, data] = [last, 'message', '']
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? []
    if (field === 'id') id = value
    if (field === 'event') event = value
    if (field === 'data') data += value
  }
  return { got: data === '' ? null : { id, event, data: JSON.parse(data) }, last: id }
}

/** Reads an answer that must be a stream of events. */
export function listenTo(response: Response): Listening {
  const reader = response.body?.getReader()
  if (!reader) throw new TypeError('expected a body')
  const decoder = new TextDecoder()
  let [all, read, last, over] = ['', 0, '', false]
  const waiting = new Set<() => void>()
  const events: Got[] = []
  const tell = (): void => {
    for (const one of waiting) one()
  }
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      all += decoder.decode(value, { stream: true })
      for (let end = all.indexOf('\n\n', read); end >= 0; end = all.indexOf('\n\n', read)) {
        const { got, last: id } = dispatched(all.slice(read, end), last)
        if (got) events.push(got)
        last = id
        read = end + 2
      }
      tell()
    }
  }
  void pump()
    .catch(() => undefined)
    .finally(() => {
      over = true
      tell()
    })
  const when = (holds: () => boolean, ms: number, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`no ${what} within ${ms} ms; got ${JSON.stringify(all.slice(-400))}`))
      }, ms)
      const look = (): void => {
        if (!holds()) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const listening: Listening = {
    response,
    async next(ms = 1000) {
      await when(() => events.length > 0, ms, 'event')
      const [first] = events.splice(0, 1)
      if (!first) throw new TypeError('expected an event')
      return first
    },
    async rest(ms = 1000) {
      await when(() => over, ms, 'end')
      return events.splice(0)
    },
    text: () => all,
    until: (pattern, ms = 1000) => when(() => pattern.test(all), ms, `${pattern}`),
    hangUp: () => reader.cancel(),
  }
  return listening
}
