/** The same values as tokens.css, for what cannot read custom properties: Ant Design's theme, charts, papers. */

export const light = {
  blue: '#0b4ea2',
  blueStrong: '#083d80',
  blueDeep: '#062b5b',
  blueLine: '#b5cdea',
  blueTint: '#eaf2fb',
  blueWash: '#f3f7fc',
  ink: '#1b1f24',
  quiet: '#4a5360',
  line: '#d9dee5',
  lineStrong: '#7a8594',
  ground: '#f6f7f9',
  surface: '#ffffff',
  onBlue: '#ffffff',
  red: '#b3201a',
  redTint: '#fdeeec',
  redLine: '#efb8b4',
  amber: '#7a4d00',
  amberTint: '#fff6e0',
  amberLine: '#e3b54d',
  green: '#17693a',
  greenTint: '#e9f6ee',
  greenLine: '#a5d3b7',
  mark: '#ffe9a8',
  focus: '#ffbf1f',
  focusInk: '#1b1f24',
} as const

export type Palette = Record<keyof typeof light, string>

export const dark: Palette = {
  blue: '#7db4f5',
  blueStrong: '#a6ccfa',
  blueDeep: '#d3e5fc',
  blueLine: '#35557c',
  blueTint: '#17293f',
  blueWash: '#131f2e',
  ink: '#eef2f6',
  quiet: '#b3bfcc',
  line: '#303a46',
  lineStrong: '#8794a3',
  ground: '#0e1319',
  surface: '#161d26',
  onBlue: '#0b1a2c',
  red: '#ff9d96',
  redTint: '#37191a',
  redLine: '#7b3a38',
  amber: '#f5c766',
  amberTint: '#322610',
  amberLine: '#7d6125',
  green: '#83d6a3',
  greenTint: '#14291d',
  greenLine: '#356a49',
  mark: '#5c4a12',
  focus: '#ffd166',
  focusInk: '#0e1319',
}

export const fontFamily =
  "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif"

/** Series colours of charts: told apart also without colour vision, each at least 3:1 on the surface. */
export const series: readonly string[] = ['#0b4ea2', '#c2570c', '#17803f', '#7a4fb5', '#0b7f8c', '#a8325f']

/** The token part of Ant Design's ThemeConfig. The console passes it on with its own algorithm for dark. */
export const antdToken = (palette: Palette) => ({
  colorPrimary: palette.blue,
  colorLink: palette.blue,
  colorInfo: palette.blue,
  colorSuccess: palette.green,
  colorWarning: palette.amberLine,
  colorError: palette.red,
  colorText: palette.ink,
  colorTextSecondary: palette.quiet,
  colorTextTertiary: palette.quiet,
  colorBorder: palette.line,
  colorBorderSecondary: palette.line,
  colorBgLayout: palette.ground,
  colorBgContainer: palette.surface,
  borderRadius: 6,
  fontFamily,
  fontSize: 14,
  lineHeight: 1.6,
  sizeUnit: 4,
  motionUnit: 0.05,
  boxShadow: 'none',
  boxShadowTertiary: 'none',
})
