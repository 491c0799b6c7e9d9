/** Findings on what two schemas accept: for each rule that refuses what the other version accepts, one. */
import type { Bilingual } from '../../types.ts'
import { same } from '../json.ts'
import type { Atom, Form, Marks } from '../schema/form.ts'
import type { Example, Finding, Side } from '../types.ts'
import { type Solver, solver } from '../witness/solve.ts'
import { type Cause, causesOf, isNothing } from './causes.ts'
import { asks, list, shown } from './words.ts'

const SIDES: Readonly<Record<Side, Bilingual>> = {
  old: { zh: '旧版', en: 'the old version' },
  new: { zh: '新版', en: 'the new version' },
}

const UNDECIDED: Bilingual = {
  zh: '能否兼容无法判定，按不兼容处理，未能构造反例',
  en: 'whether it fits cannot be decided; it counts as breaking, and no counter-example could be built',
}

/** What either version accepts and the other refuses. */
export function schemaFindings(old: Form, next: Form, marks: Marks): readonly Finding[] {
  const solve = solver(marks)
  return [...refusals(old, next, 'new', marks, solve), ...refusals(next, old, 'old', marks, solve)]
}

function refusals(accepting: Form, refusing: Form, refused: Side, marks: Marks, solve: Solver): readonly Finding[] {
  const accepted: Side = refused === 'new' ? 'old' : 'new'
  return causesOf(accepting, refusing, marks, solve).map((cause): Finding => {
    const { atom, witness, places } = cause
    const example: Example | null = typeof witness === 'object' ? { instance: witness.value, accepted, refused } : null
    const listed = memberListedOnlyBeside(atom)
    return {
      kind: 'schema',
      rule: atom.rule === 'undecided' ? atom.keyword : atom.rule,
      pointer: atom.at,
      within: listed ? accepted : refused,
      places,
      breaks: [refused === 'new' ? 'backward' : 'forward'],
      decided: example !== null,
      consent: false,
      why: example ? whyOf(cause, accepted, refused) : undecidedWhy(cause, accepted, refused),
      example,
      noExample: example ? null : UNDECIDED,
    }
  })
}

// A member that one side lists and the other has no word for is pointed at where it is listed.
function memberListedOnlyBeside(atom: Atom): boolean {
  return atom.rule === 'properties' && isNothing(atom.form) && atom.form.at !== atom.at
}

function whyOf({ atom, counterpart }: Cause, accepted: Side, refused: Side): Bilingual {
  const [a, r] = [SIDES[accepted], SIDES[refused]]
  if (atom.rule === 'properties' && isNothing(atom.form)) {
    return {
      zh: `${r.zh}不接受成员 ${atom.name}，${a.zh}接受`,
      en: `${r.en} refuses the member ${atom.name}, which ${a.en} accepts`,
    }
  }
  if (atom.rule === 'additionalProperties' && isNothing(atom.form)) {
    return {
      zh: `${r.zh}不接受未列出的成员，${a.zh}接受`,
      en: `${r.en} refuses members it does not list, which ${a.en} accepts`,
    }
  }
  if (atom.rule === 'enum' && counterpart?.rule === 'enum') {
    const only = counterpart.values.filter((value) => !atom.values.some((one) => same(one, value))).map(shown)
    if (only.length > 0) {
      const words = list({ zh: '', en: '' }, only)
      return {
        zh: `代码表不同：${r.zh}不接受${words.zh}`,
        en: `the code lists differ: ${r.en} does not accept${words.en}`,
      }
    }
  }
  const asked = asks(atom)
  const instead = counterpart && counterpart.mark !== atom.mark ? asks(counterpart) : undefined
  return {
    zh: `${r.zh}要求：${asked.zh}；${a.zh}${instead ? `：${instead.zh}` : '无此要求'}`,
    en: `${r.en} asks for ${asked.en}; ${a.en} ${instead ? `for ${instead.en}` : 'does not'}`,
  }
}

function undecidedWhy({ atom, counterpart }: Cause, accepted: Side, refused: Side): Bilingual {
  const [a, r, asked] = [SIDES[accepted], SIDES[refused], asks(atom)]
  const instead = counterpart ? asks(counterpart) : undefined
  return {
    zh: `无法判定：${r.zh}要求${asked.zh}${instead ? `，${a.zh}为${instead.zh}` : ''}；按不兼容处理`,
    en: `cannot be decided: ${r.en} asks for ${asked.en}${instead ? `, ${a.en} for ${instead.en}` : ''}; it counts as breaking`,
  }
}
