/** Frames → messages: the packets of a split one joined by station, command and request number, however they lie in the file. */
import type { RowFault } from '../types.ts'
import { repeatedItem, wrongField, wrongPacket } from './hj212-fault.ts'
import type { Frame } from './hj212-frame.ts'

/** What one station said of one time; `row` is the line of its first frame. */
export interface Message extends Pick<Frame, 'row' | 'version' | 'st' | 'cn' | 'mn' | 'items'> {
  readonly time: string
}

interface Split {
  readonly count: number
  readonly frames: Map<number, Frame>
  /** Packets that contradict one taken before. */
  readonly odd: Frame[]
}

/**
 * Every frame begins a message, continues one, or is a fault. The packets of a split message that share a time are one message; a
 * packet without a time has that of the packet before it; a packet sent again word for word continues. One packet missing is a
 * fault of all the others.
 */
export function joinFrames(frames: readonly Frame[]): { messages: Message[]; faults: RowFault[] } {
  const messages: Message[] = []
  const faults: RowFault[] = []
  const splits: Split[] = []
  const latest = new Map<string, Split>()
  for (const frame of frames) {
    const { packet, time } = frame
    if (packet === null) {
      messages.push({ ...frame, time: time ?? '' })
      continue
    }
    const id = [frame.version, frame.st, frame.cn, frame.mn, frame.qn, packet.count].join(' ')
    let split = latest.get(id)
    const before = split?.frames.get(packet.no)
    if (before !== undefined && sameFrame(before, frame)) continue
    if (split === undefined || (before !== undefined && split.frames.size === split.count)) {
      split = { count: packet.count, frames: new Map(), odd: [] }
      splits.push(split)
      latest.set(id, split)
    }
    if (split.frames.has(packet.no)) split.odd.push(frame)
    else split.frames.set(packet.no, frame)
  }
  for (const split of splits) {
    const joined = join(split)
    if (Array.isArray(joined)) messages.push(...joined)
    else for (const { row } of [...split.frames.values(), ...split.odd]) faults.push(joined(row))
  }
  messages.sort((a, b) => a.row - b.row)
  return { messages, faults }
}

/** The messages of a split one, or what is wrong with each of its frames. */
function join({ count, frames, odd }: Split): Message[] | ((row: number) => RowFault) {
  if (odd.length > 0) {
    const no = String(odd[0]?.packet?.no)
    return (row) =>
      wrongPacket(row, no, `第 ${no} 包收到两份且内容不同`, `packet ${no} came twice, with different content`)
  }
  if (frames.size < count) {
    let missing = 1
    while (frames.has(missing)) missing += 1
    const more = count - frames.size - 1
    return (row) =>
      wrongPacket(
        row,
        String(missing),
        `共 ${count} 包，缺第 ${missing} 包${more > 0 ? `等 ${more + 1} 包` : ''}`,
        `of ${count} packets ${missing}${more > 0 ? ` and ${more} more are` : ' is'} missing`,
      )
  }
  const byTime = new Map<string, Message & { readonly items: Map<string, string> }>()
  let time: string | null = null
  for (let no = 1; no <= count; no += 1) {
    const frame = frames.get(no)
    time = frame?.time ?? time
    if (frame === undefined || time === null)
      return (row) => wrongField(row, 'DataTime', '首包缺失', 'missing in the first packet')
    const known = byTime.get(time)
    if (known === undefined) {
      byTime.set(time, { ...frame, time, items: new Map(frame.items) })
      continue
    }
    for (const [name, value] of frame.items) {
      if ((known.items.get(name) ?? value) !== value) return (row) => repeatedItem(row, name)
      known.items.set(name, value)
    }
    if (frame.row < known.row) byTime.set(time, { ...known, row: frame.row })
  }
  return [...byTime.values()]
}

function sameFrame(a: Frame, b: Frame): boolean {
  if (a.time !== b.time || a.items.size !== b.items.size) return false
  for (const [name, value] of a.items) if (b.items.get(name) !== value) return false
  return true
}
