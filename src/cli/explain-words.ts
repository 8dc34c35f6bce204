import type { Evaluability } from '../diagnostic/index.ts'
import type { Localised } from '../rule/index.ts'

interface ExplainWords {
  readonly why: string
  readonly instead: string
  readonly limits: string
  readonly decides: string
  readonly references: string
  readonly secondary: string
  readonly fires: string
  readonly fine: string
  readonly evaluability: Readonly<Record<Evaluability, string>>
}

/** The headings of `dunlint explain`. */
export const explainWords: Localised<ExplainWords> = {
  en: {
    why: 'Why',
    instead: 'Say instead',
    limits: 'What the rule cannot know',
    decides: 'How sure a finding is',
    references: 'Law and standards',
    secondary: 'known from a report, not read in the original',
    fires: 'The rule fires on',
    fine: 'The rule lets pass',
    evaluability: {
      text: 'the words decide',
      context: 'facts outside the script decide, so a finding asks for proof',
      judgement: 'a person has to look'
    }
  },
  'zh-Hans': {
    why: '原因',
    instead: '建议改为',
    limits: '规则无法判断的情况',
    decides: '结论的可靠程度',
    references: '法律与标准',
    secondary: '据转述，未核对原文',
    fires: '会报告的例子',
    fine: '可以放行的例子',
    evaluability: {
      text: '凭文字即可判定',
      context: '取决于话术之外的事实，需提供证明',
      judgement: '须由人工判断'
    }
  },
  'zh-Hant': {
    why: '原因',
    instead: '建議改為',
    limits: '規則無法判斷的情況',
    decides: '結論的可靠程度',
    references: '法律與標準',
    secondary: '據轉述，未核對原文',
    fires: '會報告的例子',
    fine: '可以放行的例子',
    evaluability: {
      text: '憑文字即可判定',
      context: '取決於話術之外的事實，需提供證明',
      judgement: '須由人工判斷'
    }
  }
}
