/** What a scheme suggests, in words; a level never without its scheme. */
import type { WarningLevel } from '../../contracts/standards/air-types.ts'
import type { Bilingual } from '../../contracts/types.ts'
import type { WarningFinding, WarningReading } from './warning-suggest.ts'

/** A level's name, which means nothing without its scheme. */
export const LEVEL_NAMES: Readonly<Record<WarningLevel, Bilingual>> = {
  blue: { zh: '蓝色', en: 'blue' },
  yellow: { zh: '黄色', en: 'yellow' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
}

function readingText({ level }: Pick<WarningReading, 'level'>): Bilingual {
  if (level === 'none') return { zh: '不建议预警', en: 'no warning suggested' }
  if (level === 'unknown') return { zh: '无法判断', en: 'cannot be told' }
  return { zh: `建议${LEVEL_NAMES[level].zh}预警`, en: `${LEVEL_NAMES[level].en} warning suggested` }
}

/** A finding as a sentence: once where the low and the high end of the forecast come to the same, else for both. */
export function suggestionText({ certain, possible, scheme: id }: WarningFinding): Bilingual {
  const [low, high] = [readingText(certain), readingText(possible)]
  if (low.zh === high.zh) return { zh: `按${id}：${low.zh}`, en: `By ${id}: ${low.en}` }
  return {
    zh: `按${id}：取预报下限${low.zh}，取上限${high.zh}`,
    en: `By ${id}: ${low.en} at the low end of the forecast, ${high.en} at the high end`,
  }
}
