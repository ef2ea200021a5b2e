/**
 * Our own small set of line icons, drawn on a 24 px grid. Plain strings, so that Astro, React and printed papers can use the same ones.
 * Each entry is what goes inside the <svg>; the frame is added by `iconMarkup` (or by the component that uses `icons` directly).
 */
export const icons = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  place: '<path d="M12 21c4.5-4.6 7-8.2 7-11.3A7 7 0 0 0 5 9.7C5 12.8 7.5 16.4 12 21Z"/><circle cx="12" cy="9.8" r="2.4"/>',
  person: '<circle cx="12" cy="7.5" r="3.8"/><path d="M4.5 20.500c.6-4.2 3.5-6.5 7.5-6.500s6.9 2.3 7.5 6.5"/>',
  organisation:
    '<path d="M4 21V6.500L13 3v18M13 9.500l7 2V21M2.5 21h19M7 9.500h2.500M7 13h2.500M7 16.500h2.500M16.5 14.500v0M16.5 17.500v0"/>',
  menu: '<path d="M4 6.500h16M4 12h16M4 17.500h16"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.5 4.5 4.500L19 7.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.700v.1"/>',
  warning: '<path d="M12 3.5 2.5 20h19L12 3.500Z"/><path d="M12 10v4.500M12 17.200v.1"/>',
  error: '<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.300v.1"/>',
  done: '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.800L16 9.5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.300l3.5 2"/>',
  calendar: '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 9.500h17M8 3v4M16 3v4"/>',
  phone:
    '<path d="M8.5 4H5.600C4.7 4 4 4.7 4 5.6 4 13.5 10.5 20 18.4 20c.9 0 1.6-.7 1.6-1.600v-2.900l-4.4-1.4-1.9 2.100a13 13 0 0 1-5.9-5.900l2.1-1.900L8.5 4Z"/>',
  speak: '<path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500H4Z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
  document: '<path d="M6 3h8l4.5 4.500V21H6V3Z"/><path d="M14 3v5h4.500M9 12.500h6M9 16.500h6"/>',
  documents: '<path d="M8.5 6.500H18a1 1 0 0 1 1 1V21H8.500V6.500Z"/><path d="M15.5 6.500V3H5v14.500h3.500M11.5 11h4.500M11.5 15h4.5"/>',
  licence:
    '<rect x="3" y="5" width="18" height="14" rx="1.5"/><circle cx="8.5" cy="11" r="2.2"/><path d="M5.5 16c.4-1.6 1.5-2.4 3-2.400s2.6.8 3 2.400M14.5 10h4M14.5 14h4"/>',
  folder: '<path d="M3 18.500v-13h6l2 2.500h10v10.500H3Z"/>',
  message: '<path d="M4 5h16v11.500H11L6.5 20v-3.500H4V5Z"/><path d="M8 9.200h8M8 12.500h5"/>',
  bell: '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 1.500h-15L6 16.500ZM10 20.500h4"/>',
  home: '<path d="M3.5 11.5 12 4l8.5 7.500M6 9.800V20h12V9.800M10 20v-5.500h4V20"/>',
  globe: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"/>',
  letters: '<path d="M3 19 8.5 5 14 19M5 14.500h7M14.5 19l3.2-8.500L21 19M15.5 16.500h4.5"/>',
  download: '<path d="M12 4v11M7.5 10.5 12 15l4.5-4.500M4.5 19.500h15"/>',
  upload: '<path d="M12 15.500V4.500M7.5 9 12 4.5 16.5 9M4.5 19.500h15"/>',
  print: '<path d="M7 8.500V3.500h10v5M7 17H3.500V8.500h17V17H17"/><path d="M7 14h10v6.500H7V14Z"/>',
  share:
    '<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="5.5" r="2.5"/><circle cx="17.5" cy="18.5" r="2.5"/><path d="m8.3 10.8 6.9-4M8.3 13.200l6.9 4"/>',
  star: '<path d="m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.800l6-.8L12 3.500Z"/>',
  arrowRight: '<path d="M4.5 12h15M13.5 6l6 6-6 6"/>',
  arrowLeft: '<path d="M19.5 12h-15M10.5 6l-6 6 6 6"/>',
  chevronDown: '<path d="m6 9.5 6 6 6-6"/>',
  chevronRight: '<path d="m9.5 6 6 6-6 6"/>',
  external: '<path d="M13.5 4.500h6v6M19 5l-8.5 8.500M16.5 13.500v6h-12v-12h6"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3M12 14.500v2.5"/>',
  shield: '<path d="M12 3 4.5 6v5.500c0 4.6 3 8 7.5 9.5 4.5-1.5 7.5-4.9 7.5-9.500V6L12 3Z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>',
  qr: '<path d="M4 4h6v6H4V4ZM14 4h6v6h-6V4ZM4 14h6v6H4v-6ZM14 14h2.500v2.500H14V14ZM20 14v2.500M17.5 20H20v-1.500M14 20v-1"/>',
  camera: '<path d="M3.5 7.500h4l1.5-2.500h6l1.5 2.500h4V19h-17V7.500Z"/><circle cx="12" cy="13" r="3.5"/>',
  card: '<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="M3 10h18M6.5 15h4"/>',
  truck:
    '<path d="M2.5 6h11v10.500h-11V6ZM13.5 9.500h4l4 3.500v3.500h-8"/><circle cx="7" cy="17.5" r="2"/><circle cx="17" cy="17.5" r="2"/>',
  counter: '<path d="M3 20.500v-7h18v7M2 13.500h20M12 10.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7.5 13.500c.6-1.9 2.2-3 4.5-3s3.9 1.1 4.5 3"/>',
  pause: '<path d="M8.5 6v12M15.5 6v12"/>',
  edit: '<path d="m4 20 1-4.500L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5 17.5 10"/>',
  filter: '<path d="M3.5 5.500h17l-6.5 8v6l-4-2v-4l-6.5-8Z"/>',
  signOut: '<path d="M13.5 4h-9v16h9M10 12h10.500M16.5 8l4 4-4 4"/>',
  seal: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="5.5"/><path d="M9.5 12h5"/>',
  trash: '<path d="M4 6.500h16M9.5 6.500V4h5v2.500M6.5 6.5 7.5 20.500h9l1-14M10 10.500v6M14 10.500v6"/>',
  faceVeryGood:
    '<circle cx="12" cy="12" r="9"/><path d="M7.5 13.500c.8 2.4 2.4 3.6 4.5 3.600s3.7-1.2 4.5-3.600h-9ZM8 9.800l1.2-1 1.2 1M13.6 9.800l1.2-1 1.2 1"/>',
  faceGood: '<circle cx="12" cy="12" r="9"/><path d="M8 14.200c1 1.5 2.3 2.2 4 2.200s3-.7 4-2.200M9 9.500v.2M15 9.500v.2"/>',
  faceFair: '<circle cx="12" cy="12" r="9"/><path d="M8.5 15h7M9 9.500v.2M15 9.500v.2"/>',
  facePoor: '<circle cx="12" cy="12" r="9"/><path d="M8.3 16.400c.9-1.3 2.1-1.9 3.7-1.900s2.8.6 3.7 1.900M9 9.500v.2M15 9.500v.2"/>',
  faceVeryPoor:
    '<circle cx="12" cy="12" r="9"/><path d="M8.3 17c.9-1.6 2.1-2.4 3.7-2.400s2.8.8 3.7 2.400M7.8 8.500l2.4 1.200M16.2 8.500l-2.4 1.2"/>',
  sparkTheme: '<path d="M4 5h7v6H4V5ZM13 5h7v6h-7V5ZM4 13h7v6H4v-6ZM13 13h7v6h-7v-6Z"/>',
  baby: '<circle cx="12" cy="10.5" r="6"/><path d="M10 9.500v.2M14 9.500v.2M10 13c1.2 1 2.8 1 4 0M12 4.500c0-1.3 1-2 2-1.500M6 20.500c1.5-2.5 3.5-3.7 6-3.700s4.5 1.2 6 3.7"/>',
  car: '<path d="M4 16.500v-4L6 7h12l2 5.500v4H4ZM4 12.500h16M6.5 16.500v2M17.5 16.500v2M7.2 14.500v0M16.8 14.500v0"/>',
  heart:
    '<path d="M12 20C6.5 15.8 3.5 12.7 3.5 9.2 3.5 6.5 5.5 4.5 8 4.500c1.7 0 3.1.9 4 2.3.9-1.4 2.3-2.3 4-2.3 2.5 0 4.5 2 4.5 4.7 0 3.5-3 6.6-8.5 10.800Z"/>',
  rings: '<circle cx="8.8" cy="13.5" r="5.5"/><circle cx="15.2" cy="13.5" r="5.5"/><path d="m7.5 5 1.3-1.500L10 5l-1.2 2-1.3-2Z"/>',
  shop: '<path d="M4 9.5 5.5 4h13L20 9.500M4 9.500c0 1.5 1 2.5 2.7 2.500s2.6-1 2.6-2.500c0 1.5 1 2.5 2.7 2.500s2.7-1 2.7-2.500c0 1.5.9 2.5 2.6 2.500S20 11 20 9.500M5.5 12v8.500h13V12M10 20.500v-5h4v5"/>',
  school: '<path d="m2.5 9.5 9.5-5 9.5 5-9.5 5-9.5-5ZM6.5 12v5c3.5 2.5 7.5 2.5 11 0v-5M21.5 9.500v6"/>',
  work: '<rect x="3" y="7.5" width="18" height="12" rx="1.5"/><path d="M9 7.500V4.500h6v3M3 12.500h18M12 11.500v2.5"/>',
  passport:
    '<rect x="5" y="3" width="14" height="18" rx="1.5"/><circle cx="12" cy="10.5" r="3.5"/><path d="M8.5 10.500h7M12 7c1.7 2.3 1.7 4.7 0 7-1.7-2.3-1.7-4.7 0-7ZM9 17.500h6"/>',
  elder:
    '<circle cx="10" cy="5.5" r="2.5"/><path d="M10 8v6.500l-3 6.500M10 14.500l3 2.500v4M10 10l4.5 2.500M17 12.500V21M15.5 12.500h1.5"/>',
  leaf: '<path d="M5 19C5 9 10.5 4.5 20 4.500c0 9.5-4.5 14-12 13.500M5 20.500c1.5-5 4-8 8.5-10"/>',
  factory: '<path d="M3 20.500v-9l6 3.500v-3.500l6 3.500V4h3.500l1 16.500H3ZM7 17v0M11 17v0M15 17v0"/>',
  scales: '<path d="M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.500h5L5 7ZM19 7l-2.5 6.500h5L19 7Z"/>',
} as const

export type IconName = keyof typeof icons

const frame = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'

/** Decoration beside a word: hidden from screen readers. With a title it stands for the word itself. */
export function iconMarkup(name: IconName, size = 24, title?: string): string {
  const label = title ? `role="img" aria-label="${escapeAttribute(title)}"` : 'aria-hidden="true" focusable="false"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" ${frame} ${label}>${icons[name]}</svg>`
}

const escapeAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
