/**
 * Tells the page which files an address will need, so that `first-paint.js` asks for them before any module has run: the code of its page, its styles, the
 * catalogues of the reader's language. Without it they come one after the other, each when the one before has been evaluated.
 */
import type { Plugin, Rollup } from 'vite'

const SCRIPT = '<script src="/first-paint.js">'

/** By page, what the router loads for it; the pages that most addresses lead to. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  plan: ['/src/app/PlanRoute.tsx', '/src/features/project/ProjectLayout.tsx'],
  project: ['/src/features/project/OverviewPage.tsx', '/src/features/project/ProjectLayout.tsx'],
  register: ['/src/app/RegisterRoutes.tsx'],
  portfolio: ['/src/features/portfolio/PortfolioPage.tsx'],
  en: ['/locales/en.po'],
  de: ['/locales/de.po'],
}
const FONT = /inter-latin-wght-normal.*\.woff2$/

type Bundle = Rollup.OutputBundle

export function ahead(): Plugin {
  return {
    name: 'milepost:ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html
        const lists = Object.entries(PAGES).map(([page, modules]) => ` data-${page}="${filesOf(bundle, modules).join(' ')}"`)
        const font = Object.keys(bundle).find((file) => FONT.test(file))
        const preload = font ? `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}">\n    ` : ''
        return html.replace(SCRIPT, preload + SCRIPT.replace('>', `${lists.join('')}>`))
      },
    },
  }
}

/** The chunks of some modules with all that they import, without what the page loads anyway; styles too. */
function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const files = new Set<string>()
  const styles = new Set<string>()
  const open = Object.values(bundle).filter((chunk) => chunk.type === 'chunk' && modules.some((module) => chunk.facadeModuleId?.endsWith(module)))
  for (const chunk of open) {
    if (chunk.type !== 'chunk' || chunk.isEntry || files.has(chunk.fileName)) continue
    files.add(chunk.fileName)
    chunk.viteMetadata?.importedCss.forEach((style) => styles.add(style))
    for (const name of chunk.imports) if (bundle[name]) open.push(bundle[name])
  }
  return [...files, ...styles].map((file) => `/${file}`)
}
