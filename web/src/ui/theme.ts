/** The Mantine theme, made of the tokens in tokens.css: one source for light and dark. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#eef3ff', '#dbe5fd', '#b8ccfa', '#93b1f6', '#7296ee', '#4f78e2', '#2757d0', '#2049b2', '#1a3c93', '#142f74',
]
const gray: MantineColorsTuple = [
  '#f6f7f9', '#eef0f4', '#e2e6ec', '#d0d6df', '#b3bbc8', '#868f9f', '#646e7f', '#576173', '#394252', '#191e28',
]
const dark: MantineColorsTuple = [
  '#e4e8ef', '#c0c8d5', '#9ba6b8', '#6f7a8d', '#3a4251', '#2a303c', '#1d222c', '#161a22', '#101319', '#0b0e13',
]

const control = { root: { '--button-height': '32px' } }
const noMotion = { transitionProps: { duration: 100, transition: 'fade' as const } }

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: "'Milepost Sans', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  headings: { fontWeight: '600' },
  defaultRadius: '6px',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' }, vars: () => control },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Input: { vars: () => ({ wrapper: { '--input-height': '32px', '--input-bd': 'var(--mp-line-strong)' }, input: {} }) },
    InputWrapper: { styles: { label: { marginBottom: 4, fontWeight: 500 } } },
    Menu: { defaultProps: { ...noMotion, shadow: 'none', withinPortal: true } },
    Popover: { defaultProps: { ...noMotion, shadow: 'none' } },
    Tooltip: { defaultProps: { openDelay: 250, transitionProps: { duration: 0 }, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
    Modal: { defaultProps: { transitionProps: { duration: 100 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
})

const shared = {
  '--mantine-color-body': 'var(--mp-ground)',
  '--mantine-color-text': 'var(--mp-text)',
  '--mantine-color-dimmed': 'var(--mp-dim)',
  '--mantine-color-placeholder': 'var(--mp-dim)',
  '--mantine-color-anchor': 'var(--mp-accent)',
  '--mantine-color-default': 'var(--mp-surface)',
  '--mantine-color-default-hover': 'var(--mp-hover)',
  '--mantine-color-default-color': 'var(--mp-text)',
  '--mantine-color-default-border': 'var(--mp-line)',
  '--mantine-color-error': 'var(--mp-red)',
  '--mantine-primary-color-filled': 'var(--mp-accent-fill)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared })
