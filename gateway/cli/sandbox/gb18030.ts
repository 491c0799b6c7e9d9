/** Text → GB 18030 (GB 18030-2022): the decoder every runtime has, turned round. */

const DECODER = new TextDecoder('gb18030', { fatal: true })

type Table = ReadonlyMap<string, readonly number[]>

/** A table made the first time it is asked for. */
function once(make: () => Table): () => Table {
  let made: Table | null = null
  return () => {
    made ??= make()
    return made
  }
}

function tableOf(sequences: Iterable<readonly number[]>): Table {
  const table = new Map<string, readonly number[]>()
  for (const bytes of sequences) {
    try {
      const text = DECODER.decode(Uint8Array.from(bytes))
      if (!table.has(text)) table.set(text, bytes)
    } catch {
      // No character has these bytes.
    }
  }
  return table
}

/** A lead of 81–FE with a trail of 40–FE but 7F. */
function* pairs(): Generator<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail]
}

/** The four bytes of a place in the order of all there are. */
function four(place: number): readonly number[] {
  return [
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ]
}

/** Places of the Basic Multilingual Plane, and where the planes above it begin. */
const PLACES = { basic: 39_420, above: 189_000 } as const

function* fours(): Generator<readonly number[]> {
  for (let place = 0; place < PLACES.basic; place++) yield four(place)
}

const ofTwo = once(() => tableOf(pairs()))
const ofFour = once(() => tableOf(fours()))

function bytesOf(character: string): readonly number[] {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  if (code > 0xffff) return four(PLACES.above + code - 0x10000)
  const bytes = ofTwo().get(character) ?? ofFour().get(character)
  if (!bytes) throw new RangeError('expected text without half a surrogate pair')
  return bytes
}

/** The bytes. Throws RangeError for half a surrogate pair, which no bytes are. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap(bytesOf))
}
