import { antdToken, light } from '@yiwang/ui/tokens'
import type { ThemeConfig } from 'antd'

/** Ant Design in the look of the house: one blue, thin lines, no shadows, focus rings that are seen. */
export const theme: ThemeConfig = {
  token: {
    ...antdToken(light),
    colorTextPlaceholder: '#656f7d',
    colorTextDisabled: '#626c79',
    colorBorder: '#b9c1cc',
    colorPrimaryBg: light.blueTint,
    colorPrimaryBgHover: light.blueTint,
    colorInfoBg: light.blueWash,
    colorInfoBorder: light.blueLine,
    colorWarningBg: light.amberTint,
    colorWarningBorder: light.amberLine,
    controlItemBgActive: light.blueTint,
    controlHeight: 36,
    lineWidthFocus: 3,
    colorPrimaryHover: light.blueStrong,
    colorPrimaryActive: light.blueDeep,
    boxShadowSecondary: '0 8px 28px rgb(27 31 36 / 12%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
    Modal: { titleFontSize: 18 },
    Tabs: { horizontalItemPadding: '10px 0', titleFontSize: 14 },
  },
}
