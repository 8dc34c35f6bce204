import type { TacticCategory } from '../../diagnostic/index.ts'
import type { Finding, Rule, RuleContext, RuleMeta } from '../rule.ts'

/** What strikes the second reader as a tactic, though no rule may name the wording. */
export interface ReadsLikeRule extends RuleMeta {
  readonly kind: 'reads-like'
  readonly category: TacticCategory
}

/** Findings `found`, one for each passage that reads like the rule's category. */
export function readsLike(source: ReadsLikeRule): Rule {
  return { ...source, patterns: {}, check: context => findings(context, source.category) }
}

function* findings({ impressions }: RuleContext, category: TacticCategory): Generator<Finding> {
  for (const { tactics, usage, span: passage } of impressions()) {
    for (const { tactic, span, phrase, words } of tactics)
      if (tactic === category)
        yield { messageId: 'found', span, data: { phrase }, words: { usage, passage, weighing: words } }
  }
}
