import Modeler from 'bpmn-js/lib/Modeler.js'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css'
import { moddleExtension } from '@yiwang/workflow/extension'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { t } from '../words/index.ts'
import type { Canvas, ElementRegistry, Selection, Shape } from './bpmn-parts.ts'
import { ElementPanel } from './ElementPanel.tsx'
import { translation } from './translation.ts'

export interface ModelHandle {
  xml(): Promise<string>
  /** Marks what the check found fault with; earlier marks go. */
  mark(elementIds: readonly string[]): void
  select(elementId: string): void
}

/** The drawing board: bpmn-js with its mark, our words, and a panel for who, by when, with which outcomes. */
export function FlowModel({ bpmn, ref }: { bpmn: string; ref?: Ref<ModelHandle> }) {
  const place = useRef<HTMLDivElement>(null)
  const [modeler, setModeler] = useState<Modeler>()
  const [chosen, setChosen] = useState<Shape>()
  const [unreadable, setUnreadable] = useState(false)
  useEffect(() => {
    if (!place.current) return undefined
    const made = new Modeler({ container: place.current, moddleExtensions: { yiwang: moddleExtension }, additionalModules: [translation] })
    const open = async () => {
      try {
        await made.importXML(bpmn)
        fitBesidePalette(made.get<Canvas>('canvas'))
        made.on('selection.changed', ({ newSelection }: { newSelection: Shape[] }) => setChosen(newSelection[0]))
        setModeler(made)
      } catch {
        setUnreadable(true)
      }
    }
    void open()
    return () => made.destroy()
  }, [bpmn])
  useImperativeHandle(ref, () => handleOf(modeler), [modeler])
  return (
    <div className="flow-board">
      <div className="flow-canvas" ref={place} aria-label={t('flow.canvas')} />
      {unreadable && <p className="notice amber">{t('flow.unreadable')}</p>}
      <aside className="flow-panel" aria-label={t('flow.panel')}>
        {modeler && chosen ? (
          <ElementPanel key={chosen.id} modeler={modeler} shape={chosen} />
        ) : (
          <p className="quiet">{t('flow.choose')}</p>
        )}
      </aside>
    </div>
  )
}

/** The whole flow in sight, and none of it under the palette. */
function fitBesidePalette(canvas: Canvas): void {
  canvas.zoom(canvas.zoom('fit-viewport', 'auto') * 0.84)
  canvas.scroll({ dx: 48, dy: 0 })
}

const marked = 'flow-fault'

function handleOf(modeler: Modeler | undefined): ModelHandle {
  const registry = () => modeler?.get<ElementRegistry>('elementRegistry')
  return {
    xml: async () => (await modeler?.saveXML({ format: true }))?.xml ?? '',
    mark: (elementIds) => {
      const canvas = modeler?.get<Canvas>('canvas')
      for (const { id } of registry()?.getAll() ?? []) canvas?.removeMarker(id, marked)
      for (const id of elementIds) if (registry()?.get(id)) canvas?.addMarker(id, marked)
    },
    select: (id) => {
      const shape = registry()?.get(id)
      if (!shape) return
      modeler?.get<Selection>('selection').select(shape)
      modeler?.get<Canvas>('canvas').scrollToElement(shape)
    },
  }
}
