/** What every download of a release says of itself: which release, by what digest and contract, signed by whom, when, and how to check it. */
import type { Bilingual } from '../../../contracts/types.ts'
import { bothInstants, localInstant, utcInstant } from '../../http/times.ts'
import type { Download, DownloadSignature } from './download.ts'
import { bothWords } from './table.ts'
import { ABOUT, SANDBOX, SIDE } from './words.ts'

/** One line. `brief` is what is printed where there is little room; lines without it are left out there. */
export interface AboutLine {
  readonly label: Bilingual
  readonly value: string
  readonly brief?: string
}

/** Digits of a digest that people compare by eye. */
const BRIEF_DIGEST = 16

/** The lines, in the order they are printed. */
export function aboutLines(download: Download): readonly AboutLine[] {
  const { release, digest, supersededBy, signatures, origin } = download
  const { id, title, label, statement, sandbox, period } = release
  const { contract, registry, ledger, standards, supersedes, reason } = release
  const published = Date.parse(download.publishedAt)
  const segment = encodeURIComponent(id)
  return [
    ...(sandbox ? [{ label: ABOUT.sandbox, value: bothWords(SANDBOX) }] : []),
    ...(supersededBy === null ? [] : [{ label: ABOUT.supersededBy, value: supersededBy }]),
    { label: ABOUT.title, value: bothWords(title) },
    { label: ABOUT.label, value: bothWords(label) },
    ...(statement ? [{ label: ABOUT.statement, value: statement }] : []),
    same(ABOUT.id, id),
    { label: ABOUT.digest, value: digest, brief: `${digest.slice(0, BRIEF_DIGEST)}…` },
    { label: ABOUT.period, value: `${period.start} / ${period.end}` },
    same(ABOUT.contract, `${contract.id} ${contract.version}`),
    { label: ABOUT.registry, value: `${registry.id} ${registry.edition}` },
    { label: ABOUT.standards, value: standards.join('; ') },
    same(ABOUT.publishedUtc, utcInstant(published)),
    same(ABOUT.publishedLocal, localInstant(published)),
    ...signatures.map(signatureLine),
    ...(supersedes === null ? [] : [same(ABOUT.supersedes, supersedes.id)]),
    ...(reason === null ? [] : [same(ABOUT.reason, reason)]),
    { label: ABOUT.ledger, value: `${ledger.origin} ${ledger.size}` },
    same(ABOUT.page, `${origin}/releases/${segment}`),
    { label: ABOUT.bundle, value: `${origin}/v1/releases/${segment}/proof` },
    same(ABOUT.verify, `npx chuanyu verify ${id}.bundle.json --trust trust.json`),
  ]
}

function same(label: Bilingual, value: string): AboutLine {
  return { label, value, brief: value }
}

function signatureLine({ party, kid, agency, post, time, ledgerIndex }: DownloadSignature): AboutLine {
  const side = SIDE[party]
  const who = [agency, post].filter((part) => part !== null).join(' · ')
  const when = bothInstants(Date.parse(time))
  return {
    label: { zh: `${ABOUT.signed.zh}：${side.zh}`, en: `${ABOUT.signed.en}: ${side.en}` },
    value: [who, when, `key ${kid}`, `ledger ${ledgerIndex}`].filter((part) => part !== '').join('; '),
    brief: [who, when].filter((part) => part !== '').join('; '),
  }
}
