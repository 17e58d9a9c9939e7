import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CATALOGUES = ['src/locales', 'src/features/plan/locales', 'src/features/register/locales', 'src/features/people/locales', 'src/features/lists/locales', 'src/features/home/locales', 'src/features/findings/locales', 'src/features/office/locales', 'src/features/maturity/locales']

/** The entries of a catalogue: source and translation. */
function entries(file: string): Map<string, string> {
  const text = (quoted: string) => [...quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join('')
  const found = readFileSync(file, 'utf8').matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)
  return new Map([...found].map((match) => [text(match[1] ?? ''), text(match[2] ?? '')] as const).filter(([source]) => source !== ''))
}

describe.each(CATALOGUES)('%s', (folder) => {
  const german = entries(`${folder}/de.po`)
  const english = entries(`${folder}/en.po`)

  it('has every sentence in German', () => {
    expect([...english.keys()].filter((source) => !german.get(source))).toEqual([])
  })

  it('keeps every placeholder', () => {
    const places = (sentence: string) => [...new Set(sentence.match(/(?<!(?:one|other|=\d) )\{\w+(?=[,}])|<\/?\d+>/g) ?? [])].sort().join()
    expect([...german].filter(([source, translation]) => places(source) !== places(translation)).map(([source]) => source)).toEqual([])
  })

  it('shouts nowhere', () => {
    expect([...english.keys(), ...german.values()].filter((sentence) => /!/.test(sentence))).toEqual([])
  })
})
