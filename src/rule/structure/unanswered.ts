import type { CallFact } from '../../flow/index.ts'
import type { Locale, Localised } from '../locale.ts'
import type { Finding, RuleContext } from '../rule.ts'
import { branchesOf, drawsWays } from './drawn.ts'

/** What may happen on any call, with the name a reader knows it by. */
const situations: readonly { readonly facts: readonly CallFact[]; readonly label: Localised }[] = [
  { facts: ['nobody', 'machine'], label: { en: 'nobody answers', 'zh-Hans': '无人接听', 'zh-Hant': '無人接聽' } },
  { facts: ['third-person'], label: { en: 'somebody else answers', 'zh-Hans': '非本人接听', 'zh-Hant': '非本人接聽' } },
  { facts: ['refused'], label: { en: 'the customer refuses', 'zh-Hans': '客户拒绝', 'zh-Hant': '客戶拒絕' } },
  {
    facts: ['disputed'],
    label: { en: 'the customer disputes the debt', 'zh-Hans': '客户提出异议', 'zh-Hant': '客戶提出異議' }
  },
  {
    facts: ['cannot-pay'],
    label: { en: 'the customer cannot pay', 'zh-Hans': '客户无力还款', 'zh-Hant': '客戶無力繳款' }
  },
  {
    facts: ['stop-asked'],
    label: { en: 'the customer asks for no more calls', 'zh-Hans': '客户要求停止来电', 'zh-Hant': '客戶要求停止來電' }
  }
]

/** One finding for a script that draws its ways and leaves out some that every call may take. */
export function* findUnanswered(context: RuleContext): Generator<Finding> {
  const { script } = context
  // Steps that just follow each other make no choice, so none can be missing.
  if (!drawsWays(script) || ![...branchesOf(script)].some(({ branch }) => branch.condition)) return
  const flow = context.flow()
  const answered = new Set<CallFact>()
  for (const [node, { kind, item }] of flow.graph.nodes.entries())
    if (kind === 'enter' || item?.kind === 'branch') for (const { fact } of flow.hitsAt(node)) answered.add(fact)
  const open = situations.filter(({ facts }) => !facts.some(fact => answered.has(fact)))
  if (open.length === 0) return
  const list = (locale: Locale, separator: string) => open.map(({ label }) => label[locale]).join(separator)
  const phrase = { en: list('en', ', '), 'zh-Hans': list('zh-Hans', '、'), 'zh-Hant': list('zh-Hant', '、') }
  yield { messageId: 'found', span: script.steps[0]!.titleSpan, data: { phrase } }
}
