import { InvalidArgumentError, Option } from 'commander'

// Options that several commands have, each with one meaning.

export function configOption(): Option {
  return new Option('-c, --config <file>', 'use this config file')
}

export function configLookupOption(): Option {
  return new Option('--no-config-lookup', 'look for no dunlint.config.yaml')
}

export function localeOption(): Option {
  return new Option('--locale <locale>', 'language of messages: en, zh-Hans or zh-Hant (else from the environment)')
}

export function ruleOption(): Option {
  return new Option('--rule <setting>', "set a rule, as 'core/no-arrest-threat: off'; may be repeated").argParser(
    collect
  )
}

export function outputOption(): Option {
  return new Option('-o, --output-file <file>', 'write the report to a file instead of standard output')
}

/** Formats of a command's own; the first one is the default. */
export function formatOption(first: string, ...others: string[]): Option {
  return new Option('-f, --format <format>', 'how to print it').choices([first, ...others]).default(first)
}

/** An option that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** An option that takes a whole number. */
export function parseCount(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}
