/** Words of the sandbox's failures on demand: what each does, and what to look for. */
import type { Bilingual } from '../../../contracts/types.ts'
import type { FailureKind } from '../../ports.ts'

/** Each failure, in the order they are shown: those of a consultation first. */
export const FAILURES = {
  revise: {
    name: { zh: '对方改动同一格', en: 'The other side revises a cell' },
    what: {
      zh: '对方拟稿人此刻修改一格；您照旧版提交的修改会被退回，并看到它现在的值。',
      en: 'Their drafter revises a cell now; what you set on its old revision comes back, with what it has become.',
    },
  },
  object: {
    name: { zh: '对方提出异议', en: 'The other side objects' },
    what: {
      zh: '对方审核人提出异议；双方已有的同意作废，异议由提出方撤回后才能再同意。',
      en: 'Their reviewer objects; agreements given are void, and nobody can agree until that side says it is settled.',
    },
  },
  deadline: {
    name: { zh: '截止时间到', en: 'The deadline passes' },
    what: {
      zh: '把沙箱时钟拨到截止之后：未达成一致即不联合发布。时钟不再拨回。',
      en: 'Puts the sandbox’s clock past the deadline: without agreement there is no joint release. The clock stays ahead.',
    },
  },
  drop: {
    name: { zh: '切断连接', en: 'Connections are cut' },
    what: {
      zh: '切断所有连接，会商页的实时推送也在内；页面应自行重连，不漏一步。',
      en: 'Cuts every connection, live ones too; pages are to connect again by themselves and miss no step.',
    },
  },
  'lose-answer': {
    name: { zh: '答复丢失', en: 'An answer is lost' },
    what: {
      zh: '下一次写入成功而答复丢失；再试一次不应做第二遍。',
      en: 'The next write succeeds and its answer is lost; to try again must not do it twice.',
    },
  },
  busy: {
    name: { zh: '队列已满（503）', en: 'The queue is full (503)' },
    what: {
      zh: '30 秒内写入得到 503 和 Retry-After；读取不受影响。',
      en: 'For 30 seconds writes get 503 with Retry-After; reading goes on.',
    },
  },
  slow: {
    name: { zh: '写入变慢', en: 'Writes are slow' },
    what: { zh: '一分钟内每次写入多等 4 秒。', en: 'For a minute every write takes 4 seconds longer.' },
  },
} as const satisfies Record<FailureKind, { readonly name: Bilingual; readonly what: Bilingual }>

/** The words around them. */
export const FAILURES_PAGE = {
  title: { zh: '让它出错', en: 'Make it fail' },
  lead: {
    zh: '对方的人以自己的密钥真实操作，时钟和存储也真实出错：没有一样是画出来的。',
    en: 'The other side’s people act with their own keys, and the clock and the store fail for real: none of it is staged.',
  },
  side: { zh: '您这一方', en: 'Your side' },
  consultation: { zh: '会商', en: 'Consultation' },
  newest: { zh: '最近的一个', en: 'the newest' },
  cell: { zh: '单元格编号（留空任选）', en: 'Id of a cell (any, when empty)' },
  asked: { zh: '已发生的', en: 'What has happened' },
  failed: { zh: '未做成', en: 'not done' },
} as const satisfies Record<string, Bilingual>
