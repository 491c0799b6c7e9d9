/** A gateway from afar: whether it is reached, how far the clocks are apart, and whether a key counts there. */
import { PARTIES } from '../../../contracts/types.ts'
import type { Transport } from '../../client/transport.ts'
import { SIGNATURE_LIMITS } from '../../identity/limits.ts'
import { type Finding, look, well, wrong } from './finding.ts'

function membersOf(text: string): ReadonlyMap<string, unknown> {
  const value: unknown = JSON.parse(text)
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** How far this clock is from the gateway's, which tells whole seconds. `before` and `after` are when it was asked and answered, ms. */
export function clockFinding(date: string | undefined, before: number, after: number): Finding {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return look('网关没有报时间', 'the gateway tells no time')
  // Its second may have begun up to a second ago.
  const ahead = Math.max(before - (theirs + 1000), 0) - Math.max(theirs - after, 0)
  const seconds = Math.round(ahead / 1000)
  if (Math.abs(seconds) <= SIGNATURE_LIMITS.skew / 2)
    return well(
      `时钟与网关相差不到 ${SIGNATURE_LIMITS.skew / 2} 秒`,
      `the clock is within ${SIGNATURE_LIMITS.skew / 2} s of the gateway's`,
    )
  const [zh, en] = seconds > 0 ? ['快', 'ahead'] : ['慢', 'behind']
  return wrong(
    `时钟比网关${zh} ${Math.abs(seconds)} 秒`,
    `the clock is ${Math.abs(seconds)} s ${en} of the gateway's`,
    `校准时钟（NTP）；超前 ${SIGNATURE_LIMITS.skew} 秒或落后 ${SIGNATURE_LIMITS.readWindow} 秒即被拒`,
    `set the clock (NTP): ${SIGNATURE_LIMITS.skew} s ahead or ${SIGNATURE_LIMITS.readWindow} s behind is refused`,
  )
}

async function keyFindings(origin: string, kid: string, transport: Transport): Promise<Finding[]> {
  for (const party of PARTIES) {
    const { status, body } = await transport.send({ method: 'GET', url: `${origin}/v1/keys/${party}`, headers: {} })
    if (status !== 200) continue
    const list = membersOf(JSON.stringify(membersOf(Buffer.from(body).toString('utf8')).get('keys')))
    const keys = list.get('keys')
    const rows = Array.isArray(keys) ? keys.map((one) => membersOf(JSON.stringify(one))) : []
    const row = rows.find((one) => one.get('kid') === kid)
    if (!row) continue
    const roles = String(row.get('roles'))
    if (row.get('status') === 'active')
      return [
        well(
          `密钥在 ${party} 的清单中：${String(row.get('agency'))}，${roles}`,
          `the key is on ${party}'s list: ${String(row.get('agency'))}, ${roles}`,
        ),
      ]
    return [
      wrong(
        '密钥已吊销',
        'the key is revoked',
        '换一把密钥，由根密钥登记',
        'take another key and have the root list it',
      ),
    ]
  }
  return [
    wrong(
      `密钥 ${kid} 不在任何一方的清单中`,
      `the key ${kid} is on neither side's list`,
      '由本方根密钥登记：chuanyu keys add',
      "have your party's root list it: chuanyu keys add",
    ),
  ]
}

/** Looks at a gateway; `kid` of the key that would sign, null for none. */
export async function remoteFindings(
  origin: string,
  kid: string | null,
  transport: Transport,
  now: () => number,
): Promise<readonly Finding[]> {
  const before = now()
  let answer: Awaited<ReturnType<Transport['send']>>
  try {
    answer = await transport.send({ method: 'GET', url: `${origin}/version`, headers: {} })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      wrong(
        `连不上 ${origin}：${why}`,
        `${origin} is not reached: ${why}`,
        '核对地址与端口；请网络管理员放行；TLS 证书须被本机信任',
        'check address and port, have the network let it through, and see that this machine trusts its TLS certificate',
      ),
    ]
  }
  const clock = clockFinding(answer.header('date'), before, now())
  if (answer.status !== 200)
    return [
      wrong(
        `${origin}/version 应答 ${answer.status}`,
        `${origin}/version answers ${answer.status}`,
        '此地址可能不是网关，或有代理挡在前面',
        'this may be no gateway, or a proxy stands in front of it',
      ),
      clock,
    ]
  const about = membersOf(Buffer.from(answer.body).toString('utf8'))
  const what = `${String(about.get('name'))} ${String(about.get('version'))}${about.get('sandbox') === true ? '（沙箱 sandbox）' : ''}`
  return [
    well(`连上 ${origin}：${what}`, `${origin} is reached: ${what}`),
    clock,
    ...(kid === null ? [] : await keyFindings(origin, kid, transport)),
  ]
}
