/** Rules of the weather behind consultations: who made it, of which scale a grade is, what was said to be none. */
import type { Rules } from './types.ts'

const SCALE = { clause: '空气污染气象条件预报等级（中国气象局2013）', confidence: 'V2' } as const

/** Rules by id. */
export const WEATHER_RULES: Rules = {
  'originator-not-stated': {
    zh: '制作单位没有写明，或看不出是气象部门还是生态环境部门的；数据生产者留空',
    en: 'The office is not stated, or its name does not tell whether a weather service made it; the originator is left empty',
  },
  'dispersion-scale-not-stated': {
    zh: '只写了级数或一个词，没有写明是六级的空气污染气象条件等级；照录文字，不取级数，因为另有五级的分级',
    en: 'A bare grade or word, not said to be of the scale of six; the words are kept without a level, since there are scales of five',
    basis: SCALE,
  },
  'dispersion-conflict': {
    zh: '气象条件等级的级数与词不是同一级；照录文字，不取级数',
    en: 'The number and the word of the grade are not the same grade; the words are kept without a level',
    basis: SCALE,
  },
  'dispersion-unreadable': {
    zh: '气象条件等级的写法无法识别；照录文字，不取级数',
    en: 'The grade of the conditions cannot be read; the words are kept without a level',
    basis: SCALE,
  },
  'dry-read-as-zero': {
    zh: '写明无降水，降水量记为 0；空着的仍为空',
    en: 'No precipitation was said in words, which is 0; what is empty stays empty',
  },
  'weather-words-cut': {
    zh: '文字过长，记录只留前面一段；所报的记于此',
    en: 'The words are too long for a record, which keeps their beginning; this note has what was sent',
  },
}
