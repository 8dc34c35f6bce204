import type { BranchTarget } from '../script/index.ts'
import { endWords } from './prose/vocabulary.ts'
import { bareTitle, slugOf } from './slug.ts'

/** The names that one step answers to. */
export interface StepNames {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  /** Place in the source, to choose between steps of one name. */
  readonly order: number
}

/** Finds the steps that branches name. */
export interface TargetIndex {
  /** What `name`, used from the step at place `from`, leads to; undefined where nothing answers. */
  find(name: string, from: number): BranchTarget | undefined
}

/** Indexes all names of all steps once; a look-up then costs no more than the name is long. */
export function indexTargets(steps: readonly StepNames[]): TargetIndex {
  const byKey = new Map<string, StepNames[]>()
  const add = (key: string, step: StepNames) => {
    if (key === '') return
    const known = byKey.get(key)
    if (!known) byKey.set(key, [step])
    else if (known.at(-1) !== step) known.push(step)
  }
  for (const step of steps) {
    add(step.id, step)
    for (const name of [step.title, ...step.aliases]) for (const key of keysOf(name)) add(key, step)
  }
  return {
    find(name, from) {
      const wanted = name.trim()
      for (const key of keysOf(wanted)) {
        const step = nearest(byKey.get(key) ?? [], from)
        if (step) return { kind: 'step', step: step.id }
      }
      return isEnd(wanted) ? { kind: 'end' } : undefined
    }
  }
}

/** True for words that end the call instead of naming a step: "end", "hang up", 挂断. */
export function isEnd(name: string): boolean {
  return endWords.has(foldName(name).replace(/^(?:the|to) /, ''))
}

/** A title before its colon or dash is a name too: "Priority 2: Payment plan" answers to "Priority 2". */
function keysOf(name: string): string[] {
  const head = /^[^:：—–(（]+/u.exec(name)?.[0] ?? name
  const step = /^\W*((?:step|stage|phase|part) *\d+(?:\.\d+)*|第[\d一二三四五六七八九十]+[步阶階节節])/iu.exec(
    name
  )?.[1]
  const keys = [
    name.replace(/^#/, ''),
    slugOf(name),
    foldName(name),
    foldName(bareTitle(name)),
    foldName(head),
    foldName(bareTitle(head))
  ]
  if (step) keys.push(foldName(step))
  return [...new Set(keys)]
}

function foldName(name: string): string {
  return slugOf(name).replaceAll(/[-_]+/g, ' ').trim().replace(/^the /, '')
}

/** Repeated names ("Step 2" under each scenario) mean the next one ahead, else the last one behind. */
function nearest(steps: readonly StepNames[], from: number): StepNames | undefined {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]!.order > from) high = middle
    else low = middle + 1
  }
  return steps[low] ?? steps.at(-1)
}
