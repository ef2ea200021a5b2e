import { Drawer } from 'antd'
import type { ReactNode } from 'react'

/** A form beside the list it belongs to. */
export function SideForm({ title, open, onClose, children }: { title: string; open: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size="min(480px, 100vw)" destroyOnHidden>
      {children}
    </Drawer>
  )
}
