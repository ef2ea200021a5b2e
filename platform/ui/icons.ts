/**
 * Our own small set of line icons, drawn on a 24 px grid. Plain strings, so that Astro, React and printed papers can use the same ones.
 * Each entry is what goes inside the <svg>; the frame is added by `iconMarkup` (or by the component that uses `icons` directly).
 */
export const icons = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  place: '<path d="M12 21c4.5-4.6 7-8.2 7-11.3A7 7 0 0 0 5 9.7C5 12.8 7.5 16.4 12 21Z"/><circle cx="12" cy="9.8" r="2.4"/>',
  person: '<circle cx="12" cy="7.5" r="3.8"/><path d="M4.5 20.5c.6-4.2 3.5-6.5 7.5-6.5s6.9 2.3 7.5 6.5"/>',
  organisation: '<path d="M4 21V6.5L13 3v18M13 9.5l7 2V21M2.5 21h19M7 9.5h2.5M7 13h2.5M7 16.5h2.5M16.5 14.5v0M16.5 17.5v0"/>',
  menu: '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.7v.1"/>',
  warning: '<path d="M12 3.5 2.5 20h19L12 3.5Z"/><path d="M12 10v4.5M12 17.2v.1"/>',
  error: '<circle cx="12" cy="12" r="9"/><path d="M12 7v6M12 16.3v.1"/>',
  done: '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.5 2"/>',
  calendar: '<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 9.5h17M8 3v4M16 3v4"/>',
  phone:
    '<path d="M8.5 4H5.6C4.7 4 4 4.7 4 5.6 4 13.5 10.5 20 18.4 20c.9 0 1.6-.7 1.6-1.6v-2.9l-4.4-1.4-1.9 2.1a13 13 0 0 1-5.9-5.9l2.1-1.9L8.5 4Z"/>',
  speak: '<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5H4Z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>',
  document: '<path d="M6 3h8l4.5 4.5V21H6V3Z"/><path d="M14 3v5h4.5M9 12.5h6M9 16.5h6"/>',
  documents: '<path d="M8.5 6.5H18a1 1 0 0 1 1 1V21H8.5V6.5Z"/><path d="M15.5 6.5V3H5v14.5h3.5M11.5 11h4.5M11.5 15h4.5"/>',
  licence:
    '<rect x="3" y="5" width="18" height="14" rx="1.5"/><circle cx="8.5" cy="11" r="2.2"/><path d="M5.5 16c.4-1.6 1.5-2.4 3-2.4s2.6.8 3 2.4M14.5 10h4M14.5 14h4"/>',
  folder: '<path d="M3 18.5v-13h6l2 2.5h10v10.5H3Z"/>',
  message: '<path d="M4 5h16v11.5H11L6.5 20v-3.5H4V5Z"/><path d="M8 9.2h8M8 12.5h5"/>',
  bell: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4"/>',
  home: '<path d="M3.5 11.5 12 4l8.5 7.5M6 9.8V20h12V9.8M10 20v-5.5h4V20"/>',
  globe: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"/>',
  letters: '<path d="M3 19 8.5 5 14 19M5 14.5h7M14.5 19l3.2-8.5L21 19M15.5 16.5h4.5"/>',
  download: '<path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15"/>',
  upload: '<path d="M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4.5 19.5h15"/>',
  print: '<path d="M7 8.5V3.5h10v5M7 17H3.5V8.5h17V17H17"/><path d="M7 14h10v6.5H7V14Z"/>',
  share:
    '<circle cx="6" cy="12" r="2.5"/><circle cx="17.5" cy="5.5" r="2.5"/><circle cx="17.5" cy="18.5" r="2.5"/><path d="m8.3 10.8 6.9-4M8.3 13.2l6.9 4"/>',
  star: '<path d="m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8L12 3.5Z"/>',
  arrowRight: '<path d="M4.5 12h15M13.5 6l6 6-6 6"/>',
  arrowLeft: '<path d="M19.5 12h-15M10.5 6l-6 6 6 6"/>',
  chevronDown: '<path d="m6 9.5 6 6 6-6"/>',
  chevronRight: '<path d="m9.5 6 6 6-6 6"/>',
  external: '<path d="M13.5 4.5h6v6M19 5l-8.5 8.5M16.5 13.5v6h-12v-12h6"/>',
  lock: '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"/>',
  shield: '<path d="M12 3 4.5 6v5.5c0 4.6 3 8 7.5 9.5 4.5-1.5 7.5-4.9 7.5-9.5V6L12 3Z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>',
  qr: '<path d="M4 4h6v6H4V4ZM14 4h6v6h-6V4ZM4 14h6v6H4v-6ZM14 14h2.5v2.5H14V14ZM20 14v2.5M17.5 20H20v-1.5M14 20v-1"/>',
  camera: '<path d="M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4V19h-17V7.5Z"/><circle cx="12" cy="13" r="3.5"/>',
  card: '<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="M3 10h18M6.5 15h4"/>',
  truck: '<path d="M2.5 6h11v10.5h-11V6ZM13.5 9.5h4l4 3.5v3.5h-8"/><circle cx="7" cy="17.5" r="2"/><circle cx="17" cy="17.5" r="2"/>',
  counter: '<path d="M3 20.5v-7h18v7M2 13.5h20M12 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7.5 13.5c.6-1.9 2.2-3 4.5-3s3.9 1.1 4.5 3"/>',
  pause: '<path d="M8.5 6v12M15.5 6v12"/>',
  edit: '<path d="m4 20 1-4.5L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5 17.5 10"/>',
  filter: '<path d="M3.5 5.5h17l-6.5 8v6l-4-2v-4l-6.5-8Z"/>',
  signOut: '<path d="M13.5 4h-9v16h9M10 12h10.5M16.5 8l4 4-4 4"/>',
  seal: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="5.5"/><path d="M9.5 12h5"/>',
  trash: '<path d="M4 6.5h16M9.5 6.5V4h5v2.5M6.5 6.5 7.5 20.5h9l1-14M10 10.5v6M14 10.5v6"/>',
  faceVeryGood:
    '<circle cx="12" cy="12" r="9"/><path d="M7.5 13.5c.8 2.4 2.4 3.6 4.5 3.6s3.7-1.2 4.5-3.6h-9ZM8 9.8l1.2-1 1.2 1M13.6 9.8l1.2-1 1.2 1"/>',
  faceGood: '<circle cx="12" cy="12" r="9"/><path d="M8 14.2c1 1.5 2.3 2.2 4 2.2s3-.7 4-2.2M9 9.5v.2M15 9.5v.2"/>',
  faceFair: '<circle cx="12" cy="12" r="9"/><path d="M8.5 15h7M9 9.5v.2M15 9.5v.2"/>',
  facePoor: '<circle cx="12" cy="12" r="9"/><path d="M8.3 16.4c.9-1.3 2.1-1.9 3.7-1.9s2.8.6 3.7 1.9M9 9.5v.2M15 9.5v.2"/>',
  faceVeryPoor: '<circle cx="12" cy="12" r="9"/><path d="M8.3 17c.9-1.6 2.1-2.4 3.7-2.4s2.8.8 3.7 2.4M7.8 8.5l2.4 1.2M16.2 8.5l-2.4 1.2"/>',
  sparkTheme: '<path d="M4 5h7v6H4V5ZM13 5h7v6h-7V5ZM4 13h7v6H4v-6ZM13 13h7v6h-7v-6Z"/>',
  baby: '<circle cx="12" cy="10.5" r="6"/><path d="M10 9.5v.2M14 9.5v.2M10 13c1.2 1 2.8 1 4 0M12 4.5c0-1.3 1-2 2-1.5M6 20.5c1.5-2.5 3.5-3.7 6-3.7s4.5 1.2 6 3.7"/>',
  car: '<path d="M4 16.5v-4L6 7h12l2 5.5v4H4ZM4 12.5h16M6.5 16.5v2M17.5 16.5v2M7.2 14.5v0M16.8 14.5v0"/>',
  heart:
    '<path d="M12 20C6.5 15.8 3.5 12.7 3.5 9.2 3.5 6.5 5.5 4.5 8 4.5c1.7 0 3.1.9 4 2.3.9-1.4 2.3-2.3 4-2.3 2.5 0 4.5 2 4.5 4.7 0 3.5-3 6.6-8.5 10.8Z"/>',
  rings: '<circle cx="8.8" cy="13.5" r="5.5"/><circle cx="15.2" cy="13.5" r="5.5"/><path d="m7.5 5 1.3-1.5L10 5l-1.2 2-1.3-2Z"/>',
  shop: '<path d="M4 9.5 5.5 4h13L20 9.5M4 9.5c0 1.5 1 2.5 2.7 2.5s2.6-1 2.6-2.5c0 1.5 1 2.5 2.7 2.5s2.7-1 2.7-2.5c0 1.5.9 2.5 2.6 2.5S20 11 20 9.5M5.5 12v8.5h13V12M10 20.5v-5h4v5"/>',
  school: '<path d="m2.5 9.5 9.5-5 9.5 5-9.5 5-9.5-5ZM6.5 12v5c3.5 2.5 7.5 2.5 11 0v-5M21.5 9.5v6"/>',
  work: '<rect x="3" y="7.5" width="18" height="12" rx="1.5"/><path d="M9 7.5V4.5h6v3M3 12.5h18M12 11.5v2.5"/>',
  passport:
    '<rect x="5" y="3" width="14" height="18" rx="1.5"/><circle cx="12" cy="10.5" r="3.5"/><path d="M8.5 10.5h7M12 7c1.7 2.3 1.7 4.7 0 7-1.7-2.3-1.7-4.7 0-7ZM9 17.5h6"/>',
  elder: '<circle cx="10" cy="5.5" r="2.5"/><path d="M10 8v6.5l-3 6.5M10 14.5l3 2.5v4M10 10l4.5 2.5M17 12.5V21M15.5 12.5h1.5"/>',
  leaf: '<path d="M5 19C5 9 10.5 4.5 20 4.5c0 9.5-4.5 14-12 13.5M5 20.5c1.5-5 4-8 8.5-10"/>',
  factory: '<path d="M3 20.5v-9l6 3.5v-3.5l6 3.5V4h3.5l1 16.5H3ZM7 17v0M11 17v0M15 17v0"/>',
  scales: '<path d="M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.5h5L5 7ZM19 7l-2.5 6.5h5L19 7Z"/>',
} as const

export type IconName = keyof typeof icons

const frame = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'

/** Decoration beside a word: hidden from screen readers. With a title it stands for the word itself. */
export function iconMarkup(name: IconName, size = 24, title?: string): string {
  const label = title ? `role="img" aria-label="${escapeAttribute(title)}"` : 'aria-hidden="true" focusable="false"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" ${frame} ${label}>${icons[name]}</svg>`
}

const escapeAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
