/** The command table. */
import type { CommandRow } from './command.ts'

/** Every command, in the order help lists them. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'normalise',
    summary: { zh: '离线把文件规范化为 NDJSON', en: 'normalise files to NDJSON, offline' },
    load: async () => (await import('./commands/normalise.ts')).normaliseCommand,
  },
  {
    name: 'submit',
    summary: { zh: '向网关报送文件并取得回执', en: 'send files to a gateway and get receipts' },
    load: async () => (await import('./commands/submit.ts')).submitCommand,
  },
  {
    name: 'consult',
    summary: { zh: '会商：查看、同意、签发', en: 'read consultations, agree and sign' },
    load: async () => (await import('./commands/consult.ts')).consultCommand,
  },
  {
    name: 'verify',
    summary: { zh: '离线核验证明包', en: 'verify a proof bundle, offline' },
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'keygen',
    summary: { zh: '生成签名密钥', en: 'make a signing key' },
    load: async () => (await import('./commands/keygen.ts')).keygenCommand,
  },
  {
    name: 'serve',
    summary: { zh: '运行网关', en: 'run a gateway' },
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  {
    name: 'sandbox',
    summary: { zh: '沙箱：本机扮演双方直至发布', en: 'play both sides to a release, then serve' },
    load: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  },
  {
    name: 'ledger audit',
    summary: { zh: '全面检查网关自身的存储', en: "check a gateway's own store from end to end" },
    load: async () => (await import('./commands/ledger-audit.ts')).ledgerAuditCommand,
  },
  {
    name: 'ledger replay',
    summary: { zh: '由原始文件重算并列出差异', en: 'run adapters again on originals, list differences' },
    load: async () => (await import('./commands/ledger-replay.ts')).ledgerReplayCommand,
  },
  {
    name: 'contract diff',
    summary: { zh: '比较契约的两个版本', en: 'compare two versions of a contract' },
    load: async () => (await import('./commands/contract-diff.ts')).contractDiffCommand,
  },
]

/** The command that the arguments begin with, and what is left of them. */
export function findCommand(
  args: readonly string[],
): { readonly row: CommandRow; readonly rest: readonly string[] } | undefined {
  for (const row of COMMANDS) {
    const words = row.name.split(' ')
    if (words.every((word, at) => args[at] === word)) return { row, rest: args.slice(words.length) }
  }
  return undefined
}
