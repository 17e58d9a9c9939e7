/** Takes the font faces out of a library's style sheet: ours are self-hosted, and a page never asks another address for one. */
import type { Plugin } from 'vite'

const SHEET = /dhtmlx-gantt[\\/]codebase[\\/]dhtmlxgantt\.css/
const FACE = /@font-face\s*\{[^}]*\}/g

export function ownFonts(): Plugin {
  return {
    name: 'milepost:own-fonts',
    enforce: 'pre',
    transform: (code, id) => (SHEET.test(id) ? { code: code.replace(FACE, ''), map: null } : null),
  }
}
