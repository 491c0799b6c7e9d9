/** The ledger as stored, from its bytes up: leaves, openings, tiles, root, checkpoint (RFC 6962 §2.1, C2SP tlog-tiles). */
import { openCheckpoint } from '../../ledger/checkpoint.ts'
import { groupCommitment } from '../../ledger/commitment.ts'
import { equalBytes, toBase64Url } from '../../ledger/encoding.ts'
import { HASH_BYTES, leafHash } from '../../ledger/hash.ts'
import { parseLeaf } from '../../ledger/leaf.ts'
import type { NoteVerifier } from '../../ledger/note.ts'
import { hashesAt, TILE_WIDTH, tileWidth } from '../../ledger/tile.ts'
import { appendLeaves, type Frontier, rootOf } from '../../ledger/tree.ts'
import type { LeafParty, LeafType, LedgerHead, StoredLeaf } from '../../ports.ts'
import { readHead, readLeaves, readTiles } from '../../store/sql/read.ts'
import type { Rows } from '../../store/sql/rows.ts'
import type { Findings } from './report.ts'

/** A leaf as its bytes say. `hash` is recomputed. */
export interface LeafFacts {
  readonly index: number
  readonly type: LeafType
  readonly party: LeafParty
  readonly actor: string
  readonly time: string
  readonly hash: Uint8Array
}

/** The ledger, recomputed. */
export interface LedgerFacts {
  readonly head: LedgerHead
  /** By index; a leaf that cannot be read is absent. */
  readonly leaves: ReadonlyMap<number, LeafFacts>
  /** The root when the tree had so many leaves; asked for in rising order it costs one pass. Undefined past the end. */
  rootAt(size: number): Uint8Array | undefined
  /** The same for another pass. */
  roots(): (size: number) => Uint8Array | undefined
}

const PAGE = 2000

function checkLeaf(leaf: StoredLeaf, lastTime: string, findings: Findings): LeafFacts | undefined {
  const where = `leaf ${leaf.index}`
  findings.looked('leaves')
  const read = findings.attempt('leaves', where, () => parseLeaf(leaf.data))
  if (!read) return undefined
  const { type, party, actor, time, commitment } = read
  const hash = leafHash(leaf.data)
  findings.expect(equalBytes(hash, leaf.hash), 'leaves', where, '散列与字节不符', 'the hash is not that of the bytes')
  const columns = type === leaf.type && party === leaf.party && time === leaf.time
  findings.expect(columns, 'leaves', where, '类型、一方或时间与字节不符', 'type, party or time differ from the bytes')
  findings.expect(time > lastTime, 'leaves', where, '时间未递增', 'the time does not rise')
  findings.looked('openings')
  const opened = findings.attempt('openings', where, () =>
    toBase64Url(groupCommitment(leaf.opening.header, leaf.opening.salt)),
  )
  if (opened !== undefined) {
    findings.expect(
      opened === commitment,
      'openings',
      where,
      '抬头与盐不合承诺',
      'header and salt do not give the commitment',
    )
  }
  return { index: leaf.index, type, party, actor, time, hash }
}

async function readAllLeaves(
  db: Rows,
  head: LedgerHead,
  findings: Findings,
): Promise<{ leaves: Map<number, LeafFacts>; hashes: Buffer }> {
  const leaves = new Map<number, LeafFacts>()
  const hashes = Buffer.alloc(head.size * HASH_BYTES)
  let next = 0
  let lastTime = ''
  for (let from = 0; from < head.size; from += PAGE) {
    for (const leaf of await readLeaves(db, from, Math.min(from + PAGE, head.size))) {
      for (; next < leaf.index; next++) findings.fault('leaves', `leaf ${next}`, '条目缺失', 'the leaf is missing')
      next = leaf.index + 1
      const facts = checkLeaf(leaf, lastTime, findings)
      hashes.set(leafHash(leaf.data), leaf.index * HASH_BYTES)
      if (!facts) continue
      leaves.set(leaf.index, facts)
      lastTime = facts.time
    }
  }
  for (; next < head.size; next++) findings.fault('leaves', `leaf ${next}`, '条目缺失', 'the leaf is missing')
  const beyond = await db.all('SELECT idx FROM leaf WHERE idx >= ? OR idx < 0 LIMIT 10', [head.size])
  for (const row of beyond) findings.fault('leaves', `leaf ${row.idx}`, '超出账本大小', 'beyond the size of the ledger')
  const lastMs = lastTime === '' ? 0 : Date.parse(lastTime)
  findings.expect(
    lastMs === head.time,
    'leaves',
    'head',
    '末条时间与账本头不符',
    "the head's time is not the last leaf's",
  )
  return { leaves, hashes }
}

/** The hashes of one level of tiles over those of the level below: one for each full tile. */
function raise(below: Buffer): Buffer {
  const bytes = TILE_WIDTH * HASH_BYTES
  const roots: Uint8Array[] = []
  for (let at = 0; at + bytes <= below.length; at += bytes) roots.push(rootOf(below.subarray(at, at + bytes)))
  return Buffer.concat(roots)
}

async function checkTiles(db: Rows, size: number, leafHashes: Buffer, findings: Findings): Promise<void> {
  let level = leafHashes
  let at = 0
  for (; hashesAt(at, size) > 0; at++) {
    const tiles = Math.ceil(hashesAt(at, size) / TILE_WIDTH)
    for (let from = 0; from < tiles; from += PAGE) {
      const to = Math.min(from + PAGE, tiles) - 1
      const stored = new Map((await readTiles(db, at, from, to)).map((tile) => [tile.index, tile.hashes]))
      for (let index = from; index <= to; index++) {
        const start = index * TILE_WIDTH * HASH_BYTES
        const expected = level.subarray(start, start + tileWidth(at, index, size) * HASH_BYTES)
        const found = stored.get(index)
        findings.looked('tiles')
        findings.expect(found !== undefined, 'tiles', `tile ${at}/${index}`, '分片缺失', 'the tile is missing')
        if (found)
          findings.expect(
            equalBytes(found, expected),
            'tiles',
            `tile ${at}/${index}`,
            '与条目散列不符',
            "not the leaves' hashes",
          )
      }
    }
    const [extra] = await db.all('SELECT count(*) AS n FROM tile WHERE level = ? AND (idx < 0 OR idx >= ?)', [
      at,
      tiles,
    ])
    findings.expect(extra?.n === 0, 'tiles', `level ${at}`, '有多余分片', 'there are tiles beyond the last')
    level = raise(level)
  }
  const [above] = await db.all('SELECT count(*) AS n FROM tile WHERE level < 0 OR level >= ?', [at])
  findings.expect(above?.n === 0, 'tiles', `level ${at}`, '有多余层级', 'there are levels above the top')
}

function rootsOf(hashes: Buffer): (size: number) => Uint8Array | undefined {
  let frontier: Frontier = []
  let grown = 0
  let root = rootOf([])
  return (size) => {
    if (!Number.isSafeInteger(size) || size < 0 || size * HASH_BYTES > hashes.length) return undefined
    if (size < grown) return rootOf(hashes.subarray(0, size * HASH_BYTES))
    if (size > grown) {
      const leafHashes = hashes.subarray(grown * HASH_BYTES, size * HASH_BYTES)
      ;({ frontier, root, size: grown } = appendLeaves({ frontier, size: grown, leafHashes }))
    }
    return root
  }
}

function checkHead(head: LedgerHead, root: Uint8Array, log: NoteVerifier, findings: Findings): void {
  if (head.size === 0) return
  findings.looked('checkpoint')
  const { checkpoint } = head
  const same = head.root !== null && equalBytes(head.root, root)
  findings.expect(same, 'checkpoint', 'head', '树根与条目不符', 'the root is not that of the leaves')
  if (!findings.expect(checkpoint !== null, 'checkpoint', 'head', '没有检查点', 'there is no checkpoint')) return
  findings.attempt('checkpoint', 'checkpoint', () => {
    const opened = openCheckpoint(checkpoint ?? '', [log], log.name)
    const agrees = opened.size === head.size && equalBytes(opened.root, root)
    findings.expect(agrees, 'checkpoint', 'checkpoint', '大小或树根不符', 'its size or root differs from the leaves')
  })
}

/** Audits the ledger and returns it as recomputed. */
export async function auditLedger(db: Rows, log: NoteVerifier, findings: Findings): Promise<LedgerFacts> {
  const head = await readHead(db)
  const { leaves, hashes } = await readAllLeaves(db, head, findings)
  await checkTiles(db, head.size, hashes, findings)
  checkHead(head, rootOf(hashes), log, findings)
  return { head, leaves, rootAt: rootsOf(hashes), roots: () => rootsOf(hashes) }
}
