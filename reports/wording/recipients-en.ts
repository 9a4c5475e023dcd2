import type { recipientsDa } from './recipients-da.ts';

/** Who was sent the cases, in English. */
export const recipientsEn: typeof recipientsDa = {
  recipients: {
    lead: 'Which models were sent the cases, who received them, and on what ground. The number is that of the cases planned; a case that ended without an answer is counted.',
    parts: (parts) => `Under the protocol a case could be sent with: ${parts}.`,
    times: (n) => `Each case was sent ${n} times, once for each repeat.`,
    table: 'Models that were called.',
    sent: 'Cases sent',
    synthetic: (cases, n) => (n === 1 ? `${cases}, synthetic` : `${cases}, all synthetic`),
    recipient: 'Recipient',
    region: 'Processed in',
    agreement: 'Data-processing agreement',
    untold: 'not stated',
    untoldSynthetic: 'not stated; the cases are synthetic',
    baselines: (names) => `Built-in models (${names}): no case left this machine.`,
    replayed: (names) =>
      `Answers read from a file (${names}): no case was sent from here. The answers were made elsewhere, by the vendor.`,
    noneCalled: 'No case was sent to anybody in this measurement.',
  },
};
