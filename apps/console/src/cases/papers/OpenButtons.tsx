import { Icon } from '../../shell/Icon.tsx'
import { t } from '../../words/index.ts'
import type { Sheet } from './sheets.ts'

interface Ways {
  sheet: Sheet
  isOpen: boolean
  onShow: (sheet: Sheet) => void
  onBeside: (sheet: Sheet) => void
}

/** The two ways to open a sheet. */
export function OpenButtons({ sheet, isOpen, onShow, onBeside }: Ways) {
  return (
    <span className="open-ways">
      <button
        type="button"
        className="mini"
        aria-pressed={isOpen}
        onClick={() => onShow(sheet)}
        aria-label={t('papers.open', { name: sheet.title })}
      >
        <Icon name="search" size={16} />
      </button>
      <button
        type="button"
        className="mini beside"
        onClick={() => onBeside(sheet)}
        disabled={isOpen}
        aria-label={t('papers.beside', { name: sheet.title })}
      >
        <Icon name="documents" size={16} />
      </button>
    </span>
  )
}
