/** Comparison of two versions of a contract: what `chuanyu contract diff` prints and the rule a new version is signed by. */
export { checkStep, compareContracts, compareSchemas } from './compare.ts'
export { type PrintLanguage, printComparison } from './print.ts'
export { requiredStep } from './semver.ts'
export type * from './types.ts'
export { VERDICTS } from './verdict.ts'
