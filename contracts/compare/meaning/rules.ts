/** What a changed annotation means: a unit is no word, a title is. */
import type { JsonValue } from '../../jcs.ts'
import type { Bilingual } from '../../types.ts'
import { BOTH, type Change, fromTo, onlyWords, quoted, REWORDED } from '../change.ts'
import { audienceChange } from '../terms/audience.ts'
import { editionChanges } from './standards.ts'

type Rule = (old: JsonValue | undefined, next: JsonValue | undefined) => Change

/** A change after which the same figure means something else. */
function otherMeaning(name: Bilingual, because: Bilingual): Rule {
  return (old, next) => {
    const { zh, en } = fromTo(old, next)
    return { breaks: BOTH, why: { zh: `${name.zh}${zh}：${because.zh}`, en: `${name.en} ${en}: ${because.en}` } }
  }
}

/** Methods are a list in one text, parted by `；`: one more is allowed, or one fewer. */
const method: Rule = (old, next) => {
  const [one, other] = [methodsOf(old), methodsOf(next)]
  const lost = one.filter((entry) => !other.includes(entry))
  const gained = other.filter((entry) => !one.includes(entry))
  if (lost.length > 0 && gained.length > 0) {
    const { zh, en } = fromTo(lost.join('；'), gained.join('；'))
    return {
      breaks: BOTH,
      why: {
        zh: `监测方法${zh}：不同方法的数值不可直接比较`,
        en: `method ${en}: figures by different methods are not directly comparable`,
      },
    }
  }
  if (lost.length + gained.length === 0) return REWORDED
  return lost.length > 0
    ? {
        breaks: ['backward'],
        why: { zh: `不再允许方法 ${lost.join('；')}`, en: `no longer allows the method ${lost.join('; ')}` },
      }
    : {
        breaks: ['forward'],
        why: { zh: `增加允许的方法 ${gained.join('；')}`, en: `allows one more method: ${gained.join('; ')}` },
      }
}

function methodsOf(value: JsonValue | undefined): readonly string[] {
  return typeof value === 'string'
    ? value
        .split(/[；;]/)
        .map((entry) => entry.trim())
        .filter(Boolean)
    : []
}

/** A source is words, unless it names another edition of a standard. */
const source: Rule = (old, next) => {
  const editions = editionChanges(quoted(old), quoted(next))
  if (editions.length === 0) return REWORDED
  const pairs = editions.map(([before, now]) => fromTo(before, now))
  return {
    breaks: BOTH,
    why: {
      zh: `标准版本${pairs.map(({ zh }) => zh).join('；')}：依据不同，结果不可直接比较`,
      en: `edition of the standard ${pairs.map(({ en }) => en).join('; ')}: judged otherwise, not directly comparable`,
    },
  }
}

/** Encodings and media types narrow a text where they are named, though no validator looks. */
const content: Rule = (old, next) => {
  const { zh, en } = fromTo(old, next)
  const why = { zh: `内容的编码或类型${zh}`, en: `how the content is encoded, or its type, goes ${en}` }
  return { breaks: old === undefined ? ['backward'] : next === undefined ? ['forward'] : BOTH, why }
}

const words: Rule = () => REWORDED

const RULES: Readonly<Record<string, Rule>> = {
  $comment: words,
  deprecated: words,
  description: words,
  examples: words,
  readOnly: words,
  title: words,
  writeOnly: words,
  'x-title': words,
  'x-source': source,
  'x-method': method,
  'x-audience': (old, next) => audienceChange({ zh: '此字段', en: 'this field' }, old, next),
  'x-unit': otherMeaning(
    { zh: '单位', en: 'unit' },
    { zh: '同一数字含义不同', en: 'the same figure means something else' },
  ),
  'x-averaging': otherMeaning(
    { zh: '平均时间', en: 'averaging period' },
    { zh: '不同时段的均值不可直接比较', en: 'means over different periods are not directly comparable' },
  ),
  'x-standard': otherMeaning(
    { zh: '标准版本', en: 'edition of the standard' },
    { zh: '依据不同，结果不可直接比较', en: 'judged otherwise, not directly comparable' },
  ),
  'x-crosswalk': otherMeaning(
    { zh: '对照关系', en: 'crosswalk' },
    { zh: '同一代码换算出的等级不同', en: 'the same code comes to another grade' },
  ),
  'x-detection-limit': otherMeaning(
    { zh: '检出限', en: 'detection limit' },
    { zh: '未检出所指的浓度不同', en: '"not detected" means another concentration' },
  ),
  'x-rounding': otherMeaning(
    { zh: '修约', en: 'rounding' },
    { zh: '同一测值写出的数字不同', en: 'the same measurement is written as another figure' },
  ),
  'x-register': otherMeaning(
    { zh: '登记册', en: 'register' },
    { zh: '编号指向另一登记册', en: 'ids are looked up in another register' },
  ),
  contentEncoding: content,
  contentMediaType: content,
  contentSchema: content,
}

/** Other spellings of the same annotations. */
const ALIASES: Readonly<Record<string, string>> = {
  'x-averaging-period': 'x-averaging',
  'x-averagingPeriod': 'x-averaging',
  'x-detectionLimit': 'x-detection-limit',
  'x-edition': 'x-standard',
  'x-decimals': 'x-rounding',
}

/** What a changed annotation means; one that nothing here knows counts as breaking. */
export function annotationChange(keyword: string, old: JsonValue | undefined, next: JsonValue | undefined): Change {
  const rule = RULES[ALIASES[keyword] ?? keyword]
  if (rule) return rule(old, next)
  if (onlyWords(old, next)) return REWORDED
  const { zh, en } = fromTo(old, next)
  return {
    breaks: BOTH,
    unknown: true,
    why: {
      zh: `${keyword} ${zh}：不知其含义，按不兼容处理`,
      en: `${keyword} goes ${en}: what it means is not known here, so it counts as breaking`,
    },
  }
}
