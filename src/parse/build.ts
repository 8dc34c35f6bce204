import type { Trouble } from '../diagnostic/index.ts'
import type {
  Branch,
  BranchTarget,
  Comment,
  Facts,
  Frame,
  Listener,
  Part,
  Script,
  Speaker,
  Step,
  Unread
} from '../script/index.ts'
import type { SourceFile, Span, SpokenText } from '../source/index.ts'
import { toSource, trimText } from '../source/index.ts'
import type { ParseResult } from './result.ts'
import { slugOf } from './slug.ts'
import type { TargetIndex } from './targets.ts'
import { indexTargets, isEnd } from './targets.ts'

/** How a step begins. */
export interface StepOpening {
  readonly title: string
  readonly titleSpan: Span
  /** The script's own name for the step; without one the title makes the id. */
  readonly id?: string
  /** Other names by which branches may call it. */
  readonly aliases?: readonly string[]
  /** The step that opens this one by a branch, and goes on after it. */
  readonly within?: StepDraft
  /** Who is on the line in it, where the script marks it so. */
  readonly listener?: Listener
  /** Whether the call goes on with the next step of the document; found out where it is not said. */
  readonly continues?: boolean
}

/** A step while it is being filled; callers hold on to it but only the builder looks inside. */
export interface StepDraft {
  readonly opening: StepOpening
  readonly id: string
  readonly order: number
  readonly items: (Part | BranchDraft)[]
  /** Set while the step is filled, where its opening does not know yet. */
  listener?: Listener
}

/** A branch whose target is still a name. */
export interface BranchDraft {
  readonly kind: 'branch'
  readonly condition?: SpokenText
  readonly target: DraftTarget
  readonly span: Span
}

/**
 * Where a branch leads: a step at hand, the end, or a name to look up when all steps are known. An unsure
 * name ("proceed to capture details") that nothing answers to was no branch, and is left out.
 */
export type DraftTarget = StepDraft | { readonly name: string; readonly unsure?: boolean } | { readonly end: true }

/**
 * Collects a script piece by piece, in the order of the source. Both formats use it, so that the same
 * call written in Markdown and in YAML becomes the same script.
 */
export class ScriptBuilder {
  readonly file: SourceFile
  readonly #format: Script['format']
  readonly #steps: StepDraft[] = []
  readonly #ids = new Set<string>()
  readonly #copies = new Map<string, number>()
  readonly #comments: Comment[] = []
  readonly #unread: Unread[] = []
  readonly #troubles: Trouble[] = []
  #title: string | undefined
  #facts: Facts = {}
  #current: StepDraft | undefined

  constructor(file: SourceFile, format: Script['format']) {
    this.file = file
    this.#format = format
  }

  /** The step that parts go into at the moment. */
  get current(): StepDraft | undefined {
    return this.#current
  }

  /** Names the script; the first name stays. */
  entitle(title: string): void {
    if (title !== '') this.#title ??= title
  }

  /** States facts; what was stated before stays. */
  state(facts: Facts): void {
    this.#facts = { ...facts, ...this.#facts }
  }

  /** Begins a step; all parts go into it until another is opened or resumed. */
  openStep(opening: StepOpening): StepDraft {
    const id = this.#uniqueId(opening.id ?? shorten(slugOf(opening.title), opening.within ? 40 : 80))
    const step: StepDraft = { opening, id, order: this.#steps.length, items: [] }
    this.#steps.push(step)
    this.#current = step
    return step
  }

  /** Marks who is on the line in the current step; the first mark stays. */
  mark(listener: Listener): void {
    if (this.#current) this.#current.listener ??= listener
  }

  /** Goes back to a step that was opened before. */
  resume(step: StepDraft): void {
    this.#current = step
  }

  /** Adds what somebody says. White space at the ends is taken off; empty text adds nothing. */
  utter(
    speaker: Speaker,
    text: SpokenText,
    options: { label?: string; around?: SpokenText; frame?: Frame } = {}
  ): void {
    const { label, around, frame = 'plain' } = options
    this.#add(text, (clean, span) => ({
      kind: 'utterance',
      speaker,
      ...(label ? { label } : {}),
      ...(around ? { around } : {}),
      text: clean,
      span,
      frame
    }))
  }

  /** Adds text for the agent's eyes. */
  instruct(text: SpokenText, frame: Frame = 'plain'): void {
    this.#add(text, (clean, span) => ({ kind: 'instruction', text: clean, span, frame }))
  }

  /** Adds text that is shown, not used. */
  mention(text: SpokenText, frame: Frame = 'quoted'): void {
    this.#add(text, (clean, span) => ({ kind: 'mention', text: clean, span, frame }))
  }

  /** Adds an edge from the current step (or from `from`). */
  branch(target: DraftTarget, span: Span, condition?: SpokenText, from?: StepDraft): void {
    const clean = condition && trimText(condition)
    const step = from ?? this.#current ?? this.#openUntitled(span)
    step.items.push({ kind: 'branch', ...(clean?.value ? { condition: clean } : {}), target, span })
  }

  comment(text: string, span: Span): void {
    this.#comments.push({ text, span })
  }

  /** Notes what is left out, and why; nothing may be dropped without it. */
  skip(reason: string, span: Span): void {
    this.#unread.push({ reason, span })
  }

  trouble(trouble: Trouble): void {
    this.#troubles.push(trouble)
  }

  /** Ends the collecting: resolves branches, drops what is empty, and makes the script. */
  build(): ParseResult {
    const steps = this.#finishSteps()
    const hasText = steps.some(step => step.items.some(item => item.kind !== 'branch'))
    if (!hasText) this.trouble({ code: 'empty-script', span: { start: 0, end: 0 } })
    const script: Script = {
      file: this.file,
      format: this.#format,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      facts: this.#facts,
      steps,
      comments: this.#comments,
      unread: this.#unread.toSorted((a, b) => a.span.start - b.span.start)
    }
    return { script, troubles: this.#troubles }
  }

  #add(text: SpokenText, make: (text: SpokenText, span: Span) => Part): void {
    const clean = trimText(text)
    if (clean.value === '') return
    const span = toSource(clean, 0, clean.value.length)
    const step = this.#current ?? this.#openUntitled(span)
    step.items.push(make(clean, span))
  }

  #openUntitled(span: Span): StepDraft {
    return this.openStep({ id: 'start', title: '', titleSpan: span })
  }

  #uniqueId(wanted: string): string {
    const base = wanted || 'step'
    let id = base
    let count = this.#copies.get(base) ?? 1
    while (this.#ids.has(id)) id = `${base}-${++count}`
    this.#copies.set(base, count)
    this.#ids.add(id)
    return id
  }

  #finishSteps(): Step[] {
    const { kept, names } = this.#dropEmpty()
    if (kept.length === 0) {
      const end = this.file.text.length
      return [
        {
          id: 'start',
          title: '',
          titleSpan: { start: 0, end: 0 },
          span: { start: 0, end },
          items: [],
          continues: false
        }
      ]
    }
    const keptSet = new Set(kept)
    // Few scripts name steps, and to index all their names takes time.
    let index: TargetIndex | undefined
    const namesOf = () =>
      kept.map(step => ({ id: step.id, title: step.opening.title, aliases: names.get(step) ?? [], order: step.order }))
    const find = (target: DraftTarget, from: StepDraft): BranchTarget | undefined => {
      if ('end' in target) return { kind: 'end' }
      if ('id' in target) return keptSet.has(target) ? { kind: 'step', step: target.id } : undefined
      index ??= indexTargets(namesOf())
      const found = index.find(target.name, from.order)
      return (
        found ??
        (target.unsure ? undefined : isEnd(target.name) ? { kind: 'end' } : { kind: 'unknown', name: target.name })
      )
    }
    const lastOnTop = kept.findLast(step => !step.opening.within)
    return kept.map(step => finishStep(step, target => find(target, step), step === lastOnTop))
  }

  /** A heading without text of its own is no step; who names it means the step after it. */
  #dropEmpty(): { kept: StepDraft[]; names: Map<StepDraft, string[]> } {
    const opened = new Set<DraftTarget>()
    for (const step of this.#steps) {
      for (const [at, item] of step.items.entries()) {
        if (item.kind !== 'branch') continue
        const straight = shortCut(item.target)
        if (straight) step.items[at] = { ...item, target: straight }
        else opened.add(item.target)
      }
    }
    const kept: StepDraft[] = []
    const names = new Map<StepDraft, string[]>()
    let pending: string[] = []
    for (const step of this.#steps) {
      const own = [...(step.opening.aliases ?? [])]
      if (shortCut(step)) continue
      if (step.items.length === 0 && !opened.has(step) && step.opening.id === undefined) {
        if (!step.opening.within) pending.push(step.id, step.opening.title, ...own)
        continue
      }
      kept.push(step)
      names.set(step, step.opening.within ? own : [...own, ...pending])
      if (!step.opening.within) pending = []
    }
    return { kept, names }
  }
}

/** A condition makes a long name; its first words will do. */
function shorten(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const cut = slug.slice(0, length)
  return (/^(.*[^-])-+[^-]*$/.exec(cut)?.[1] ?? cut).replace(/[\uD800-\uDBFF]$/, '')
}

/** A step that a branch opened and that holds only a jump is no step: the branch leads where it jumps. */
function shortCut(target: DraftTarget): DraftTarget | undefined {
  if (!('id' in target) || !target.opening.within || target.items.length !== 1) return undefined
  const only = target.items[0]!
  return only.kind === 'branch' && only.condition === undefined ? only.target : undefined
}

function finishStep(step: StepDraft, find: (target: DraftTarget) => BranchTarget | undefined, isLast: boolean): Step {
  const items: Step['items'][number][] = []
  for (const item of step.items) {
    if (item.kind !== 'branch') {
      items.push(item)
      continue
    }
    const target = find(item.target)
    if (target) items.push({ ...item, target } satisfies Branch)
  }
  const { title, titleSpan, within, continues } = step.opening
  const listener = step.listener ?? step.opening.listener
  const last = items.at(-1)
  const jumps = last?.kind === 'branch' && last.condition === undefined
  return {
    id: step.id,
    title,
    titleSpan,
    span: { start: titleSpan.start, end: Math.max(titleSpan.end, last?.span.end ?? 0) },
    items,
    ...(within ? { within: within.id } : {}),
    ...(listener ? { listener } : {}),
    continues: continues ?? !(within || jumps || isLast)
  }
}
