const han = /[\u3400-\u9fff]/gu

/**
 * Names and texts of items, bodies and people are Chinese on an English page too. Each element whose text is mostly Chinese says so, so that a
 * screen reader speaks it as Chinese (WCAG 2.2, 3.1.2 language of parts).
 */
export function markChinese(html: string): string {
  return html.replace(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>([^<>]*)/g, (whole, tag: string, attributes: string, text: string) => {
    if (tag === 'html' || tag === 'script' || tag === 'style' || /\slang=/.test(attributes)) return whole
    const chinese = text.match(han)?.length ?? 0
    const letters = text.match(/[a-z]/gi)?.length ?? 0
    return chinese > 0 && chinese >= letters / 2 ? `<${tag} lang="zh-CN"${attributes}>${text}` : whole
  })
}
