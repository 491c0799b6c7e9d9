/** What a gateway in production does not start with. A sandbox may have all of it: its roots are nobody's. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual, PartyId } from '../../contracts/types.ts'
import { PARTIES } from '../../contracts/types.ts'
import { importPrivateJwk, thumbprint } from '../identity/jwk.ts'
import { isLoopback, isLoopbackHost } from '../operations/loopback.ts'
import { CONFIG_FILE, type ReadConfig } from './config.ts'
import { postgresFaults } from './postgres.ts'
import { type ConfigFault, ConfigRefused, fault } from './refused.ts'

/** Where the gateway's own keys are, in its folder. */
const KEY_NAMES = ['log', 'gateway'] as const

const OTHERS = 0o077
const SIDES: Readonly<Record<PartyId, Bilingual>> = {
  cq: { zh: '重庆', en: 'Chongqing' },
  sc: { zh: '四川', en: 'Sichuan' },
}
const inFile = (member: string): string => `${CONFIG_FILE} /${member}`

/** Keys whose private halves are printed in standards, for everybody to try with. */
const PRINTED: ReadonlySet<string> = new Set([
  // RFC 8037 appendix A.1.
  '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  // RFC 9421 appendix B.1.4.
  'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
])

function addressFaults({ origin, contact, log }: ReadConfig): ConfigFault[] {
  const faults: ConfigFault[] = []
  if (origin.startsWith('http:') && !isLoopback(origin)) {
    faults.push(
      fault(
        inFile('origin'),
        {
          zh: `${origin} 不加密，签名保证来源，却不保密`,
          en: `${origin} is not encrypted: signatures prove who sends, and hide nothing`,
        },
        {
          zh: '在网关前终止 TLS，origin 写 https 地址',
          en: 'end TLS in front of the gateway and write the https address as origin',
        },
      ),
    )
  }
  const sample = 'chuanyu.example'
  const isSample = (text: string) => new RegExp(`(?:^|[@./:])${sample.replace('.', '\\.')}(?:[/:]|$)`).test(text)
  if (!/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(contact) || isSample(contact)) {
    faults.push(
      fault(
        inFile('contact'),
        {
          zh: `contact 不是可用的安全联系方式：${contact}`,
          en: `contact is no address to report a vulnerability to: ${contact}`,
        },
        { zh: '写有人值守的 mailto: 或 https: 地址', en: 'write a mailto: or https: address that somebody reads' },
      ),
    )
  }
  if (isSample(log)) {
    faults.push(
      fault(
        inFile('log'),
        { zh: `${log} 是沙箱账本的名称`, en: `${log} is the name of a sandbox's ledger` },
        { zh: '写本网关自己的名称，例 gateway.example/log', en: 'write a name of its own, as gateway.example/log' },
      ),
    )
  }
  return faults
}

function memberFaults({ unknown, operating: { metrics } }: ReadConfig): ConfigFault[] {
  const faults = unknown.map((member) =>
    fault(
      `${CONFIG_FILE} ${member}`,
      { zh: `不认识成员 ${member}，它不起作用`, en: `the member ${member} is unknown and would have no effect` },
      {
        zh: '核对拼写（见 gateway/docs/operate.md），或删去',
        en: 'check its spelling (gateway/docs/operate.md), or leave it out',
      },
    ),
  )
  if (metrics && !isLoopbackHost(metrics.host) && !metrics.exposed) {
    faults.push(
      fault(
        inFile('metrics/host'),
        {
          zh: `指标将在 ${metrics.host} 上对外可读`,
          en: `the figures would be readable by others, on ${metrics.host}`,
        },
        {
          zh: '改为 127.0.0.1；确需由另一台机器读取时，限制该端口的来源并写 "exposed": true',
          en: 'write 127.0.0.1; where another machine must read them, restrict who reaches the port and write "exposed": true',
        },
      ),
    )
  }
  return faults
}

/** Key files of a folder; none where there is no such folder. */
function keyFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jwk'))
    .map((name) => join(folder, name))
}

/** The thumbprint and x of the private key in a file; null when there is none to be read. */
function keyIn(file: string): { readonly kid: string; readonly x: string } | null {
  try {
    const { kid, jwk } = importPrivateJwk(JSON.parse(readFileSync(file, 'utf8')))
    return { kid, x: jwk.x }
  } catch {
    return null
  }
}

function keyMissing(file: string): ConfigFault {
  return fault(
    file,
    { zh: '缺少网关自己的密钥，或读不出来', en: "the gateway's own key is missing or cannot be read" },
    {
      zh: '把另行保存的 keys/ 放回；没有时须以新的账本名称另建网关',
      en: 'put back the keys/ kept elsewhere; without them, begin a new gateway under another log name',
    },
  )
}

function rootFaults(folder: string, { roots }: ReadConfig): ConfigFault[] {
  const faults: ConfigFault[] = []
  const refuse = (where: string, zh: string, en: string, fixZh: string, fixEn: string): void => {
    faults.push(fault(where, { zh, en }, { zh: fixZh, en: fixEn }))
  }
  const askZh = '向该方另一途径取得其真正的根公钥'
  const askEn = 'get the true root public key from that party by another way'
  const kids = PARTIES.map((party) => thumbprint(roots[party]))
  if (new Set(kids).size < kids.length) {
    refuse(
      inFile('roots'),
      '双方的根公钥相同，一方便可代表双方',
      'both roots are one key: one side could then act as both',
      '每方填入各自的根公钥',
      "write each side's own root public key",
    )
  }
  const here = [...keyFiles(join(folder, 'keys')), ...keyFiles(join(folder, 'sandbox')), ...keyFiles(folder)]
  const found = new Map(here.map((file) => [file, keyIn(file)]))
  for (const [at, party] of PARTIES.entries()) {
    const { zh, en } = SIDES[party]
    for (const [file, key] of found) {
      if (key?.kid !== kids[at]) continue
      refuse(
        file,
        `${zh}根密钥的私钥在网关的目录里（沙箱的根密钥即如此）`,
        `the private half of ${en}'s root is in the gateway's own folder, as a sandbox's is`,
        '根密钥须离线保管：新建数据目录，用双方真正的根公钥',
        'keep roots offline: begin with a new folder and the true root public keys of both sides',
      )
    }
    if (PRINTED.has(roots[party].x)) {
      refuse(
        inFile(`roots/${party}`),
        `${zh}的根公钥是标准文本中的示例`,
        `the root of ${en} is an example printed in a standard`,
        askZh,
        askEn,
      )
    }
  }
  for (const name of KEY_NAMES) {
    const file = join(folder, 'keys', `${name}.jwk`)
    const key = found.get(file)
    if (!key) faults.push(keyMissing(file))
    else if (PRINTED.has(key.x)) {
      refuse(
        file,
        '这是标准文本中的示例密钥',
        'this is an example key printed in a standard',
        '用 chuanyu keygen 另行生成',
        'make another with chuanyu keygen',
      )
    }
  }
  if (existsSync(join(folder, 'sandbox'))) {
    refuse(
      join(folder, 'sandbox'),
      '此目录曾是沙箱，账本与密钥都是示例',
      'this folder was a sandbox: its ledger and keys are samples',
      '正式网关请用新的数据目录',
      'begin production with a new data folder',
    )
  }
  return faults
}

function modeFaults(folder: string): ConfigFault[] {
  if (process.platform === 'win32') return []
  const paths = [folder, ...keyFiles(join(folder, 'keys'))]
  return paths
    .filter((path) => (statSync(path).mode & OTHERS) !== 0)
    .map((path) => {
      const mode = path === folder ? '700' : '600'
      return fault(
        path,
        { zh: '同组或其他用户可以读取', en: 'others than its owner can read it' },
        { zh: `chmod ${mode} ${path}`, en: `chmod ${mode} ${path}` },
      )
    })
}

/** Holds a folder to have its own two keys, a sandbox's too. Throws ConfigRefused. */
export function mustHaveKeys(folder: string): void {
  const files = KEY_NAMES.map((name) => join(folder, 'keys', `${name}.jwk`))
  const faults = files.filter((file) => !existsSync(file)).map(keyMissing)
  if (faults.length > 0) throw new ConfigRefused(faults)
}

/** Holds a configuration to be fit for production. Throws ConfigRefused with all that is not; reads, and writes nothing. */
export function mustBeFitForProduction(folder: string, config: ReadConfig): void {
  if (config.sandbox) return
  const faults = [
    ...addressFaults(config),
    ...memberFaults(config),
    ...postgresFaults(inFile('postgres/url'), config.postgres),
    ...rootFaults(folder, config),
    ...modeFaults(folder),
  ]
  if (faults.length > 0) throw new ConfigRefused(faults)
}
