/** Who may do what: each grant taken apart into one party, one role, one act. */
import type { JsonValue } from '../../jcs.ts'
import { BOTH, type Change, without } from '../change.ts'
import { isArray, member, texts } from '../json.ts'
import type { Term } from './term.ts'

interface Grant {
  readonly act: string
  readonly data: string
  readonly words: string
  readonly index: number
}

/** `terms.grants`. */
export const grants: Term = (old, next) => {
  const [before, now] = [single(old), single(next)]
  const lost = [...before].filter(([key]) => !now.has(key)).map(([, grant]) => grant)
  const gained = [...now].filter(([key]) => !before.has(key)).map(([, grant]) => grant)
  if (lost.length + gained.length === 0)
    return [{ breaks: [], why: { zh: '授权写法不同，内容相同', en: 'the same grants, written otherwise' } }]
  return [
    ...byEntry(lost).map(
      ([index, words]): Change => ({
        breaks: ['backward'],
        below: `/${index}`,
        within: 'old',
        why: { zh: `取消授权：${words}`, en: `no longer granted: ${words}` },
      }),
    ),
    ...byEntry(gained.filter(isReading)).map(
      ([index, words]): Change => ({
        breaks: BOTH,
        consent: true,
        below: `/${index}`,
        why: {
          zh: `新增读取授权：${words}；按旧版报送的数据未同意由其读取，须双方重新同意`,
          en: `reading newly granted: ${words}; what was sent under the old version was not agreed to be read so; it needs new consent of both sides`,
        },
      }),
    ),
    ...byEntry(gained.filter((grant) => !isReading(grant))).map(
      ([index, words]): Change => ({
        breaks: ['forward'],
        below: `/${index}`,
        why: { zh: `新增授权：${words}`, en: `newly granted: ${words}` },
      }),
    ),
  ]
}

// One's own data is no new reader's.
function isReading({ act, data }: Grant): boolean {
  return act === 'read' && data !== 'own'
}

function single(value: JsonValue | undefined): ReadonlyMap<string, Grant> {
  const found = new Map<string, Grant>()
  for (const [index, grant] of (isArray(value) ? value : []).entries()) {
    const [party, data] = ['party', 'data'].map((name) => String(member(grant, name) ?? '—'))
    const rest = JSON.stringify(without(grant, 'party', 'data', 'roles', 'may'))
    for (const role of texts(member(grant, 'roles')))
      for (const act of texts(member(grant, 'may'))) {
        const words = `${party} ${role} ${act} ${data}${rest === '{}' ? '' : ` ${rest}`}`
        if (!found.has(words)) found.set(words, { act, data: data ?? '', words, index })
      }
  }
  return found
}

function byEntry(list: readonly Grant[]): readonly (readonly [number, string])[] {
  return [...Map.groupBy(list, ({ index }) => index)].map(([index, entries]) => [
    index,
    entries.map(({ words }) => words).join('；'),
  ])
}
