/** The step between version numbers (Semantic Versioning 2.0.0 §4–8) that a verdict asks for. */
import type { Bilingual } from '../types.ts'
import type { Step, StepCheck, Verdict } from './types.ts'

const STEPS: readonly Step[] = ['none', 'patch', 'minor', 'major']

const NAMES: Readonly<Record<Step, Bilingual>> = {
  none: { zh: '不需要新版本号', en: 'no new version number' },
  patch: { zh: '修订号', en: 'the patch number' },
  minor: { zh: '次版本号', en: 'the minor number' },
  major: { zh: '主版本号', en: 'the major number' },
}

/**
 * The least step a verdict asks for. Whatever stops old data from being valid is major, also where only that direction breaks
 * (`forward`); what only adds is minor; `full` is a patch where only words differ, and else minor.
 */
export function requiredStep(verdict: Verdict, onlyWords = true): Step {
  if (verdict === 'breaking' || verdict === 'forward') return 'major'
  return verdict === 'backward' || !onlyWords ? 'minor' : 'patch'
}

/** Whether two version numbers are as far apart as required; `changed` is whether anything differs beside the number. */
export function checkVersions(from: string, to: string, required: Step): StepCheck {
  const [old, next] = [numbersOf(from), numbersOf(to)]
  const needs = NAMES[required]
  if (!old || !next) {
    const why = {
      zh: `版本号应为 主.次.修订，得到 ${from} 与 ${to}`,
      en: `expected versions as MAJOR.MINOR.PATCH, got ${from} and ${to}`,
    }
    return { from, to, required, actual: null, fits: false, why }
  }
  const actual = stepBetween(old, next)
  const fits = actual !== null && STEPS.indexOf(actual) >= STEPS.indexOf(required)
  const moved = actual === null ? { zh: '版本号后退', en: 'the version goes back' } : movedWords(actual, from, to)
  const why = {
    zh: `${required === 'none' ? needs.zh : `须提升${needs.zh}`}；${moved.zh}${fits ? '' : '，不够'}`,
    en: `${required === 'none' ? `${needs.en} is needed` : `${needs.en} has to go up`}; ${moved.en}${fits ? '' : ', which is not enough'}`,
  }
  return { from, to, required, actual, fits, why }
}

function movedWords(actual: Step, from: string, to: string): Bilingual {
  if (actual === 'none') return { zh: `版本号未变（${from}）`, en: `the version stays ${from}` }
  return { zh: `${from} → ${to} 提升了${NAMES[actual].zh}`, en: `${from} → ${to} raises ${NAMES[actual].en}` }
}

function numbersOf(version: string): readonly number[] | undefined {
  return /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/.test(version) ? version.split('.').map(Number) : undefined
}

function stepBetween(old: readonly number[], next: readonly number[]): Step | null {
  for (const [at, step] of (['major', 'minor', 'patch'] as const).entries()) {
    const [before = 0, now = 0] = [old[at], next[at]]
    if (now !== before) return now > before ? step : null
  }
  return 'none'
}
