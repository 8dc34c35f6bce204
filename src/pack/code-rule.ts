import type { Rule, RuleDefinition } from '../rule/index.ts'
import { locales } from '../rule/index.ts'

const noText = { en: '', 'zh-Hans': '', 'zh-Hant': '' }

/** A rule written in code becomes the same as any other. */
export function codeRule(id: string, definition: RuleDefinition): Rule {
  const { patterns, check, ...meta } = definition
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
    patterns: Object.fromEntries(Object.entries(patterns).map(([group, sources]) => [group, [sources].flat()])),
    check
  }
}
