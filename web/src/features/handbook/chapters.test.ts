import { expect, it } from 'vitest'
import type { Handbook, Says } from '~/client/practice'
import { having } from './chapters'

const entry = (key: string, en: string, de: string) => ({ key, title: { en, de }, text: { en: 'How', de: 'Wie' }, at: [] })
const says = { phases: [], gates: [], artefacts: [], policies: [], roles: [], raci: [], procedures: [entry('risk', 'Look at the risks', 'Die Risiken ansehen'), entry('close', 'Close a project', 'Ein Projekt schließen')] } as unknown as Says
const book = { faq: [{ question_id: 1, question: 'Who signs?', answer: 'The sponsor.' }] } as unknown as Handbook

it('finds entries by their words in the language of the reader, whatever the case and the accents', () => {
  expect(having(book, says, 'RISK look', 'en').says.procedures.map((one) => one.key)).toEqual(['risk'])
  expect(having(book, says, 'schließen', 'de').says.procedures.map((one) => one.key)).toEqual(['close'])
  expect(having(book, says, 'sponsor', 'en').faq).toHaveLength(1)
})

it('has everything without words', () => {
  expect(having(book, says, '  ', 'en').says.procedures).toHaveLength(2)
})
