/** Packs of methods, what holds where, and what is asked of a project. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '~/client/api'
import type { components } from '~/client/schema'

type Schemas = components['schemas']
export type PackLine = Schemas['PackOut']
export type PackPage = Schemas['PackPageOut']
export type Says = Schemas['SaysOut']
export type Phase = Schemas['PhaseOut']
export type Gate = Schemas['GateOut']
export type Artefact = Schemas['ArtefactOut']
export type Policy = Schemas['PolicyOut']
export type Burden = Schemas['BurdenOut']
export type Draft = Schemas['DraftOut']
export type Hole = Schemas['ProblemOut']
export type Rule = Schemas['RuleOut']
export type MethodAt = Schemas['MethodAtOut']
export type Difference = Schemas['DifferenceOut']
export type ProjectMethod = Schemas['ProjectMethodOut']
export type Holds = Schemas['HoldsOut']
export type AskedArtefact = Schemas['AskedArtefactOut']
export type Tailored = Schemas['TailoredIn']
export type Tailoring = Schemas['TailorIn']
export type ProjectDocument = Schemas['DocumentOut']
export type Part = 'artefacts' | 'policies' | 'procedures' | 'gates'
export type Told = Record<string, string>

const ofPack = (pack: string) => ({ params: { path: { pack } } })
const ofNode = (id: number) => ({ params: { path: { node_id: id } } })
const ofProject = (id: number) => ({ params: { path: { project_id: id } } })

export const packsQuery = queryOptions({ queryKey: ['packs'], queryFn: () => answer(api.GET('/api/v1/packs')) })
export const rulesQuery = queryOptions({ queryKey: ['pack-rules'], queryFn: () => answer(api.GET('/api/v1/pack-rules')), staleTime: Infinity })
export const packQuery = (pack: string, version?: number) =>
  queryOptions({
    queryKey: ['pack', pack, version ?? 'last'],
    queryFn: () => answer(api.GET('/api/v1/packs/{pack}', { params: { path: { pack }, query: version === undefined ? {} : { version } } })),
  })
export const draftQuery = (pack: string) => queryOptions({ queryKey: ['pack', pack, 'draft'], queryFn: () => answer(api.GET('/api/v1/packs/{pack}/draft', ofPack(pack))) })
export const methodAtQuery = (node: number) => queryOptions({ queryKey: ['method-at', node], queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/method', ofNode(node))) })
export const differenceQuery = (node: number, version: number) =>
  queryOptions({
    queryKey: ['method-at', node, 'difference', version],
    queryFn: () => answer(api.GET('/api/v1/nodes/{node_id}/method/difference', { params: { path: { node_id: node }, query: { version_id: version } } })),
    staleTime: 0,
  })
export const projectMethodQuery = (id: number) =>
  queryOptions({ queryKey: ['project', id, 'method'], queryFn: () => answer(api.GET('/api/v1/projects/{project_id}/method', ofProject(id))) })
export const documentQuery = (id: number, artefact: string) =>
  queryOptions({
    queryKey: ['project', id, 'document', artefact],
    queryFn: () => answer(api.GET('/api/v1/projects/{project_id}/documents/{artefact}', { params: { path: { project_id: id, artefact } } })),
  })
export const wordsQuery = (node: number | null) =>
  queryOptions({
    queryKey: ['words', node],
    queryFn: () => answer(api.GET('/api/v1/words', { params: { query: node === null ? {} : { node } } })),
    staleTime: 5 * 60_000,
  })

/** What is read again when a pack or what holds somewhere has changed. */
export const METHOD_TOUCHED = [['packs'], ['pack'], ['method-at'], ['project'], ['words'], ['findings'], ['expectations']]

export const copyPack = (pack: string, node_id: number, key: string, title: string) => answer(api.POST('/api/v1/packs/{pack}/copy', { ...ofPack(pack), body: { node_id, key, title } }))
export const saveDraft = (pack: string, text: string | null, was: string | null) => answer(api.PUT('/api/v1/packs/{pack}/draft', { ...ofPack(pack), body: { text, was } }))
export const discardDraft = (pack: string) => answer(api.DELETE('/api/v1/packs/{pack}/draft', ofPack(pack)))
export const changeItem = (pack: string, part: Part, item: string, values: Record<string, unknown> | null, was: string | null) =>
  answer(api.PUT('/api/v1/packs/{pack}/draft/{part}/{item}', { params: { path: { pack, part, item } }, body: { values, was } }))
export const checkPack = (key: string, text: string) => answer(api.POST('/api/v1/pack-check', { body: { key, text } }))
export const releasePack = (pack: string, note: string) => answer(api.POST('/api/v1/packs/{pack}/release', { ...ofPack(pack), body: { note } }))
export const withdrawVersion = (pack: string, number: number) => answer(api.DELETE('/api/v1/packs/{pack}/versions/{number}', { params: { path: { pack, number } } }))
export const adoptPack = (node: number, version_id: number, keep: number[], note: string) => answer(api.PUT('/api/v1/nodes/{node_id}/method', { ...ofNode(node), body: { version_id, keep, note } }))
export const endAdoption = (node: number) => answer(api.DELETE('/api/v1/nodes/{node_id}/method', ofNode(node)))
export const tailorMethod = (id: number, body: Tailoring) => answer(api.PUT('/api/v1/projects/{project_id}/method', { ...ofProject(id), body }))
export const beginByMethod = (id: number) => answer(api.POST('/api/v1/projects/{project_id}/method/begin', ofProject(id)))
export const writeDocument = (id: number, artefact: string, text: string, state: 'draft' | 'final', was: number) =>
  answer(api.PUT('/api/v1/projects/{project_id}/documents/{artefact}', { params: { path: { project_id: id, artefact } }, body: { text, state, was } }))
