import type { Category, Evaluability, Reference, Severity } from '../diagnostic/index.ts'
import { disclosureCategories, tacticCategories } from '../diagnostic/index.ts'
import type { Stance } from '../match/index.ts'
import { isPatternError, parsePattern, splitWords } from '../match/index.ts'
import type { Locale, Localised, PatternGroup, RuleMeta, Usage } from '../rule/index.ts'
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

interface RuleEntry extends GroupEntry {
  readonly kind: 'prohibit' | 'require'
  readonly category: Category
  readonly severity: Severity
  readonly evaluability?: Evaluability
  readonly languages: readonly Locale[]
  readonly applies?: RuleMeta['applies']
  readonly also?: readonly GroupEntry[]
  readonly unless?: PatternLists
  readonly elements?: Readonly<Record<string, GroupEntry & { readonly label?: Localised }>>
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
const messageIds = { prohibit: ['found'], require: ['missing', 'partial'] } as const
const defaults = {
  prohibit: { in: ['spoken', 'instructed'], stances: ['asserted', 'conditional'] },
  require: { in: ['spoken'], stances: ['asserted', 'conditional'] }
} as const

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
  const unless = reader.lists(entry.unless, ['unless'])
  const rule: DeclaredRule =
    entry.kind === 'prohibit'
      ? {
          ...meta,
          kind: 'prohibit',
          unless,
          groups: [
            reader.group(entry, []),
            ...(entry.also ?? []).map((group, at) => reader.group(group, ['also', at], entry))
          ]
        }
      : {
          ...meta,
          kind: 'require',
          unless,
          elements: Object.entries(entry.elements!).map(([name, group]) => ({
            name,
            ...(group.label && { label: group.label }),
            ...reader.group(group, ['elements', name], entry)
          }))
        }
  return { rule, problems, uses: reader.uses, file }
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

function nameProblems(id: string, entry: RuleEntry, file: YamlFile): PackProblem[] {
  const message = idMessage(id)
  if (message !== undefined) return [file.problem([], message)]
  const fits = entry.kind === 'prohibit' ? id.startsWith('no-') : id.startsWith('require-')
  return fits
    ? []
    : [
        file.problem(
          ['kind'],
          `a rule of kind ${entry.kind} is named ${entry.kind === 'prohibit' ? 'no-…' : 'require-…'}`
        )
      ]
}

/** Tactics are what must not be done, disclosures what must be said. */
function categoryProblems({ kind, category }: RuleEntry, file: YamlFile): PackProblem[] {
  const [fitting, called]: [readonly Category[], string] =
    kind === 'prohibit' ? [tacticCategories, 'tactic'] : [disclosureCategories, 'disclosure']
  if (fitting.includes(category)) return []
  const message = `a rule of kind ${kind} has the category of a ${called}, and "${category}" is none: ${fitting.join(', ')}`
  return [file.problem(['category'], message)]
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
  const needed: readonly string[] = messageIds[entry.kind]
  const multiple = entry.kind === 'require' && Object.keys(entry.elements ?? {}).length > 1
  const used = needed.filter(id => id !== 'partial' || multiple)
  return [
    ...used.filter(id => !entry.messages[id]).map(id => file.problem(['messages'], `the message "${id}" is missing`)),
    ...Object.keys(entry.messages)
      .filter(id => !used.includes(id))
      .map(id => file.problem(['messages', id], `no finding of this rule uses the message "${id}"`))
  ]
}
