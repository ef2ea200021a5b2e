import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { sealRoutes } from './routes.ts'

export const seals: Module = {
  name: 'seals',
  routes: sealRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: {
    'zh-CN': {
      'seal.notFound': '没有找到这枚电子印章。',
      'seal.notLawful': '印章当前状态不能这样办理。',
      'seal.alreadyThere': '这个机构已有一枚同类印章在用或正在申请。',
      'seal.noSealInUse': '机构没有可用的电子印章，请先申请并启用。',
      'seal.certificateNotGood': '印章的数字证书现在不能用于签章（已过期、已废止，或暂时查不到废止列表）。',
      'seal.fileMissing': '没有收到文件，请选择要核验的 PDF 文件。',
      'seal.authorityRefused': '证书机构没有接受本次申请，请稍后再试。',
      'seal.ownApplication': '不能审批自己提出的申请，请由另一人审批。',
      'seal.reasonMissing': '请写明不同意的理由。',
      'seal.bodyOutOfReach': '您不能为这个机构申请印章。',
    },
    en: {
      'seal.notFound': 'This seal was not found.',
      'seal.notLawful': 'The seal is in a state in which this cannot be done.',
      'seal.alreadyThere': 'The body already has a seal of this kind in use or applied for.',
      'seal.noSealInUse': 'The body has no seal in use. Apply for one and have it issued first.',
      'seal.certificateNotGood':
        'The certificate of the seal cannot be used now: it is out of its time, revoked, or no current revocation list is to be had.',
      'seal.fileMissing': 'No file arrived. Please choose the PDF to check.',
      'seal.authorityRefused': 'The certificate authority did not take this request. Please try again later.',
      'seal.ownApplication': 'Nobody decides his own application. Another person does.',
      'seal.reasonMissing': 'Please say why it is refused.',
      'seal.bodyOutOfReach': 'You cannot apply for a seal of this body.',
    },
  },
  jobs: { 'seals.revoke': { run: (work, { serial, reason }) => work.outside.certificateAuthority.revoke(serial, reason) } },
}
