/** The colours of the canvas, read from the tokens of the page: a canvas knows no custom properties. */
import type { Theme } from '@glideapps/glide-data-grid'

const TOKENS = {
  surface: '--mp-surface', ground: '--mp-ground', line: '--mp-line', lineStrong: '--mp-line-strong', text: '--mp-text', dim: '--mp-dim', hover: '--mp-hover',
  accent: '--mp-accent', chosen: '--mp-chosen', critical: '--mp-critical', red: '--mp-red', amber: '--mp-amber', fresh: '--mp-amber-soft',
  green: '--mp-green', blue: '--mp-bar-done', grey: '--mp-grey', redSoft: '--mp-red-soft', amberSoft: '--mp-amber-soft', greenSoft: '--mp-green-soft', blueSoft: '--mp-chosen', greySoft: '--mp-grey-soft',
} as const // prettier-ignore

export type GridColours = Readonly<Record<keyof typeof TOKENS, string>>

/** The colours of the scheme that the page shows now. */
export function readColours(scheme: string): GridColours {
  const shown = document.querySelector(`[data-mantine-color-scheme='${scheme}']`)
  const style = getComputedStyle(shown ?? document.documentElement)
  const read = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim() || '#888'] as const)
  return Object.fromEntries(read) as GridColours
}

export function gridTheme(colours: GridColours, compact: boolean): Partial<Theme> {
  const font = getComputedStyle(document.body).fontFamily
  return {
    accentColor: colours.accent,
    accentFg: colours.surface,
    accentLight: `${colours.accent}1f`,
    textDark: colours.text,
    textMedium: colours.dim,
    textLight: colours.dim,
    textHeader: colours.dim,
    textHeaderSelected: colours.text,
    bgCell: colours.surface,
    bgCellMedium: colours.ground,
    bgHeader: colours.ground,
    bgHeaderHasFocus: colours.hover,
    bgHeaderHovered: colours.hover,
    borderColor: colours.line,
    horizontalBorderColor: colours.line,
    headerBottomBorderColor: colours.line,
    linkColor: colours.accent,
    cellHorizontalPadding: 8,
    cellVerticalPadding: 0,
    headerFontStyle: '500 12px',
    baseFontStyle: compact ? '13px' : '14px',
    markerFontStyle: '12px',
    editorFontSize: compact ? '13px' : '14px',
    fontFamily: font,
    lineHeight: 1.4,
  }
}
