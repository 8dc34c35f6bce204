import type { Category, Evaluability, Reference, Severity, TacticCategory } from '../diagnostic/index.ts'
import { disclosureCategories, tacticCategories } from '../diagnostic/index.ts'
import type { CallFact } from '../flow/index.ts'
import type { Stance } from '../match/index.ts'
import { isPatternError, parsePattern, splitWords } from '../match/index.ts'
import type { Locale, Localised, PatternGroup, RequireScope, RuleMeta, StructureTrouble, Usage } from '../rule/index.ts'
import type { PatternUse } from './concepts.ts'
import { patternMessage } from './concepts.ts'
import type { DeclaredRule, PackProblem } from './pack.ts'
import { validate } from './schema.ts'
import type { YamlFile } from './yaml-file.ts'
import { readYaml } from './yaml-file.ts'

interface PatternLists {
  readonly en?: readonly string[]
  readonly zh?: readonly string[]
}

interface GroupEntry {
  readonly in?: readonly Usage[]
  readonly stances?: readonly Stance[]
  readonly patterns?: PatternLists
}

interface SideEntry extends GroupEntry {
  readonly facts?: readonly CallFact[]
}

interface RuleEntry extends GroupEntry {
  readonly kind: 'prohibit' | 'require' | 'order' | 'structure' | 'reads-like'
  readonly category: Category
  readonly severity: Severity
  readonly evaluability?: Evaluability
  readonly languages: readonly Locale[]
  readonly applies?: RuleMeta['applies']
  readonly also?: readonly GroupEntry[]
  readonly unless?: PatternLists
  readonly facts?: readonly CallFact[]
  readonly while?: readonly CallFact[]
  readonly times?: number
  readonly trouble?: StructureTrouble
  readonly first?: SideEntry
  readonly later?: SideEntry
  readonly elements?: Readonly<Record<string, GroupEntry & { readonly label?: Localised }>>
  readonly scope?: RequireScope
  readonly before?: readonly CallFact[]
  readonly counts?: readonly CallFact[]
  readonly when?: readonly CallFact[]
  readonly paths?: readonly CallFact[]
  readonly except?: readonly CallFact[]
  readonly title: Localised
  readonly why: Localised
  readonly limits?: Localised
  readonly messages: Readonly<Record<string, Localised>>
  readonly advice: Localised<readonly string[]>
  readonly references?: readonly Reference[]
  readonly suppressible?: boolean
}

export interface RuleFileResult {
  readonly rule?: DeclaredRule
  readonly problems: readonly PackProblem[]
  /** What the patterns of the rule ask for. */
  readonly uses: readonly PatternUse[]
  /** Says where a key of the file stands, for problems that only the whole pack shows. */
  readonly file?: YamlFile
}

/** The message ids that a kind uses, and that a rule of it has to write. */
const messageIds = {
  prohibit: ['found'],
  require: ['missing', 'partial', 'missing-on-path'],
  order: ['missing', 'missing-on-path'],
  structure: ['found'],
  'reads-like': ['found']
} as const
const defaults = {
  prohibit: { in: ['spoken', 'instructed'], stances: ['asserted', 'conditional'] },
  require: { in: ['spoken'], stances: ['asserted', 'conditional'] },
  order: { in: ['spoken'], stances: ['asserted', 'conditional', 'asked'] },
  structure: { in: [], stances: [] },
  'reads-like': { in: [], stances: [] }
} as const
/** A disclosure belongs to the talk about the debt, and to the one who owes it, unless its rule says otherwise. */
const usualPaths: readonly CallFact[] = ['debt-told']
const usuallyExcepted: readonly CallFact[] = ['third-person', 'machine', 'nobody', 'unverified']

/** Reads one `rule.yaml`: schema, patterns, and what the schema cannot say. */
export async function readRuleFile(path: string, id: string, text: string): Promise<RuleFileResult> {
  const file = readYaml(path, text)
  if (!('data' in file)) return { problems: file, uses: [] }
  const problems = await validate(file, 'rule')
  if (problems.length) return { problems, uses: [], file }
  const entry = file.data as RuleEntry
  problems.push(
    ...nameProblems(id, entry, file),
    ...categoryProblems(entry, file),
    ...labelProblems(entry, file),
    ...foreignKeys(entry, file),
    ...messageProblems(entry, file)
  )
  const reader = new PatternReader(file, problems)
  const meta: RuleMeta = {
    id,
    category: entry.category,
    severity: entry.severity,
    evaluability: entry.evaluability ?? 'text',
    languages: entry.languages,
    applies: entry.applies ?? {},
    title: entry.title,
    why: entry.why,
    ...(entry.limits && { limits: entry.limits }),
    messages: entry.messages,
    advice: entry.advice,
    references: entry.references ?? [],
    suppressible: entry.suppressible ?? true
  }
  const rule = readKind(entry, meta, reader)
  return { rule, problems, uses: reader.uses, file }
}

function readKind(entry: RuleEntry, meta: RuleMeta, reader: PatternReader): DeclaredRule {
  const none: readonly CallFact[] = []
  switch (entry.kind) {
    case 'prohibit':
      return {
        ...meta,
        kind: 'prohibit',
        unless: reader.lists(entry.unless, ['unless']),
        groups: [
          ...(entry.patterns ? [reader.group(entry, [])] : []),
          ...(entry.also ?? []).map((group, at) => reader.group(group, ['also', at], entry))
        ],
        facts: entry.facts ?? none,
        while: entry.while ?? none,
        times: entry.times ?? 1
      }
    case 'require':
      return {
        ...meta,
        kind: 'require',
        unless: reader.lists(entry.unless, ['unless']),
        elements: Object.entries(entry.elements!).map(([name, group]) => ({
          name,
          ...(group.label && { label: group.label }),
          ...reader.group(group, ['elements', name], entry)
        })),
        scope: entry.scope ?? 'anywhere',
        before: entry.before ?? none,
        counts: entry.counts ?? none,
        when: entry.when ?? none,
        paths: entry.paths ?? usualPaths,
        except: entry.except ?? usuallyExcepted
      }
    case 'order':
      return {
        ...meta,
        kind: 'order',
        first: { ...reader.group(entry.first!, ['first'], entry), facts: entry.first!.facts ?? none },
        later: { ...reader.group(entry.later!, ['later'], entry), facts: entry.later!.facts ?? none },
        except: entry.except ?? none
      }
    case 'structure':
      return { ...meta, kind: 'structure', trouble: entry.trouble! }
    case 'reads-like':
      return { ...meta, kind: 'reads-like', category: entry.category as TacticCategory }
  }
}

class PatternReader {
  readonly uses: PatternUse[] = []
  readonly #file: YamlFile
  readonly #problems: PackProblem[]

  constructor(file: YamlFile, problems: PackProblem[]) {
    this.#file = file
    this.#problems = problems
  }

  /** A group takes what it does not say itself from the rule, and that from its kind. */
  group(group: GroupEntry, path: readonly (string | number)[], rule: RuleEntry = group as RuleEntry): PatternGroup {
    const fallback = defaults[rule.kind]
    return {
      in: group.in ?? rule.in ?? fallback.in,
      stances: group.stances ?? rule.stances ?? fallback.stances,
      patterns: this.lists(group.patterns, [...path, 'patterns'])
    }
  }

  lists(lists: PatternLists | undefined, path: readonly (string | number)[]): string[] {
    const patterns: string[] = []
    for (const language of ['en', 'zh'] as const) {
      lists?.[language]?.forEach((source, at) => {
        const parsed = parsePattern(source, splitWords)
        const problem = (message: string) => this.#file.problem([...path, language, at], message)
        if (isPatternError(parsed)) this.#problems.push(problem(patternMessage(source, parsed)))
        else {
          patterns.push(source)
          this.uses.push({ source, problem })
        }
      })
    }
    return patterns
  }
}

/** What is wrong with the name of a rule's folder; undefined where nothing is. */
export function idMessage(id: string): string | undefined {
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) return undefined
  return `the folder name "${id}" is no rule id (small letters, digits and hyphens)`
}

const names: { readonly [kind in RuleEntry['kind']]: { readonly form: RegExp; readonly shown: string } } = {
  prohibit: { form: /^no-/, shown: 'no-…' },
  require: { form: /^require-/, shown: 'require-…' },
  order: { form: /^.+-before-.+$/, shown: '…-before-…' },
  structure: { form: /^no-/, shown: 'no-…' },
  'reads-like': { form: /^reads-like-/, shown: 'reads-like-…' }
}

function nameProblems(id: string, { kind }: RuleEntry, file: YamlFile): PackProblem[] {
  const message = idMessage(id)
  if (message !== undefined) return [file.problem([], message)]
  const { form, shown } = names[kind]
  return form.test(id) ? [] : [file.problem(['kind'], `a rule of kind ${kind} is named ${shown}`)]
}

/** Tactics are what must not be done, disclosures what must be said, the flow is how a call goes. */
function categoryProblems({ kind, category }: RuleEntry, file: YamlFile): PackProblem[] {
  const [fitting, called] = fittingCategories[kind]
  if (fitting.includes(category)) return []
  const message = `a rule of kind ${kind} has the category of a ${called}, and "${category}" is none: ${fitting.join(', ')}`
  return [file.problem(['category'], message)]
}

const fittingCategories: { readonly [kind in RuleEntry['kind']]: readonly [readonly Category[], string] } = {
  prohibit: [tacticCategories, 'tactic'],
  require: [disclosureCategories, 'disclosure'],
  order: [[...disclosureCategories, ...tacticCategories], 'disclosure or a tactic'],
  structure: [['flow'], 'flow problem'],
  'reads-like': [tacticCategories, 'tactic']
}

const ownKeys: { readonly [kind in RuleEntry['kind']]: readonly string[] } = {
  prohibit: ['in', 'stances', 'patterns', 'also', 'unless', 'facts', 'while', 'times'],
  require: ['in', 'stances', 'elements', 'unless', 'scope', 'before', 'counts', 'when', 'paths', 'except'],
  order: ['in', 'stances', 'first', 'later', 'except'],
  structure: ['trouble'],
  'reads-like': []
}

/** A key that another kind reads and this one does not would be an option without effect. */
function foreignKeys(entry: RuleEntry, file: YamlFile): PackProblem[] {
  const foreign = new Set(Object.values(ownKeys).flat())
  for (const key of ownKeys[entry.kind]) foreign.delete(key)
  const wrong = Object.keys(entry).filter(key => foreign.has(key))
  const unused = entry.kind === 'require' && entry.scope === 'opening' && entry.paths
  const factsAlone = entry.kind === 'prohibit' && entry.facts && !entry.while && (entry.times ?? 1) === 1
  return [
    ...wrong.map(key => file.problem([key], `a rule of kind ${entry.kind} has no "${key}"`)),
    ...(unused ? [file.problem(['paths'], 'the opening is asked of every path; leave "paths" out')] : []),
    ...(factsAlone ? [file.problem(['facts'], 'facts are looked at on paths: add "while" or "times"')] : [])
  ]
}

/** Without labels, nobody could be told which elements are missing. */
function labelProblems({ elements = {} }: RuleEntry, file: YamlFile): PackProblem[] {
  const entries = Object.entries(elements)
  if (entries.length < 2) return []
  return entries
    .filter(([, element]) => !element.label)
    .map(([name]) =>
      file.problem(['elements', name], 'the key "label" is missing; a rule with several elements names each')
    )
}

function messageProblems(entry: RuleEntry, file: YamlFile): PackProblem[] {
  const used = usedMessages(entry)
  return [
    ...used.filter(id => !entry.messages[id]).map(id => file.problem(['messages'], `the message "${id}" is missing`)),
    ...Object.keys(entry.messages)
      .filter(id => !used.includes(id))
      .map(id => file.problem(['messages', id], `no finding of this rule uses the message "${id}"`))
  ]
}

function usedMessages(entry: RuleEntry): readonly string[] {
  if (entry.kind !== 'require') return messageIds[entry.kind]
  const isMultiple = Object.keys(entry.elements ?? {}).length > 1
  const isOnPaths = (entry.scope ?? 'anywhere') !== 'anywhere' || entry.before !== undefined
  return messageIds.require.filter(id => (id === 'partial' ? isMultiple : id === 'missing-on-path' ? isOnPaths : true))
}
