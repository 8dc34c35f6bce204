/** The names a config file may have; of one folder only one may be there. */
export const configNames = ['dunlint.config.yaml', 'dunlint.config.yml', 'dunlint.config.json'] as const

export interface FoundConfig {
  readonly folder: string
  /** More than one is a trouble: nobody could say which of them holds. */
  readonly names: readonly string[]
}

/** The nearest config, given the folders from the working directory upward and a way to ask for a file. */
export function findConfig(
  folders: Iterable<string>,
  has: (folder: string, name: string) => boolean
): FoundConfig | undefined {
  for (const folder of folders) {
    const names = configNames.filter(name => has(folder, name))
    if (names.length) return { folder, names }
  }
  return undefined
}
