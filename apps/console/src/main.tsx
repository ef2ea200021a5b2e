import './console.css'
import { createRoot } from 'react-dom/client'

import { loadLanguage } from './words/index.ts'

// Texts first: pages may read them as soon as they are loaded.
await loadLanguage()
const { Console } = await import('./Console.tsx')
const place = document.getElementById('console')
if (place) createRoot(place).render(<Console />)
