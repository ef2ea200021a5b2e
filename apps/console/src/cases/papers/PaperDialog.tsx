import { Button, Modal } from 'antd'
import { Icon } from '../../shell/Icon.tsx'
import { t } from '../../words/index.ts'
import type { Sheet } from './sheets.ts'
import { Viewer } from './Viewer.tsx'

/** One paper, to be looked at, printed and handed over. */
export function PaperDialog({ sheet, onClose }: { sheet: Sheet | undefined; onClose: () => void }) {
  return (
    <Modal
      open={sheet !== undefined}
      onCancel={onClose}
      title={sheet?.title}
      width="min(860px, 96vw)"
      rootClassName="paper-dialog"
      destroyOnHidden
      footer={
        <Button type="primary" icon={<Icon name="print" size={18} />} onClick={printPaper}>
          {t('viewer.print')}
        </Button>
      }
    >
      {sheet && <Viewer sheet={sheet} />}
    </Modal>
  )
}

/** Prints the pages of the paper alone; see css/print.css. */
function printPaper(): void {
  document.body.classList.add('prints-paper')
  globalThis.print()
  document.body.classList.remove('prints-paper')
}
