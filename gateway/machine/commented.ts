/** `gateway.json` with its comments: lines that begin with `//` are for people, everything else is JSON. */

interface Told {
  readonly name: string
  readonly comment: readonly string[]
  /** Shown as a comment where the member is not there. */
  readonly sample?: string
}

/** Every member in the order it is written, with what it means. */
const MEMBERS: readonly Told[] = [
  {
    name: 'origin',
    comment: [
      '对外地址：协议、主机、端口，不带路径。调用方签的就是它，反向代理的头改不了它。',
      'The address callers use: scheme, host, port, no path. It is what they sign; no proxy header changes it.',
    ],
  },
  {
    name: 'log',
    comment: [
      '账本的名字，写在每个检查点里，不可再改。',
      "The ledger's name in every checkpoint; never changed again.",
    ],
  },
  {
    name: 'contact',
    comment: ['安全问题报到哪里：mailto: 或 https:。', 'Where to report a vulnerability: mailto: or https:.'],
  },
  {
    name: 'sandbox',
    comment: [
      '沙箱：根密钥不属于任何人，其发布默认不受信任。',
      "A sandbox: its roots are nobody's, its releases distrusted.",
    ],
  },
  {
    name: 'roots',
    comment: [
      '双方的根公钥，须当面或经另一途径从该方取得。',
      "Each party's root public key, got from the party itself, not over this network.",
    ],
  },
  {
    name: 'formerLogs',
    comment: [
      '账本由备份恢复后换过的名字，由 chuanyu restore --new-origin 写入。',
      'Names the ledger had before, written by chuanyu restore --new-origin.',
    ],
  },
  {
    name: 'witnesses',
    comment: [
      '见证人的公钥（chuanyu witness --key 打印）；未列的不收。',
      "Witnesses' keys, as chuanyu witness --key prints them; nobody else's cosignature is taken.",
    ],
    sample: '["witness.example/w1+0a1b2c3d+BA…"]',
  },
  {
    name: 'shared',
    comment: ['另有网关写入同一数据目录时为 true。', 'true when other gateways write to the same folder.'],
    sample: 'false',
  },
  {
    name: 'postgres',
    comment: [
      '账本存入 PostgreSQL，供几个网关共用；密码不写在这里。',
      'The ledger in PostgreSQL, for several gateways; never write a password here.',
    ],
    sample: '{ "url": "postgres://chuanyu@db.example/chuanyu?sslmode=verify-full" }',
  },
  {
    name: 'metrics',
    comment: [
      'Prometheus 指标，另设地址；不写就没有。',
      'Prometheus figures on an address of their own; none when left out.',
    ],
    sample: '{ "host": "127.0.0.1", "port": 9464 }',
  },
  {
    name: 'logging',
    comment: ['每个请求一行 JSON：info、error 或 off。', 'One JSON line a request: info, error or off.'],
    sample: '{ "level": "info" }',
  },
  {
    name: 'trustedProxies',
    comment: [
      '网关前的反向代理；只有它们说的来源地址才算数。',
      'The proxies in front; only theirs is the word on where a call comes from.',
    ],
    sample: '{ "addresses": ["127.0.0.1"], "header": "x-forwarded-for" }',
  },
  {
    name: 'rates',
    comment: ['限速：按地址与按密钥；见 limits。', 'Limits by address and by key; see the limits page.'],
    sample: '{ "keyWrites": { "perSecond": 20, "burst": 400 } }',
  },
  {
    name: 'securityLog',
    comment: ['安全日志保留天数，至少 183。', 'Days the security log is kept, 183 at least.'],
    sample: '{ "retentionDays": 400 }',
  },
  {
    name: 'disk',
    comment: ['剩余空间低于此数时 /readyz 报告。', '/readyz tells when fewer bytes are left.'],
    sample: '{ "freeBytes": 536870912 }',
  },
  {
    name: 'packages',
    comment: ['跨网闸的报送包至多可放几天。', 'Days a package may lie before it is ingested.'],
    sample: '{ "days": 7 }',
  },
  {
    name: 'shutdown',
    comment: ['停机前先公告几秒，至多等几秒。', 'Seconds to announce a stop, and to wait for what is under way.'],
    sample: '{ "announceSeconds": 0, "limitSeconds": 30 }',
  },
]

/** The text of a configuration, each member under what it means; what may be left out and is, stands there as a comment. */
export function printCommented(config: Readonly<Record<string, unknown>>): string {
  const known = new Set(MEMBERS.map(({ name }) => name))
  const others = Object.keys(config)
    .filter((name) => !known.has(name))
    .map((name): Told => ({ name, comment: [] }))
  const written = [...MEMBERS, ...others].filter(({ name }) => config[name] !== undefined)
  const last = written.at(-1)?.name
  const lines = [...MEMBERS, ...others].flatMap(({ name, comment, sample }) => {
    const value = config[name]
    if (value === undefined && sample === undefined) return []
    const told = comment.map((line) => `  // ${line}`)
    if (value === undefined) return [...told, `  // "${name}": ${sample},`, '']
    const text = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
    return [...told, `  ${JSON.stringify(name)}: ${text}${name === last ? '' : ','}`, '']
  })
  return `{\n${lines.slice(0, -1).join('\n')}\n}\n`
}

/** The value of a configuration's text. Throws SyntaxError where it is not JSON apart from its comments; lines keep their numbers. */
export function parseCommented(text: string): unknown {
  return JSON.parse(
    text
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line) => (/^\s*\/\//.test(line) ? '' : line))
      .join('\n'),
  )
}
