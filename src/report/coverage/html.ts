import { disclosureCategories } from '../../diagnostic/index.ts'
import { plainLine } from '../plain-line.ts'
import type { CoverageReport, CoveredDisclosure } from './covered-file.ts'
import { coverageStatuses } from './covered-file.ts'
import { coverageWords, marks } from './words.ts'

/** A page for people, in one file without scripts: a table with a mark and a word in each cell, and the evidence to unfold. */
export const coverageHtml: CoverageReport = (files, locale) => {
  const words = coverageWords[locale]
  const columns = disclosureCategories.filter(category =>
    files.some(file => file.disclosures.some(disclosure => disclosure.category === category))
  )
  const cell = (disclosure: CoveredDisclosure | undefined) => {
    if (!disclosure) return '<td></td>'
    const { status, evidence } = disclosure
    const name = `${marks[status]} ${words.statuses[status]}`
    if (evidence.length === 0) return `<td class="${statusClass(status)}">${escapeHtml(name)}</td>`
    const items = evidence.map(
      ({ line, text }) => `<li>${words.line(line)}: <q>${escapeHtml(plainLine(text))}</q></li>`
    )
    return `<td class="${statusClass(status)}"><details><summary>${escapeHtml(name)}</summary><ul>${items.join('')}</ul></details></td>`
  }
  const rows = files.map(file => {
    const cells = columns.map(category => cell(file.disclosures.find(disclosure => disclosure.category === category)))
    return `<tr><th scope="row">${escapeHtml(plainLine(file.shownPath))}</th>${cells.join('')}</tr>`
  })
  const heads = columns.map(category => `<th scope="col">${escapeHtml(words.disclosures[category])}</th>`)
  const legend = coverageStatuses.map(status => `<li>${marks[status]} ${escapeHtml(words.statuses[status])}</li>`)
  const body =
    columns.length === 0
      ? `<p>${escapeHtml(words.none)}</p>`
      : `<table>\n<thead><tr><th scope="col">${words.script}</th>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n<ul class="legend">${legend.join('')}</ul>`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(words.title)}</h1>
${body}
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4 }
body { margin: 2rem }
table { border-collapse: collapse; font-size: 0.9rem }
th, td { border: 1px solid #8886; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top }
thead th { position: sticky; top: 0; background: Canvas }
.present { background: #2a93 } .some-paths, .partial { background: #db03 } .missing { background: #d333 }
details ul { margin: 0.3rem 0; padding-left: 1.1rem } summary { cursor: pointer }
.legend { display: flex; flex-wrap: wrap; gap: 1.5rem; list-style: none; padding: 0 }
`

function statusClass(status: string): string {
  return status.replace(' ', '-')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
