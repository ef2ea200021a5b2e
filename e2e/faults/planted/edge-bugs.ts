import type { Bug } from './bugs.ts'

const kernel = 'platform/kernel'

/** Against the outside world, and against those who try without end. */
export const bugsAtTheEdge: readonly Bug[] = [
  // the outside world
  {
    name: 'any signature will do',
    file: `${kernel}/signed-request.ts`,
    rule: 'return sameSecret(signature.toLowerCase(), signatureOf(expected, timestamp, nonce)) ?',
    instead: 'return signatureOf(expected, timestamp, nonce) ?',
    noticedBy: ['modules/payments/payments.test.ts'],
  },
  {
    name: 'a callback of last week',
    file: `${kernel}/signed-request.ts`,
    rule: '|| !(Math.abs(now.getTime() - Date.parse(timestamp)) <= tolerance)',
    instead: '|| tolerance < 0',
    noticedBy: ['modules/payments/payments.test.ts', 'modules/logistics/logistics.test.ts'],
  },
  {
    name: 'a wrong amount is booked',
    file: 'modules/payments/order-state.ts',
    rule: 'if (theirs.amountFen !== ours.amountFen)',
    instead: 'if (theirs.amountFen < 0)',
    noticedBy: ['modules/payments/payments.test.ts'],
  },
  {
    name: 'a parcel goes back',
    file: 'modules/logistics/movement.ts',
    rule: 'order[next] > order[state]',
    instead: 'order[next] !== order[state]',
    noticedBy: ['modules/logistics/logistics.test.ts'],
  },
  {
    name: 'a settled message goes out again',
    file: 'modules/messages/delivery-store.ts',
    rule: "    .where('id', '=', id)\n    .where('state', '=', 'waiting')\n    .returning(['channel'",
    instead: "    .where('id', '=', id)\n    .returning(['channel'",
    noticedBy: ['modules/messages/deliver.test.ts'],
  },
  {
    name: 'sealed with a revoked certificate',
    file: 'modules/seals/seal-pdf.ts',
    rule: '  await requireGoodCertificate(work, signer)\n',
    instead: '  void requireGoodCertificate\n',
    noticedBy: ['modules/seals/sealing.test.ts'],
  },
  {
    name: 'a file nobody signed is genuine',
    file: 'modules/licences/verify-licence.ts',
    rule: "if (seal.verdict !== 'valid') return seal.verdict",
    instead: "if (seal.verdict === 'unsigned') return seal.verdict",
    noticedBy: ['modules/licences/verify-licence.test.ts'],
  },
  // limits
  {
    name: 'guesses without end',
    file: 'modules/identity/codes/code-store.ts',
    rule: "    .where('tries', '<', most)\n",
    instead: '',
    noticedBy: ['modules/identity/guessing.test.ts'],
  },
  {
    name: 'passwords without end',
    file: 'modules/identity/sessions/failure-store.ts',
    rule: 'where f.locked_until is null or',
    instead: 'where true or',
    noticedBy: ['modules/identity/guessing.test.ts', 'modules/identity/identity.test.ts'],
  },
  {
    name: 'codes without end',
    file: 'modules/identity/codes/send-code.ts',
    rule: 'if (count >= mostPerHour)',
    instead: 'if (count < 0)',
    noticedBy: ['modules/identity/guessing.test.ts', 'modules/identity/identity.test.ts'],
  },
  {
    name: 'a session that never ends',
    file: 'modules/identity/sessions/authenticate.ts',
    rule: 'if (!session || isOver(session, now))',
    instead: 'if (!session)',
    noticedBy: ['modules/identity/own-sessions.test.ts', 'modules/identity/identity.test.ts'],
  },
  {
    name: 'a library without a limit',
    file: 'modules/documents/upload.ts',
    rule: 'if (used + size > total)',
    instead: 'if (used + size < total - total)',
    noticedBy: ['modules/documents/documents.test.ts'],
  },
  {
    name: 'a damaged file is given out',
    file: 'platform/storage/verified-stream.ts',
    rule: "if (digest.digest('hex') !== id)",
    instead: "if (digest.digest('hex') === '')",
    noticedBy: ['platform/storage/local-store.test.ts'],
  },
  {
    name: 'a bomb is unpacked',
    file: 'platform/storage/check-zip.ts',
    rule: 'unpacked > packed * limits.ratio',
    instead: 'unpacked < 0',
    noticedBy: ['platform/storage/check-upload.test.ts'],
  },
]
