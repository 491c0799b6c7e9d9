/** The sections of a bulletin on linked pages, none heavier than 100 KB: a river at a time, in flow order. */
import type { BulletinRiver, BulletinSection, WaterBulletin } from '../../release/bulletin-types.ts'
import { type Flow, flowOf } from '../flow.ts'
import { orderedSections, riverOf } from '../order.ts'
import { drawingSize } from '../river-drawing.ts'

/** Sections that stand on one page, with the rivers they are on. Numbers start at 1. */
export interface WaterPart {
  readonly number: number
  readonly rivers: readonly BulletinRiver[]
  readonly sections: readonly BulletinSection[]
}

/** Bytes at most, with room for longer names than are known: a row of the table, a section drawn down and across, a river's card. */
const COST = { row: 1050, down: 730, across: 720, river: 420 } as const
/** Bytes for rivers and sections on a page beside its frame. */
const ROOM = 88_000

interface Piece {
  readonly river: BulletinRiver | null
  readonly sections: readonly BulletinSection[]
}

/** Its parts, none empty; every section is on exactly one. */
export function partsOf(bulletin: WaterBulletin): readonly WaterPart[] {
  const parts: WaterPart[] = []
  let room = 0
  for (const piece of bulletin.rivers.flatMap((river) => piecesOf(river, bulletin)).concat(strayPieces(bulletin))) {
    const cost = pieceCost(piece)
    const last = cost <= room ? parts.at(-1) : undefined
    if (last) {
      parts[parts.length - 1] = joined(last, piece)
      room -= cost
    } else {
      parts.push(joined({ number: parts.length + 1, rivers: [], sections: [] }, piece))
      room = ROOM - cost
    }
  }
  return parts
}

function joined({ number, rivers, sections }: WaterPart, piece: Piece): WaterPart {
  return {
    number,
    // A river that goes on is drawn as one.
    rivers: piece.river && !rivers.includes(piece.river) ? [...rivers, piece.river] : rivers,
    sections: [...sections, ...piece.sections],
  }
}

function drawingCost(flow: Flow): number {
  const size = drawingSize(flow)
  const each = COST.down + (size === 'm' || size === 'l' ? COST.across : 0)
  return COST.river + flow.nodes.length * each + flow.apart.length * COST.down
}

function pieceCost({ river, sections }: Piece): number {
  const drawn = river ? drawingCost(flowOf(river, sections)) : sections.length * COST.down
  return drawn + sections.length * COST.row
}

/** A river's sections in flow order, in as many pieces as have room on a page each. */
function piecesOf(river: BulletinRiver, bulletin: WaterBulletin): readonly Piece[] {
  const own = bulletin.sections
    .filter((section) => riverOf(bulletin, section) === river)
    .sort((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER))
  return cut(own).map((sections) => ({ river, sections }))
}

/** Sections of no river the bulletin rates. */
function strayPieces(bulletin: WaterBulletin): readonly Piece[] {
  const { transboundary, others } = orderedSections(bulletin)
  const left = [...transboundary, ...others].filter((section) => riverOf(bulletin, section) === undefined)
  return cut(left).map((sections) => ({ river: null, sections }))
}

/** So many sections of one river have room on a page, drawn across as well. */
const MOST = Math.floor((ROOM - COST.river) / (COST.row + COST.down + COST.across))

function cut(sections: readonly BulletinSection[]): readonly (readonly BulletinSection[])[] {
  const pages = Math.ceil(sections.length / MOST)
  const each = Math.ceil(sections.length / Math.max(pages, 1))
  return Array.from({ length: pages }, (_, at) => sections.slice(at * each, (at + 1) * each))
}
