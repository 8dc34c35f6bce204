import type { CallFact, FactHit } from '../../src/flow/index.ts'
import type { Branch, Script, Step, StepItem } from '../../src/script/index.ts'
import { createSourceFile } from '../../src/source/index.ts'

const span = { start: 0, end: 0 }
const text = (value: string) => ({ value, segments: [] })

/** A step of a made-up call: what is said raises facts, branches lead to steps by place, or end the call. */
export interface SketchStep {
  readonly items: readonly (Said | Way)[]
  readonly within?: number
  readonly continues?: boolean
}
export interface Said {
  readonly raises: readonly CallFact[]
}
export interface Way {
  readonly to: number | 'end' | 'nowhere'
  readonly raises?: readonly CallFact[]
  readonly plain?: boolean
}

/** A script without words, and what they would raise. `name` gives the ids. */
export function sketch(steps: readonly SketchStep[], name = (at: number) => `s${at}`) {
  const hits = new Map<object, FactHit[]>()
  const hit = (fact: CallFact): FactHit => ({ fact, at: 0, end: 0, sentence: 0, span, phrase: fact })
  const made: Step[] = steps.map((step, at) => {
    const items = step.items.map((item): StepItem => {
      const made: StepItem =
        'to' in item ? way(item) : { kind: 'utterance', speaker: 'agent', text: text('x'), span, frame: 'plain' }
      if (item.raises?.length) hits.set(made, item.raises.map(hit))
      return made
    })
    const continues = step.continues ?? (step.within === undefined && at < steps.length - 1)
    return {
      id: name(at),
      title: name(at),
      titleSpan: span,
      span,
      items,
      continues,
      ...(step.within === undefined ? {} : { within: name(step.within) })
    }
  })
  function way({ to, plain }: Way): Branch {
    const target: Branch['target'] =
      to === 'end'
        ? { kind: 'end' }
        : to === 'nowhere'
          ? { kind: 'unknown', name: '?' }
          : { kind: 'step', step: name(to) }
    return { kind: 'branch', ...(plain ? {} : { condition: text('if') }), target, span }
  }
  const script: Script = {
    file: createSourceFile('call.md', ''),
    format: 'markdown',
    facts: {},
    steps: made,
    comments: [],
    unread: []
  }
  return { script, hits }
}
