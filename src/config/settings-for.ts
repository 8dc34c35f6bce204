import type { Facts } from '../script/index.ts'
import type { Config, Setting } from './config.ts'
import { globTest } from './globs.ts'

/** What a config says about one file. */
export interface FileSettings {
  readonly rules: ReadonlyMap<string, Setting>
  readonly facts: Facts
}

/**
 * Prepares a config for many files: the answer takes a path relative to the config's folder, with `/`
 * (undefined for a file outside of it, which no override can mean). Later overrides win over earlier ones.
 */
export function settingsFor(config: Config): (path: string | undefined) => FileSettings {
  const overrides = config.overrides.map(override => ({ ...override, fits: globTest(override.files) }))
  const answers = new Map<string, FileSettings>()
  return path => {
    const fitting = path === undefined ? [] : overrides.filter(override => override.fits(path))
    // Files under the same overrides share one answer, so that callers can keep one ruleset for all of them.
    const key = fitting.map(override => overrides.indexOf(override)).join()
    const known = answers.get(key)
    if (known) return known
    const layers = [config, ...fitting]
    const rules = new Map(layers.flatMap(layer => [...layer.rules].map(([id, { setting }]) => [id, setting] as const)))
    const answer = { rules, facts: Object.assign({}, ...layers.map(layer => layer.facts)) as Facts }
    answers.set(key, answer)
    return answer
  }
}
