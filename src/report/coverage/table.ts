import { disclosureCategories } from '../../diagnostic/index.ts'
import { table } from '../table.ts'
import type { CoverageReport } from './covered-file.ts'
import { coverageStatuses, statusOf } from './covered-file.ts'
import { coverageWords, marks } from './words.ts'

/** Scripts by disclosures for a terminal; the columns are numbered, since their names would not fit side by side. */
export const coverageTable: CoverageReport = (files, locale) => {
  const words = coverageWords[locale]
  const columns = disclosureCategories.filter(category => files.some(file => statusOf(file, category)))
  if (columns.length === 0) return `${words.none}\n`
  const heads = table(columns.map((category, at) => [`${at + 1}`, category, words.disclosures[category]]))
  const rows = files.map(file => [
    file.shownPath,
    ...columns.map(category => marks[statusOf(file, category) ?? 'not due'])
  ])
  const legend = coverageStatuses.map(status => `${marks[status]} ${words.statuses[status]}`).join('   ')
  return `${heads}\n${table([['', ...columns.map((_, at) => `${at + 1}`)], ...rows])}\n${legend}\n`
}
