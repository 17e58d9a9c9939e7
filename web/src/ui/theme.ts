/** The Mantine theme, made of the tokens in tokens.css, which alone says colours, the font and the radius, for light and dark. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const SHADES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const scale = (name: string) => SHADES.map((shade) => `var(--mp-${name}-${shade})`) as unknown as MantineColorsTuple

const radius = 'var(--mp-radius)'
const control = { root: { '--button-height': '32px' } }
const noMotion = { transitionProps: { duration: 100, transition: 'fade' as const } }

export const theme = createTheme({
  colors: { accent: scale('accent'), gray: scale('gray'), dark: scale('dark') },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'var(--mp-font)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: radius, md: radius, lg: radius, xl: radius },
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
