import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences of all packages that went into a bundle, as its metafile tells. */
export function thirdPartyNotices(root, metafile) {
  const folders = new Set()
  for (const output of Object.values(metafile.outputs)) {
    for (const input of Object.keys(output.inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
      if (folder) folders.add(folder)
    }
  }
  const notices = [...folders].sort().map(folder => notice(join(root, folder)))
  const line = '-'.repeat(80)
  return `dunlint contains code of these packages, under their licences.\n\n${notices.map(text => `${line}\n${text}\n`).join('\n')}`
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|notice|copying)/i.test(file))
  const texts = files.sort().map(file => readFileSync(join(folder, file), 'utf8').trim())
  // A few old packages have their licence in the readme only.
  if (texts.length === 0) texts.push(readmeLicence(folder))
  if (!license && texts.join('') === '') throw new Error(`${name} names no licence`)
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts.filter(Boolean)].join('\n\n')
}

function readmeLicence(folder) {
  const readme = readdirSync(folder).find(file => /^readme/i.test(file))
  const text = readme ? readFileSync(join(folder, readme), 'utf8') : ''
  const lines = text.split('\n')
  const start = lines.findIndex(line => /^#*\s*licen[cs]e\s*$/i.test(line))
  return start < 0 ? '' : lines.slice(start).join('\n').trim()
}
