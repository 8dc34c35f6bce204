import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const speaker = /^\*\*([^*]+?)[:：]\*\*\s*/
const agents = new Set(['Agent', '坐席', '客服'])

/** The specimens of the rules as wordings: one that a rule must find may be of any other tactic too. */
export function specimenWordings(root, rules, { readSpecimens, tacticCategories }) {
  return rules
    .filter(({ kind, category }) => kind === 'prohibit' && tacticCategories.includes(category))
    .flatMap(({ id, category }) => {
      const path = join(root, 'rules/core', id, 'specimens.md')
      if (!existsSync(path)) return []
      return readSpecimens(readFileSync(path, 'utf8')).specimens.flatMap(specimen => {
        const said = speaker.exec(specimen.text)
        const text = specimen.text.slice(said?.[0].length ?? 0)
        // A specimen of several blocks is a small script, and no single wording.
        if (/[\n|#>]/.test(text)) return []
        const role = !said ? 'instruction' : agents.has(said[1]) ? 'spoken' : 'debtor'
        const isMeant = specimen.verdict === 'expect'
        return [
          {
            text,
            role,
            language: specimen.language,
            tactics: isMeant ? [category] : [],
            also: isMeant ? tacticCategories : [],
            author: 'specimens'
          }
        ]
      })
    })
}
