import type { Diagnostic } from '../diagnostic/index.ts'
import type { Locale, Localised } from '../rule/index.ts'

const texts: Localised = {
  en: 'The file is named but ignored, so it is not checked; use --no-ignore to check it, or --no-warn-ignored to hide this',
  'zh-Hans': '该文件虽被指定，但在忽略之列，未作检查；用 --no-ignore 强制检查，用 --no-warn-ignored 隐藏此提示',
  'zh-Hant': '此檔案雖被指定，但在忽略之列，未作檢查；用 --no-ignore 強制檢查，用 --no-warn-ignored 隱藏此提示'
}

/** What is said of a file that somebody named and that is ignored all the same: nobody should think it was clean. */
export function ignoredFile(locale: Locale): Diagnostic {
  const start = { line: 0, column: 0 }
  return {
    ruleId: 'format/ignored-file',
    messageId: 'ignored-file',
    category: 'format',
    pack: 'format',
    severity: 'warning',
    evaluability: 'text',
    message: texts[locale],
    span: { start: 0, end: 0 },
    start,
    end: start,
    references: []
  }
}
