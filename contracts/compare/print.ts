/** A comparison as people read it: the verdict, a few lines a finding, and the version step. */
import type { JsonValue } from '../jcs.ts'
import type { Bilingual } from '../types.ts'
import { at } from './json.ts'
import type { Comparison, Direction, Finding, SchemaComparison, Side } from './types.ts'

/** The language of the print; `both` puts the two side by side. */
export type PrintLanguage = 'zh' | 'en' | 'both'

const BREAKS: Readonly<Record<Direction, Bilingual>> = {
  backward: { zh: '旧数据在新版下不再成立', en: 'old data fails under the new version' },
  forward: { zh: '新数据在旧版下不成立', en: 'new data fails under the old version' },
}

const SIDES: Readonly<Record<Side, Bilingual>> = { old: { zh: '旧版', en: 'old' }, new: { zh: '新版', en: 'new' } }

/** Places and characters of an instance shown before the print says "and more". */
const PLACES_SHOWN = 3
const INSTANCE_SHOWN = 400

/** The text of a comparison, the gravest finding first: ✗ old data fails, + only what is new fails under the old version, – neither. */
export function printComparison(comparison: Comparison | SchemaComparison, language: PrintLanguage): string {
  const say = ({ zh, en }: Bilingual): string => (language === 'both' ? `${zh} · ${en}` : language === 'zh' ? zh : en)
  const { title, findings } = comparison
  const graver = [...findings].sort((one, other) => gravity(other) - gravity(one))
  const words = graver.filter(({ kind }) => kind === 'words')
  const lines = [
    say(title),
    ...graver.filter(({ kind }) => kind !== 'words').flatMap((finding) => findingLines(finding, say)),
    ...(words.length > 0
      ? [
          say({ zh: `– 只改文字 ${words.length} 处`, en: `– worded otherwise in ${words.length} places` }),
          ...words.slice(0, PLACES_SHOWN).map(({ pointer }) => `  ${pointer}`),
        ]
      : []),
    ...('step' in comparison ? [`${comparison.step.fits ? '✓' : '✗'} ${say(comparison.step.why)}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** What breaks both ways weighs most, what only adds least. */
function gravity({ breaks }: Finding): number {
  return breaks.length + (breaks.includes('backward') ? 1 : 0)
}

function findingLines(finding: Finding, say: (words: Bilingual) => string): readonly string[] {
  const { pointer, within, places, breaks, why, example, noExample, consent } = finding
  const mark = breaks.length === 0 ? '–' : breaks.includes('backward') ? '✗' : '+'
  const broken = breaks.map((one) => BREAKS[one])
  const shown = places.filter((place) => place !== '').slice(0, PLACES_SHOWN)
  const more = places.length > shown.length && shown.length > 0 ? ` …(${places.length})` : ''
  return [
    `${mark} ${say(why)}`,
    `  ${say(SIDES[within])} ${pointer === '' ? '/' : pointer}${shown.length > 0 ? `  @ ${shown.join(' ')}${more}` : ''}`,
    ...(breaks.length > 0
      ? [`  ${say({ zh: broken.map(({ zh }) => zh).join('；'), en: broken.map(({ en }) => en).join('; ') })}`]
      : []),
    ...(consent ? [`  ${say({ zh: '须重新同意', en: 'needs new consent' })}`] : []),
    ...(example
      ? [
          `  ${say({ zh: `反例（${SIDES[example.accepted].zh}收，${SIDES[example.refused].zh}拒）`, en: `counter-example (${example.accepted} accepts, ${example.refused} refuses)` })}  ${shownOf(example.instance, places[0] ?? '')}`,
        ]
      : noExample && breaks.length > 0
        ? [`  ${say(noExample)}`]
        : []),
  ]
}

/** The part of an instance that matters, where it can be named; else the whole. */
function shownOf(instance: JsonValue, place: string): string {
  const part = place === '' ? undefined : at(instance, place)
  return part === undefined ? clipped(JSON.stringify(instance)) : `${place} = ${clipped(JSON.stringify(part))}`
}

function clipped(text: string): string {
  return text.length > INSTANCE_SHOWN ? `${text.slice(0, INSTANCE_SHOWN - 1).toWellFormed()}…` : text
}
