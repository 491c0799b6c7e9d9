/** The lines of a file → notices: header, number, title, sentences, signature and date of each, and what stands under a label. GB/T 9704-2012 §7. */
import { withoutNumber } from '../air/bulletin-context.ts'
import { halfWidth } from '../tables/marks.ts'
import { isBody } from './authority.ts'
import { type WarningField, warningField } from './columns.ts'
import { DOCUMENT_NUMBER, plainDocument } from './document-number.ts'
import { PUBLICATIONS } from './words.ts'

/** A line and its number in the file. */
export interface Line {
  readonly text: string
  readonly row: number
}

/** One document as its lines have it; empty where it says nothing. */
export interface Notice {
  readonly row: number
  readonly title: string
  /** The name above the document, and that under it. */
  readonly header: string
  readonly signature: string
  /** The signature with the line above it, over which a long name may run. */
  readonly longSignature: string
  readonly number: string
  readonly issued: string
  readonly publication: string
  readonly labels: ReadonlyMap<WarningField, string>
  readonly sentences: readonly Line[]
}

interface Open {
  readonly row: number
  title: string
  header: string
  signature: string
  longSignature: string
  number: string
  issued: string
  publication: string
  readonly labels: Map<WarningField, string>
  readonly sentences: Line[]
}

const TITLE = /^(?:《)?([^。,:;]{0,80}预警[^。,:;]{0,40}(?:通知|公告|通告|决定|令))(?:》)?(?:[(][^()]{1,20}[)])?$/
/** A headline, as an office's page has it: 北碚区解除重污染天气橙色预警. */
const HEADLINE =
  /^(?!自|从|于|现|决定)(?!.*决定)[^。,:;!]{2,60}(?:启动|发布|解除|升级|调整|终止)[^。,:;!]{0,40}预警(?:[(][^()]{1,20}[)])?$/
const RULE_OF = /^[-—=*_─]{3,}$/
const DATE =
  /^[(]?(\d{4}年\d{1,2}月\d{1,2}日(?: ?(?:\d{1,2}[时点](?:\d{1,2}分)?|\d{1,2}:\d{2}))?)(?:印发|发布|签发)?[)]?$/
const LABELLED = /^([^\s:,。;]{1,16}?)\s*:\s*(.+)$/
const NEXT_LABEL = /(?<![ \t\u3000])[ \t\u3000]+(?=[^\s:：]{2,16}[:：])/
const NUMBER = new RegExp(`^[(]?(?:文号:)?(${DOCUMENT_NUMBER})[)]?$`)
const SENTENCES = /[。；;！!]/
/** Words before 关于 in a title are the authority's name. */
const BY = /^(?:《)?(.{4,64}?)关于/
/** Lines that are no part of the act; contacts are persons, and are not read. */
const ASIDE = /^(?:附件|附|抄送|抄报|主送|联系人|联系电话|联系方式|主题词)(?:[:\d]|$)/
/** A header in red: the authority's name, and that what follows is its document. */
const HEADER = /文件$/

function opened(row: number, head?: Open): Open {
  const { header = '', number = '' } = head ?? {}
  return {
    row,
    title: '',
    header,
    signature: '',
    longSignature: '',
    number,
    issued: '',
    publication: '',
    labels: new Map(),
    sentences: [],
  }
}

/** Who a document may be by, the likeliest first: under it, at the head of its title, above it. */
export function authoritiesIn(
  { signature, longSignature, header }: Pick<Notice, 'signature' | 'longSignature' | 'header'>,
  title: string,
): readonly string[] {
  const ahead = BY.exec(title)?.[1] ?? ''
  return [signature, isBody(longSignature) ? longSignature : '', isBody(ahead) ? ahead : '', header].filter(
    (name) => name !== '',
  )
}

/** The labels of a line, where every part of it has one that is known. */
function labelsOf(line: string): readonly (readonly [WarningField, string])[] {
  const found = line.split(NEXT_LABEL).map((part) => {
    const [, label = '', value = ''] = LABELLED.exec(part.replace('：', ':').trim()) ?? []
    const field = warningField(label)
    return field === undefined ? null : ([field, value.trim()] as const)
  })
  return found.every((one) => one !== null) ? found.filter((one) => one !== null) : []
}

/** Reads the notices of a file, or of one cell, in order. */
export function readNotices(lines: readonly Line[]): readonly Notice[] {
  const notices: Notice[] = []
  let head: Open | undefined
  let current: Open | undefined
  const close = (): void => {
    if (current) notices.push(current)
    current = undefined
  }
  const begin = (row: number): Open => {
    close()
    current = opened(row, head)
    head = undefined
    return current
  }
  /** Where a header or number goes: to the notice at hand until its sentences begin, then to the next. */
  const above = (row: number): Open => {
    if (current && current.sentences.length === 0) return current
    head ??= opened(row)
    return head
  }

  for (const { text: raw, row } of lines) {
    const text = withoutNumber(raw).trim()
    const line = halfWidth(text).trim()
    if (line === '' || ASIDE.test(line)) continue
    if (RULE_OF.test(line)) {
      close()
      head = undefined
      continue
    }
    const labels = labelsOf(text)
    if (labels.length > 0) {
      const again = current && labels.some(([field]) => current?.labels.has(field))
      const target = current && !again ? current : begin(row)
      for (const [field, value] of labels) target.labels.set(field, value)
      continue
    }
    const bare = current && current.title === '' && current.sentences.length === 0 ? current : undefined
    const fresh = bare !== undefined || current?.signature !== ''
    if (TITLE.test(line) || (fresh && HEADLINE.test(line))) {
      const target = bare ?? begin(row)
      // A title may begin on the line of the authority's name.
      const split = line.startsWith('关于') && target.header !== ''
      target.title = split ? `${target.header}${text}` : text
      continue
    }
    const number = NUMBER.exec(plainDocument(line))?.[1]
    if (number !== undefined) above(row).number = text
    else if (isBody(line.replace(HEADER, ''))) {
      if (current && current.sentences.length > 0 && current.signature === '') {
        current.signature = text
        current.longSignature = `${current.sentences.at(-1)?.text ?? ''}${text}`
      } else above(row).header = text.replace(HEADER, '')
    } else if (DATE.test(line)) {
      if (current && current.issued === '') current.issued = DATE.exec(line)?.[1] ?? ''
    } else if (PUBLICATIONS.has(line.replace(/[()]/g, ''))) {
      if (current) current.publication = text
    } else {
      const target: Open = current ?? begin(row)
      for (const sentence of text.split(SENTENCES))
        if (sentence.trim() !== '') target.sentences.push({ text: sentence.trim(), row })
    }
  }
  close()
  return notices
}
