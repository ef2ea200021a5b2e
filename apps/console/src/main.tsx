import './console.css'
import { createRoot } from 'react-dom/client'
import { Console } from './Console.tsx'
import { loadLanguage } from './words/index.ts'

await loadLanguage()
const place = document.getElementById('console')
if (place) createRoot(place).render(<Console />)
