/** What people hand in, by kind: the endings a name may have and the media types a browser may announce. */
export const fileKinds = {
  pdf: { endings: ['pdf'], mediaTypes: ['application/pdf'] },
  ofd: { endings: ['ofd'], mediaTypes: ['application/ofd', 'application/x-ofd', 'application/zip'] },
  jpeg: { endings: ['jpg', 'jpeg'], mediaTypes: ['image/jpeg', 'image/jpg', 'image/pjpeg'] },
  png: { endings: ['png'], mediaTypes: ['image/png', 'image/x-png'] },
  gif: { endings: ['gif'], mediaTypes: ['image/gif'] },
  webp: { endings: ['webp'], mediaTypes: ['image/webp'] },
  bmp: { endings: ['bmp'], mediaTypes: ['image/bmp', 'image/x-ms-bmp'] },
  tiff: { endings: ['tif', 'tiff'], mediaTypes: ['image/tiff'] },
  svg: { endings: ['svg'], mediaTypes: ['image/svg+xml'] },
  docx: { endings: ['docx'], mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'] },
  xlsx: { endings: ['xlsx'], mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] },
  pptx: { endings: ['pptx'], mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'] },
  doc: {
    endings: ['doc', 'wps'],
    mediaTypes: ['application/msword', 'application/vnd.ms-works', 'application/wps-office.wps', 'application/wps-office.doc'],
  },
  xls: { endings: ['xls', 'et'], mediaTypes: ['application/vnd.ms-excel', 'application/wps-office.et', 'application/wps-office.xls'] },
  zip: { endings: ['zip'], mediaTypes: ['application/zip', 'application/x-zip-compressed'] },
  dwg: { endings: ['dwg'], mediaTypes: ['image/vnd.dwg', 'application/acad', 'application/x-acad', 'application/dwg'] },
  dxf: { endings: ['dxf'], mediaTypes: ['image/vnd.dxf', 'application/dxf'] },
  csv: { endings: ['csv'], mediaTypes: ['text/csv', 'application/vnd.ms-excel', 'text/plain'] },
  text: { endings: ['txt'], mediaTypes: ['text/plain'] },
  html: { endings: ['html', 'htm'], mediaTypes: ['text/html'] },
} as const satisfies Record<string, { endings: readonly string[]; mediaTypes: readonly string[] }>

export type FileKind = keyof typeof fileKinds

/** Taken unless the caller says otherwise: papers, pictures and office files without macros. */
export const commonKinds: readonly FileKind[] = ['pdf', 'ofd', 'jpeg', 'png', 'bmp', 'docx', 'xlsx', 'doc', 'xls']

/** Names that a desktop would run. Refused by name as well as by content (the guide, 五（一）3（4）: 限制 EXE 等可执行程序的上传). */
export const executableEndings: ReadonlySet<string> = new Set(
  'exe com scr pif bat cmd msi msp dll sys cpl drv ocx apk app dmg pkg deb rpm elf so dylib jar class war js mjs jse vbs vbe wsf wsh hta ps1 psm1 sh bash csh py pl rb php phtml jsp jspx asp aspx ashx cer cgi lnk url reg inf chm hlp swf xll docm dotm xlsm xltm xlam pptm potm ppam ppsm iso img vhd'.split(
    ' ',
  ),
)
