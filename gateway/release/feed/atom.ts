/** The Atom feed of releases (RFC 4287): one entry a release, a correction beside what it corrects; ids are tag URIs (RFC 4151). Pure. */
import { localInstant, utcInstant } from '../../http/times.ts'
import type { ReleaseEntry } from '../releases.ts'
import type { FeedEntry } from './feed.ts'

/** Its media type. */
export const ATOM = 'application/atom+xml'

/** What the feed is made of. `began` is the day of the ledger's first leaf (UTC), `self` the feed's own address with its query. */
export interface AtomInput {
  readonly began: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
  readonly log: string
  readonly origin: string
  readonly sandbox: boolean
  readonly self: string
}

const TITLE = '川渝生态环境联合发布 · Joint releases of Sichuan and Chongqing'
const SANDBOX =
  '沙箱：样例数据与样例签名，不代表任何机关 · Sandbox: sample data and signatures; no authority stands behind them'
const AUTHOR = '四川、重庆双方 · Sichuan and Chongqing jointly'

/** Characters that XML 1.0 cannot hold, not even escaped (§2.2). */
const UNFIT = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function xml(text: string): string {
  return text.replace(UNFIT, '\ufffd').replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? '')
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${xml(type)}" href="${xml(href)}"/>`
}

/** A tag URI: the ledger's host, the day the ledger began, and a name that never changes. */
function tag({ log, began }: AtomInput, name: string): string {
  const [host = ''] = log.split('/', 1)
  return `tag:${host},${began}:${name}`
}

function entryXml({ entry, publicAt }: FeedEntry, input: AtomInput): string {
  const { release } = entry
  const address = (id: string): string => `${input.origin}/releases/${encodeURIComponent(id)}`
  const data = `${input.origin}/v1/releases/${encodeURIComponent(release.id)}`
  const seen = utcInstant(publicAt)
  return [
    '<entry>',
    `<id>${xml(tag(input, `release/${release.id}`))}</id>`,
    `<title>${xml(titleOf(entry))}</title>`,
    `<published>${seen}</published>`,
    `<updated>${seen}</updated>`,
    link('alternate', 'text/html', address(release.id)),
    link('alternate', 'application/json', `${data}.json`),
    link('related', 'application/json', `${data}/proof`),
    release.supersedes ? link('predecessor-version', 'text/html', address(release.supersedes.id)) : '',
    entry.supersededBy ? link('successor-version', 'text/html', address(entry.supersededBy)) : '',
    `<category term="${xml(release.type)}"/>`,
    `<summary>${xml(summaryOf(entry, publicAt))}</summary>`,
    '</entry>',
  ].join('')
}

function titleOf({ release }: ReleaseEntry): string {
  const [zh, en] = release.supersedes ? ['更正：', 'Correction: '] : ['', '']
  return `${zh}${release.title.zh} · ${en}${release.title.en}`
}

function summaryOf({ release, document, supersededBy }: ReleaseEntry, publicAt: number): string {
  const lines = [
    `${release.label.zh} · ${release.label.en}`,
    release.reason === null ? '' : `更正原因 Reason: ${release.reason}`,
    supersededBy === null ? '' : `已由 ${supersededBy} 更正 · corrected by ${supersededBy}`,
    release.statement ?? '',
    `公开 Public: ${localInstant(publicAt)}`,
    `SHA-256: ${document.digest}`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** The document. Its `updated` is that of the newest entry; without one, the day the ledger began. */
export function atomFeed(input: AtomInput): string {
  const { entries, origin, sandbox, self } = input
  const newest = entries.reduce<number>((last, { publicAt }) => Math.max(last, publicAt), Date.parse(input.began))
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${xml(tag(input, self.slice(1)))}</id>`,
    `<title>${xml(TITLE)}</title>`,
    sandbox ? `<subtitle>${xml(SANDBOX)}</subtitle>` : '',
    `<updated>${utcInstant(newest)}</updated>`,
    `<author><name>${xml(AUTHOR)}</name><uri>${xml(origin)}</uri></author>`,
    link('self', ATOM, origin + self),
    link('alternate', 'text/html', `${origin}/releases`),
    ...entries.map((one) => entryXml(one, input)),
    '</feed>\n',
  ].join('')
}
