import type { Setting } from './config.ts'

const settings: Readonly<Record<string, Setting>> = {
  off: 'off',
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
  '0': 'off',
  '1': 'warning',
  '2': 'error'
}

/** The words that set a rule, as a user may write them. */
export const settingNames = Object.keys(settings).filter(name => !/\d/.test(name))

/** Reads a setting as config and `--rule` take it; undefined where it is none. */
export function readSetting(value: unknown): Setting | undefined {
  const name = typeof value === 'number' ? `${value}` : value
  return typeof name === 'string' && Object.hasOwn(settings, name) ? settings[name] : undefined
}

/**
 * Reads what `--rule` takes: `core/no-arrest-threat: off`, several of them with commas between.
 * What cannot be read comes back as a message.
 */
export function readRuleOption(text: string): ReadonlyMap<string, Setting> | string {
  const found = new Map<string, Setting>()
  for (const part of text.split(',')) {
    const match = /^\s*['"]?([^\s:'"]+)['"]?\s*:\s*['"]?(\w+)['"]?\s*$/.exec(part)
    if (!match) return `"${part.trim()}" does not have the form "rule: severity"`
    const setting = readSetting(match[2])
    if (!setting) return `"${match[2]}" is no severity; use one of ${settingNames.join(', ')}`
    found.set(match[1]!, setting)
  }
  return found
}
