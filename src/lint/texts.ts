import type { TroubleCode } from '../diagnostic/index.ts'
import type { Localised } from '../rule/index.ts'

/** The linter's own findings, beside those of rules. */
export type DirectiveCode =
  | 'no-rule'
  | 'no-reason'
  | 'unknown-rule'
  | 'unknown-directive'
  | 'not-suppressible'
  | 'unused'

export const troubleTexts: Readonly<Record<TroubleCode, Localised>> = {
  'not-utf8': {
    en: 'The file is not valid UTF-8; what could not be read is shown as �; save it as UTF-8',
    'zh-Hans': '文件不是有效的 UTF-8，无法读取的字符显示为 �；请另存为 UTF-8',
    'zh-Hant': '檔案不是有效的 UTF-8，無法讀取的字元顯示為 �；請另存為 UTF-8'
  },
  'yaml-syntax': {
    en: 'The YAML cannot be read here ({{message}}); what follows may be missing from the check; mend the syntax',
    'zh-Hans': '此处 YAML 无法解析（{{message}}），其后的内容可能未被检查；请修正语法',
    'zh-Hant': '此處 YAML 無法解析（{{message}}），其後的內容可能未被檢查；請修正語法'
  },
  'yaml-alias-bomb': {
    en: 'The aliases of this file unfold into too much text to read; write the repeated parts out',
    'zh-Hans': '该文件的别名展开后内容过多，无法读取；请直接写出重复部分',
    'zh-Hant': '此檔案的別名展開後內容過多，無法讀取；請直接寫出重複部分'
  },
  'too-deep': {
    en: 'The file is nested too deeply to be read whole; what lies deeper is not checked; flatten it',
    'zh-Hans': '文件嵌套过深，更深处的内容未被检查；请减少层级',
    'zh-Hant': '檔案巢狀過深，更深處的內容未被檢查；請減少層級'
  },
  'too-large': {
    en: 'The file is too large to be a call script and is not checked; split it',
    'zh-Hans': '文件过大，未作检查；请拆分',
    'zh-Hant': '檔案過大，未作檢查；請拆分'
  },
  'front-matter-syntax': {
    en: 'The front matter cannot be read ({{message}}), so its facts are not known; mend the YAML between the --- lines',
    'zh-Hans': '文件头无法解析（{{message}}），其中的信息未能读取；请修正 --- 之间的 YAML',
    'zh-Hant': '檔頭無法解析（{{message}}），其中的資訊未能讀取；請修正 --- 之間的 YAML'
  },
  'unknown-fact-value': {
    en: 'Unknown value "{{value}}" of {{name}}; use one of {{expected}}',
    'zh-Hans': '{{name}} 的值“{{value}}”无法识别；可用的值有 {{expected}}',
    'zh-Hant': '{{name}} 的值「{{value}}」無法識別；可用的值有 {{expected}}'
  },
  'empty-script': {
    en: 'There is no script in this file; nothing was checked',
    'zh-Hans': '文件中没有话术内容，未作任何检查',
    'zh-Hant': '檔案中沒有話術內容，未作任何檢查'
  }
}

export const directiveTexts: Readonly<Record<DirectiveCode, Localised>> = {
  'no-rule': {
    en: 'This excuse names no rule; name each rule it is for, as in dunlint-disable-next-line core/no-arrest-threat -- reason',
    'zh-Hans': '豁免未写明规则；请逐一写出规则名，例如 dunlint-disable-next-line core/no-arrest-threat -- 理由',
    'zh-Hant': '豁免未寫明規則；請逐一寫出規則名，例如 dunlint-disable-next-line core/no-arrest-threat -- 理由'
  },
  'no-reason': {
    en: 'This excuse gives no reason and excuses nothing; add one after " -- "',
    'zh-Hans': '豁免未写理由，因此不生效；请在“ -- ”后写明理由',
    'zh-Hant': '豁免未寫理由，因此不生效；請在「 -- 」後寫明理由'
  },
  'unknown-rule': {
    en: 'There is no rule "{{rule}}"; dunlint rules lists the names{{meant}}',
    'zh-Hans': '没有名为“{{rule}}”的规则；可用 dunlint rules 查看规则名{{meant}}',
    'zh-Hant': '沒有名為「{{rule}}」的規則；可用 dunlint rules 查看規則名{{meant}}'
  },
  'unknown-directive': {
    en: 'There is no directive "{{name}}"; the one there is is dunlint-disable-next-line',
    'zh-Hans': '没有名为“{{name}}”的指令；可用的指令是 dunlint-disable-next-line',
    'zh-Hant': '沒有名為「{{name}}」的指令；可用的指令是 dunlint-disable-next-line'
  },
  'not-suppressible': {
    en: 'Nobody may excuse {{rule}}; the finding stands; take this excuse out',
    'zh-Hans': '{{rule}} 不允许豁免，问题仍然成立；请删除此豁免',
    'zh-Hant': '{{rule}} 不允許豁免，問題仍然成立；請刪除此豁免'
  },
  unused: {
    en: 'Nothing to excuse: {{rule}} reports nothing on the next line; take this excuse out',
    'zh-Hans': '下一行并无 {{rule}} 的问题，豁免未被用到；请删除',
    'zh-Hant': '下一行並無 {{rule}} 的問題，豁免未被用到；請刪除'
  }
}

/** Put behind the name of a rule that is not there, where another is near. */
export const meantTexts: Localised = {
  en: '; did you mean "{{rule}}"?',
  'zh-Hans': '，是否指“{{rule}}”？',
  'zh-Hant': '，是否指「{{rule}}」？'
}

/** Put before a message where facts that the rule hangs on are unknown. */
export const conditionTexts: Localised = {
  en: 'If {{facts}}: {{message}}',
  'zh-Hans': '若 {{facts}}：{{message}}',
  'zh-Hant': '若 {{facts}}：{{message}}'
}

/** Put before a message of a rule whose facts lie outside the script. */
export const proofTexts: Localised = {
  en: 'Needs proof: {{message}}',
  'zh-Hans': '需核实：{{message}}',
  'zh-Hant': '需查證：{{message}}'
}
