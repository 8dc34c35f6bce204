import { isPatternError, parsePattern, splitWords } from '../match/index.ts'
import type { Rule, RuleDefinition } from '../rule/index.ts'
import { locales } from '../rule/index.ts'

const noText = { en: '', 'zh-Hans': '', 'zh-Hant': '' }

/** A rule written in code becomes the same as any other. @throws on a pattern that cannot be parsed, naming the rule. */
export function codeRule(id: string, definition: RuleDefinition): Rule {
  const { patterns, check, ...meta } = definition
  const groups = Object.entries(patterns).map(([group, sources]) => [group, [sources].flat()] as const)
  for (const [, sources] of groups) for (const source of sources) checkPattern(id, source)
  return {
    severity: 'error',
    evaluability: 'text',
    languages: locales,
    applies: {},
    title: noText,
    why: noText,
    advice: { en: [], 'zh-Hans': [], 'zh-Hant': [] },
    references: [],
    suppressible: true,
    ...meta,
    id,
    kind: 'code',
    patterns: Object.fromEntries(groups),
    check
  }
}

function checkPattern(id: string, source: string): void {
  const parsed = parsePattern(source, splitWords)
  if (isPatternError(parsed))
    throw new Error(`rule ${id}: the pattern "${source}" is wrong at character ${parsed.at + 1}: ${parsed.message}`)
}
