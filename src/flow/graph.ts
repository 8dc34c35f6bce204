import type { Branch, Script, Step, StepItem } from '../script/index.ts'

/**
 * A point of the call. `enter` and `leave` are the ends of a step, `item` one of its parts or
 * branches, `join` where the ways of one choice come together again. `end`: the call is over. `away`:
 * it goes on where this file does not tell.
 */
export interface FlowNode {
  readonly kind: 'enter' | 'item' | 'join' | 'leave' | 'end' | 'away'
  /** The step it belongs to, by its place in the script; -1 for `end` and `away`. */
  readonly step: number
  readonly item?: StepItem
}

/** The ways through a call. Nodes are numbers; the order of successors is that of the script. */
export interface CallGraph {
  readonly script: Script
  readonly nodes: readonly FlowNode[]
  readonly next: readonly (readonly number[])[]
  /** Where a call can begin: the first step, and each step that begins a call of its own. */
  readonly entries: readonly number[]
  readonly end: number
  readonly away: number
  /** The node of a part or branch, or where a step begins. */
  readonly nodeOf: ReadonlyMap<StepItem | Step, number>
  /** Branches that lead out of the file, or nowhere: what they name, for whoever lints several files at once. */
  readonly exits: readonly { readonly branch: Branch; readonly node: number; readonly name: string }[]
}

/** What the words of a script say about its ways. */
export interface GraphHints {
  /** True for a step that shows a situation apart (a voicemail, a wrong number): the call does not fall into it, and is over after it. */
  readonly isAside: (step: Step) => boolean
  /** True for a step that begins another call ("Scenario 2"): what stands above it has nothing to do with it. */
  readonly beginsCall: (step: Step) => boolean
  /** True where the conditions of these branches cover every case. */
  readonly coversAll: (branches: readonly Branch[]) => boolean
}

const noHints: GraphHints = { isAside: () => false, beginsCall: () => false, coversAll: () => false }

/** Builds the graph of a script, in time linear in its steps, items and branches. */
export function buildGraph(script: Script, hints: GraphHints = noHints): CallGraph {
  return new GraphBuilder(script, hints).build()
}

class GraphBuilder {
  readonly #script: Script
  readonly #hints: GraphHints
  readonly #nodes: FlowNode[] = []
  readonly #next: number[][] = []
  readonly #nodeOf = new Map<StepItem | Step, number>()
  readonly #enters = new Map<string, number>()
  readonly #leaves: number[] = []
  readonly #exits: { branch: Branch; node: number; name: string }[] = []
  /** For a step that a branch opened: where the call goes on after it. */
  readonly #returns = new Map<string, Set<number>>()
  /** The step that follows in the document, leaving out asides and what branches opened; by place. */
  readonly #following: (Step | undefined)[] = []
  readonly #end: number
  readonly #away: number

  constructor(script: Script, hints: GraphHints) {
    this.#script = script
    this.#hints = hints
    this.#end = this.#add({ kind: 'end', step: -1 })
    this.#away = this.#add({ kind: 'away', step: -1 })
  }

  build(): CallGraph {
    const { steps } = this.#script
    let following: Step | undefined
    for (let at = steps.length - 1; at >= 0; at--) {
      this.#following[at] = following
      if (steps[at]!.within !== undefined || this.#hints.isAside(steps[at]!)) continue
      following = this.#hints.beginsCall(steps[at]!) ? undefined : steps[at]
    }
    for (const [at, step] of steps.entries()) {
      const node = this.#add({ kind: 'enter', step: at })
      this.#enters.set(step.id, node)
      this.#nodeOf.set(step, node)
    }
    for (const at of steps.keys()) this.#addStep(at)
    for (const at of steps.keys()) this.#leaveStep(at)
    return {
      script: this.#script,
      nodes: this.#nodes,
      next: this.#next,
      entries: [steps[0]!, ...steps.slice(1).filter(this.#hints.beginsCall)].map(step => this.#enters.get(step.id)!),
      end: this.#end,
      away: this.#away,
      nodeOf: this.#nodeOf,
      exits: this.#exits
    }
  }

  #add(node: FlowNode): number {
    this.#next.push([])
    return this.#nodes.push(node) - 1
  }

  #link(from: number, to: number): void {
    this.#next[from]!.push(to)
  }

  #addStep(at: number): void {
    const step = this.#script.steps[at]!
    const { items } = step
    let open = this.#enters.get(step.id)!
    for (let place = 0; place < items.length; ) {
      const item = items[place]!
      const node = this.#add({ kind: 'item', step: at, item })
      this.#nodeOf.set(item, node)
      if (item.kind !== 'branch') {
        this.#link(open, node)
        open = node
        place++
        continue
      }
      const choice: Branch[] = [item]
      const nodes = [node]
      while (items[place + choice.length]?.kind === 'branch') {
        const branch = items[place + choice.length] as Branch
        choice.push(branch)
        const other = this.#add({ kind: 'item', step: at, item: branch })
        this.#nodeOf.set(branch, other)
        nodes.push(other)
      }
      place += choice.length
      open = this.#addChoice(at, open, choice, nodes, place < items.length)
    }
    const leave = this.#add({ kind: 'leave', step: at })
    this.#leaves[at] = leave
    this.#link(open, leave)
  }

  /** The branches that stand together are one choice; returns where the call goes on after it. */
  #addChoice(at: number, from: number, choice: readonly Branch[], nodes: readonly number[], goesOn: boolean): number {
    const join = this.#add({ kind: 'join', step: at })
    for (const [place, branch] of choice.entries()) {
      this.#link(from, nodes[place]!)
      this.#leadTo(nodes[place]!, branch, join)
    }
    if (this.#mayPass(at, choice, goesOn)) this.#link(from, join)
    return join
  }

  #leadTo(node: number, branch: Branch, join: number): void {
    const { target } = branch
    if (target.kind === 'end') this.#link(node, this.#end)
    else if (target.kind === 'unknown') {
      this.#exits.push({ branch, node, name: target.name })
      this.#link(node, this.#away)
    } else {
      this.#link(node, this.#enters.get(target.step)!)
      const returns = this.#returns.get(target.step)
      if (returns) returns.add(join)
      else this.#returns.set(target.step, new Set([join]))
    }
  }

  /** Whether the call may go on without any of these branches. */
  #mayPass(at: number, choice: readonly Branch[], goesOn: boolean): boolean {
    // Text below a plain jump would be dead; whoever wrote it there meant it to be said.
    if (choice.some(branch => branch.condition === undefined)) return goesOn
    if (this.#hints.coversAll(choice)) return false
    const following = this.#following[at]
    const isNamed = choice.some(({ target }) => target.kind === 'step' && target.step === following?.id)
    return goesOn || !isNamed || this.#script.steps[at]!.within !== undefined
  }

  #leaveStep(at: number): void {
    const step = this.#script.steps[at]!
    const leave = this.#leaves[at]!
    const following = this.#following[at]
    if (this.#hints.isAside(step)) this.#link(leave, this.#end)
    else if (step.within !== undefined) for (const join of this.#returns.get(step.id) ?? []) this.#link(leave, join)
    else if (step.continues && following) this.#link(leave, this.#enters.get(following.id)!)
    if (this.#next[leave]!.length === 0) this.#link(leave, this.#end)
  }
}
