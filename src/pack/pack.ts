import type {
  Localised,
  OrderRule,
  ProhibitRule,
  ReadsLikeRule,
  RequireRule,
  RuleDefinition,
  StructureRule
} from '../rule/index.ts'

/** A folder of rules as it was read from disk: its texts by path inside the folder, with `/`. */
export interface PackFolder {
  readonly name: string
  readonly files: ReadonlyMap<string, string>
  /** The default exports of the folder's `rule.ts` and `rule.js` files, by path; they are run by whoever read the folder. */
  readonly modules?: ReadonlyMap<string, unknown>
}

/** What is wrong in a pack: a trouble of the setup, so the run cannot go on. */
export interface PackProblem {
  /** Path inside the pack's folder, after the pack's name. */
  readonly file: string
  /** Absent where the problem has no place of its own, as in a rule in code. */
  readonly line?: number
  readonly column?: number
  /** The key it is about, as `messages.found.en`; empty for the file as a whole. */
  readonly key: string
  readonly message: string
}

/** An instrument that rules cite. `confidence`: the text itself was read, or a report of it. */
export interface Source {
  readonly title: Localised
  readonly citation: string
  readonly jurisdiction?: string
  readonly since?: string
  readonly until?: string
  readonly read?: string
  readonly checked?: string
  readonly confidence: 'verified' | 'secondary'
}

export type DeclaredRule = ProhibitRule | RequireRule | OrderRule | StructureRule | ReadsLikeRule

/** A pack, read and validated: plain data that can be stored when the program is built. */
export interface PackContent {
  readonly name: string
  readonly sources: Readonly<Record<string, Source>>
  readonly rules: readonly DeclaredRule[]
}

/** A rule written in code, ready to run. */
export interface CodeRule {
  readonly pack: string
  readonly id: string
  readonly definition: RuleDefinition
}
